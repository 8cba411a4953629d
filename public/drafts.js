// What somebody is typing, kept by the desk as they type; in this tab until the desk has it. The page itself puts back
// what the desk kept, so it is there without this script too, after a restart, and in another browser.

const PAUSE = 700;

/** Keys of forms that are yet to be sent, and what sends them. */
const waiting = new Map();

const keyField = (form) => form.elements.draft;
const slotOf = (field) => `draft:${field.dataset.who}:${field.value}`;

/** Keeps what is typed into the forms of `root`; `kept` is told the key of each draft that reached the desk. */
export function keepDrafts(root, kept = () => {}) {
  for (const form of root.querySelectorAll('form[data-draft]')) {
    const field = keyField(form);
    if (!field || form.dataset.kept) continue;
    form.dataset.kept = 'yes';
    const unsent = sessionStorage.getItem(slotOf(field));
    // A form that came back from the desk with a sentence about it holds newer words than we do.
    if (unsent && !form.querySelector('.problem')) {
      restore(form, JSON.parse(unsent));
      later(form, kept);
    }
    form.addEventListener('input', () => {
      sessionStorage.setItem(slotOf(field), JSON.stringify(typedInto(form)));
      later(form, kept);
    });
  }
}

/** The form is on its way, or was applied: nothing of it is kept here, and nothing more is sent. */
export function forgetDraft(form) {
  const field = keyField(form);
  if (!field) return;
  clearTimeout(waiting.get(field.value)?.timer);
  waiting.delete(field.value);
  sessionStorage.removeItem(slotOf(field));
}

function later(form, kept) {
  const key = keyField(form).value;
  clearTimeout(waiting.get(key)?.timer);
  const send = () => save(form, key, kept);
  waiting.set(key, { send, timer: setTimeout(send, PAUSE) });
}

async function save(form, key, kept) {
  const { send } = waiting.get(key) ?? {};
  waiting.delete(key);
  const slot = slotOf(keyField(form));
  const fields = typedInto(form);
  const sent = JSON.stringify(fields);
  const answer = await fetch('/drafts', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ key, fields, request_key: form.elements.request_key?.value }),
    keepalive: sent.length < 60_000,
  }).catch(() => null);
  if (answer?.ok) {
    if (sessionStorage.getItem(slot) === sent) sessionStorage.removeItem(slot);
    kept(key);
  } else if (answer?.status === 429 && send && !waiting.has(key)) {
    const pause = Number(answer.headers.get('retry-after') ?? 5) * 1000;
    waiting.set(key, { send, timer: setTimeout(send, pause) });
  }
}

/** Whoever leaves takes nothing along: what is still waiting goes now. */
addEventListener('pagehide', () => {
  for (const { send, timer } of waiting.values()) {
    clearTimeout(timer);
    send();
  }
});

/** What differs from the page as it came, where anything does: with a field as typed, the others as they stand. */
function typedInto(form) {
  const fields = {};
  let changed = false;
  for (const field of form.elements) {
    if (!isKept(field)) continue;
    if (field.type === 'radio' || field.type === 'checkbox') {
      changed ||= field.checked !== field.defaultChecked;
      if (field.checked) fields[field.name] = field.value;
    } else {
      changed ||= field.value !== originally(field);
      fields[field.name] = field.value;
    }
  }
  const restored = form.querySelector('[formaction="/drafts/discard"]');
  return changed || restored ? fields : {};
}

const originally = (field) =>
  field.options
    ? ([...field.options].find((option) => option.defaultSelected) ?? field.options[0])?.value
    : field.defaultValue;

function restore(form, typed) {
  let changed = false;
  for (const field of form.elements) {
    if (!isKept(field)) continue;
    const value = typed[field.name];
    if (field.type === 'radio' || field.type === 'checkbox') {
      const checked = value === field.value;
      changed ||= field.checked !== checked;
      field.checked = checked;
    } else if (value !== undefined && value !== field.value) {
      field.value = value;
      changed = true;
    }
  }
  const fold = form.closest('details');
  if (changed && fold) fold.open = true;
}

const TYPED = ['text', 'textarea', 'url', 'date', 'time', 'number', 'select-one', 'radio', 'checkbox'];
const isKept = (field) => field.name && (TYPED.includes(field.type) || field.name === 'start');
