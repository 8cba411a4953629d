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
