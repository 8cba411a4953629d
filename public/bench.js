// The bench with a keyboard: one key for each act, and no page load between statements. Every key presses a button or
// opens a form that works without this script; the server alone decides what happens.
import { forgetDraft, keepDrafts } from './drafts.js';
import { watchSelection } from './selection.js';

const $ = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];

const panel = () => $('#panel');
const here = () => panel()?.dataset.id;
const view = () => $('#text').dataset.view;
const article = () => $('#text').dataset.article;

// Moving from one statement to the next

const fetched = new Map();

function fetchPanel(id) {
  if (!fetched.has(id)) {
    const query = view() ? `?${view()}` : '';
    const answer = fetch(`/statements/${id}/panel${query}`, { headers: { accept: 'text/html' } }).then(
      (response) => (response.ok ? response.text() : null),
    );
    answer.catch(() => fetched.delete(id));
    fetched.set(id, answer);
  }
  return fetched.get(id);
}

/** A panel fetched before its form was typed into would come without what was typed. */
const drafted = (key) => fetched.delete(key.slice(0, key.indexOf(':')));

const idIn = (href) => (href ? new URL(href, location.href).searchParams.get('statement') : null);

function fetchNeighbours() {
  for (const href of [panel()?.dataset.next, panel()?.dataset.previous]) {
    const id = idIn(href);
    if (id) fetchPanel(id);
  }
}

async function moveTo(id) {
  if (!id || id === here()) return;
  const html = await fetchPanel(id).catch(() => null);
  if (!html) {
    location.href = `/articles/${article()}?statement=${id}${view() ? `&${view()}` : ''}`;
    return;
  }
  const wide = panel().classList.contains('wide');
  const fresh = new DOMParser().parseFromString(html, 'text/html').querySelector('#panel');
  panel().replaceWith(fresh);
  fresh.classList.toggle('wide', wide);
  $('.beside').scrollTop = 0;
  mark(fresh.dataset.number);
  history.replaceState(null, '', fresh.dataset.here);
  tell(
    `${$('header h2', fresh).textContent.replace(/\s+/g, ' ').trim()}. ${$('blockquote', fresh).textContent}`,
  );
  keepDrafts(fresh, drafted);
  offerReason();
  show($('.no.here'));
  requestIdleCallback(fetchNeighbours);
}

function mark(number) {
  for (const one of all('.on')) one.classList.remove('on');
  for (const one of all(`[data-s="${number}"]`)) one.classList.add('on');
  for (const one of all('.no')) {
    const isHere = one.id === `n${number}`;
    one.classList.toggle('here', isHere);
    if (isHere) one.setAttribute('aria-current', 'true');
    else one.removeAttribute('aria-current');
  }
}

/** Scrolls only where the eye would have to search: past the edges, or under the sheet on a telephone. */
function show(element) {
  const box = element?.getBoundingClientRect();
  if (box && (box.top < 60 || box.bottom > innerHeight * 0.62)) element.scrollIntoView({ block: 'center' });
}

// Sending a form without leaving the page

const notice = $('#notice');
const announcer = document.createElement('p');
announcer.className = 'skip';
announcer.setAttribute('aria-live', 'polite');
document.body.append(announcer);

/** For those who hear the page: what came up. */
const tell = (words) => {
  announcer.textContent = words;
};

async function send(form, extra = {}) {
  if (form.dataset.sent) return;
  form.dataset.sent = 'yes';
  const fields = new FormData(form);
  for (const [name, value] of Object.entries(extra)) fields.set(name, value);
  const body = form.enctype === 'multipart/form-data' ? fields : new URLSearchParams(fields);
  let answer;
  try {
    answer = await fetch(form.action, { method: 'POST', body, headers: { accept: 'text/html' } });
  } catch {
    delete form.dataset.sent;
    say(notice.dataset.lost);
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (!$('#text', page)) return leave(form, extra);
  if (answer.ok) forgetDraft(form);
  swap(page, form.dataset.act);
  if (answer.redirected) history.replaceState(null, '', panel()?.dataset.here ?? answer.url);
}

/** Not our page that came back: the session ended, or worse. The plain form knows the way, and keeps what was typed. */
function leave(form, extra) {
  for (const [name, value] of Object.entries(extra)) {
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = name;
    field.value = value;
    form.append(field);
  }
  HTMLFormElement.prototype.submit.call(form);
}

function swap(page, act) {
  fetched.clear();
  const scrolled = $('.beside').scrollTop;
  const wide = panel().classList.contains('wide') || panel().matches(':target');
  const before = here();
  for (const part of ['.head', '#filters', '#text', '.beside', '#names']) {
    const fresh = $(part, page);
    if (fresh) $(part).replaceWith(document.adoptNode(fresh));
  }
  panel().classList.toggle('wide', wide);
  if (here() === before) $('.beside').scrollTop = scrolled;
  ready();
  const problem = $('.problem, .conflict');
  if (problem) {
    problem.scrollIntoView({ block: 'center' });
    const field = $(`form[data-act="${act}"] :is(input, textarea, select):not([type=hidden])`);
    (problem.matches('.conflict') ? problem : field)?.focus({ preventScroll: true });
    tell(problem.textContent);
  } else {
    panel().focus({ preventScroll: true });
    show($('.no.here'));
    say($('#notice', page).textContent);
  }
}

function say(words) {
  notice.classList.toggle('none', !words.trim());
  notice.textContent = words;
  notice.style.animation = 'none';
  requestAnimationFrame(() => {
    notice.style.animation = '';
  });
}

// On a phone the filters are a strip that scrolls: not every browser brings one into it that takes the focus at its edge.
$('.filters')?.addEventListener('focusin', ({ target }) =>
  target.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
);

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.method !== 'post' || !form.dataset.act) return;
  if (event.submitter?.hasAttribute('formaction')) return forgetDraft(form);
  event.preventDefault();
  const name = event.submitter?.name;
  const go = form.dataset.go;
  delete form.dataset.go;
  rememberReason(form);
  send(form, { ...(go ? { go } : {}), ...(name ? { [name]: event.submitter.value } : {}) });
});

// Mouse and touch

document.addEventListener('click', (event) => {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
  if (event.target.closest('[data-recall]')) return recall();
  const link = event.target.closest('a');
  if (link?.matches('.no, .head .to')) {
    event.preventDefault();
    return moveTo(idIn(link.href));
  }
  if (link?.matches('.move [rel]')) {
    event.preventDefault();
    return moveTo(idIn(link.href));
  }
  if (link?.matches('.widen, .narrow-down')) {
    event.preventDefault();
    return panel().classList.toggle('wide', link.matches('.widen'));
  }
  const words = event.target.closest('#text .m');
  if (words && getSelection().isCollapsed) moveTo(idIn($(`#n${words.dataset.s}`)?.href));
});

// Keys

const OFF = 'whosaid:keys-off';
const isTyping = (target) =>
  target.closest('input:not([type=radio], [type=checkbox]), textarea, select, dialog');

document.addEventListener('keydown', (event) => {
  const { target } = event;
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && target.form) {
    event.preventDefault();
    if (event.shiftKey) target.form.dataset.go = 'next';
    return target.form.requestSubmit();
  }
  if (event.key === 'ArrowUp' && target.matches('[data-focus="reason"]') && target.value === '') recall();
  if (event.key === 'Escape' && isTyping(target)) return target.blur();
  if (isTyping(target) || event.ctrlKey || event.metaKey || event.altKey || localStorage.getItem(OFF)) return;
  const digit = digitOf(event);
  const deed = KEYS[letterOf(event)] ?? (digit ? () => rate(digit, isShifted(event)) : null);
  if (!deed || !panel()) return;
  event.preventDefault();
  deed();
});

/** On a keyboard with other letters, the key that stands where the Latin one would. */
const letterOf = ({ key, code, shiftKey }) => {
  if (!/^[^a-z]$/iu.test(key) || !/^\p{L}$/u.test(key)) return key;
  const letter = /^Key([A-Z])$/.exec(code)?.[1] ?? '';
  return shiftKey ? letter : letter.toLowerCase();
};

const digitOf = ({ key, code }) =>
  /^[1-8]$/.exec(key)?.[0] ?? /^(?:Digit|Numpad)([1-8])$/.exec(code)?.[1] ?? null;

/** Where digits need Shift themselves, it says nothing more. */
const isShifted = ({ key, shiftKey }) => shiftKey && !/^[1-8]$/.test(key);

const press = (selector, extra) => {
  const button = $(selector);
  if (button) send(button.form, extra);
};

const open = (letter) => {
  const fold = $(`details[data-open="${letter}"]`);
  if (!fold) return;
  fold.open = true;
  widen();
  focusOn($('[data-focus]', fold));
};

const widen = () => panel()?.classList.add('wide');

function focusOn(field) {
  field?.focus();
  field?.scrollIntoView({ block: 'nearest' });
}

const KEYS = {
  j: () => moveTo(idIn(panel().dataset.next)),
  k: () => moveTo(idIn(panel().dataset.previous)),
  c: () => press('#panel [data-key="c"]'),
  C: () => press('#panel [data-key="c"]', { go: 'next' }),
  s: () => press('#panel [data-key="s"]'),
  S: () => press('#panel [data-key="s"]', { go: 'next' }),
  u: () => press('#panel [data-key="u"]'),
  o: () => press('[data-key="o"]'),
  i: () => $('[data-key="i"]').click(),
  e: () => open('e'),
  v: () => open('v'),
  a: () => open('a'),
  w: () => open('w'),
  n: () => {
    widen();
    focusOn($('#panel [data-focus="note"]'));
  },
  '?': () => $('#help').showModal(),
};

/** Gives the rating where nothing is lacking; else chooses it, so that what it lacks is said. */
function rate(key, goOn) {
  const choice = $(`#panel .scale [data-key="${key}"]`);
  const reason = $('#panel [data-focus="reason"]');
  if (!choice) return;
  choice.checked = true;
  if (goOn) choice.form.dataset.go = 'next';
  const { blocked, words } = choice.dataset;
  if (blocked === undefined && (words === undefined || reason.value.trim() !== ''))
    return choice.form.requestSubmit();
  widen();
  if (blocked !== undefined) {
    choice.focus();
    const lacks = $('#panel .lacks');
    tell(lacks.innerText);
    show(lacks);
  } else focusOn(reason);
}

// The reason given last, offered again: never filled in by itself

const LAST_REASON = 'whosaid:reason';

function rememberReason(form) {
  const reason = form.elements.reason?.value.trim();
  if (form.dataset.act === 'rated' && reason) sessionStorage.setItem(LAST_REASON, reason);
}

function offerReason() {
  const offer = $('#panel [data-recall]');
  const last = sessionStorage.getItem(LAST_REASON);
  const field = $('#panel [data-focus="reason"]');
  if (!offer || !last || field.value !== '') return;
  $('bdi', offer).textContent = last;
  offer.hidden = false;
}

function recall() {
  const offer = $('#panel [data-recall]');
  const field = $('#panel [data-focus="reason"]');
  if (!offer || offer.hidden) return;
  field.value = $('bdi', offer).textContent;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  offer.hidden = true;
  field.focus();
}

// Each time the page or a part of it is fresh

function ready() {
  panel()?.setAttribute('tabindex', '-1');
  $('.conflict')?.setAttribute('tabindex', '-1');
  keepDrafts(document, drafted);
  offerReason();
  requestIdleCallback(fetchNeighbours);
}

const keysOff = $('#keys-off');
keysOff.checked = Boolean(localStorage.getItem(OFF));
keysOff.addEventListener('change', () => {
  if (keysOff.checked) localStorage.setItem(OFF, 'yes');
  else localStorage.removeItem(OFF);
});

watchSelection($('#picker'), widen);
ready();
if ($('.no.here') && !location.hash && location.search.includes('statement=')) show($('.no.here'));
