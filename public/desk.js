// On every page of somebody who is signed in: forms keep what is typed, and menus close when one looks elsewhere.
import { forgetDraft, keepDrafts } from './drafts.js';

document.documentElement.dataset.script = 'on';

const onBench = document.querySelector('#text') !== null;

if (!onBench) keepDrafts(document);

document.addEventListener('submit', ({ target }) => {
  if (target.matches('form[data-draft]') && !(onBench && target.dataset.act)) forgetDraft(target);
});

document.addEventListener('click', (event) => {
  for (const menu of document.querySelectorAll('details.menu[open]'))
    if (!menu.contains(event.target)) menu.open = false;
});

// The bench has keys of its own; elsewhere a page names its few beside what they press.
const isTyping = (target) => target.closest('input, textarea, select, dialog');

document.addEventListener('keydown', (event) => {
  const { target, key } = event;
  if (onBench) return;
  const withControl = event.ctrlKey || event.metaKey;
  if (key === 'Enter' && withControl && target.form) {
    event.preventDefault();
    return target.form.requestSubmit();
  }
  if (isTyping(target) || withControl || event.altKey || localStorage.getItem('whosaid:keys-off')) return;
  const wanted = [...document.querySelectorAll('[data-key]')].find((one) => one.dataset.key === key);
  wanted?.click();
});

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    menu.open = false;
    menu.querySelector('summary').focus();
  }
});

// A second click on the same button sends nothing twice; the desk would refuse it anyway.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.method === 'dialog' || (onBench && form.dataset.act)) return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = 'yes';
  setTimeout(() => delete form.dataset.sent, 4000);
});
