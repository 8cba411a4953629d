// What somebody is typing, kept in this tab until it is sent: a lost session, a reload or a crash takes nothing.

const keyOf = (scope, form) => `draft:${scope}:${form.dataset.draft}`;

/** Puts back what was typed into the forms of `root`, and keeps what is typed from now on. */
export function keepDrafts(root, scope) {
  for (const form of root.querySelectorAll('form[data-draft]')) {
    const kept = sessionStorage.getItem(keyOf(scope, form));
    // A form that came back from the desk with a sentence about it holds newer words than we do.
    if (kept && !form.querySelector('.problem')) restore(form, JSON.parse(kept));
    form.addEventListener('input', () => save(form, scope));
  }
}

export function forgetDraft(form, scope) {
  if (form.dataset.draft) sessionStorage.removeItem(keyOf(scope, form));
}

function save(form, scope) {
  const typed = {};
  for (const field of form.elements) if (isKept(field)) typed[field.name] = field.value;
  sessionStorage.setItem(keyOf(scope, form), JSON.stringify(typed));
}

function restore(form, typed) {
  let changed = false;
  for (const field of form.elements) {
    if (!isKept(field) || typed[field.name] === undefined || typed[field.name] === field.value) continue;
    field.value = typed[field.name];
    changed = true;
  }
  const fold = form.closest('details');
  if (changed && fold) fold.open = true;
}

const isKept = (field) =>
  field.name &&
  ['text', 'textarea', 'url', 'date', 'time', 'select-one'].includes(field.type) &&
  !field.closest('[type=hidden]');
