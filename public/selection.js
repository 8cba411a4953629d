// Words selected in the article: where they stand, and what can be made of them.

const $ = (selector, root = document) => root.querySelector(selector);

/** Shows `picker` beside a selection in the text; its buttons fill the forms that make or correct a statement. */
export function watchSelection(picker, widen) {
  let picked = null;
  const look = () => {
    picked = selectedWords();
    picker.hidden = picked === null;
    if (!picked) return;
    const box = getSelection().getRangeAt(0).getBoundingClientRect();
    picker.style.insetBlockStart = `${box.bottom + scrollY + 8}px`;
    picker.style.left = `${Math.max(8, Math.min(box.left + scrollX, innerWidth - picker.offsetWidth - 16))}px`;
    for (const button of picker.querySelectorAll('[data-pick]:not([data-pick=add], [data-pick=note])'))
      button.hidden = !$('#panel[data-id]');
  };
  let waiting = 0;
  document.addEventListener('selectionchange', () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, 180);
  });
  // Pressing a button would take the selection away before it is read.
  picker.addEventListener('pointerdown', (event) => event.preventDefault());
  picker.addEventListener('click', (event) => {
    const pick = event.target.closest('[data-pick]')?.dataset.pick;
    if (!pick || !picked) return;
    const { words, start } = picked;
    getSelection().removeAllRanges();
    picker.hidden = true;
    if (pick === 'add') return fillAdd(words, start);
    if (pick === 'note') return fillNote(words, start);
    widen();
    fillWords(pick, words.replace(/\s+/g, ' '));
  });
}

/** The selected words and their offset in the article's text, or null where none of it is selected. */
export function selectedWords() {
  const selection = getSelection();
  const text = $('#text');
  if (selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const root = range.commonAncestorContainer;
  const isInside = text.contains(root) || $('h1.headline').contains(root) || root.contains(text);
  if (!isInside) return null;
  let start = null;
  let words = '';
  let end = 0;
  for (const { node, at } of pieces()) {
    if (!range.intersectsNode(node)) continue;
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.length;
    if (from >= to) continue;
    if (start === null) start = at + from;
    else if (at + from > end) words += '\n';
    words += node.data.slice(from, to);
    end = at + to;
  }
  const trimmed = words.trim();
  if (start === null || trimmed === '') return null;
  return { words: trimmed, start: start + (words.length - words.trimStart().length) };
}

/** The article's own text, piece by piece, each with its offset. What hangs in the margin is not the article's. */
function* pieces() {
  for (const block of document.querySelectorAll('[data-at]')) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_ALL, (node) =>
      node.matches?.('.no, .note-at') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    let at = Number(block.dataset.at);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.nodeType !== Node.TEXT_NODE) continue;
      yield { node, at };
      at += node.length;
    }
  }
}

function fillAdd(words, start) {
  const fold = $('#add');
  fold.open = true;
  const form = $('form', fold);
  form.elements.words.value = words;
  form.elements.start.value = String(start);
  if (/^[“"«‘„]/.test(words)) form.elements.kind.value = 'direct';
  form.elements.speaker.focus();
  fold.scrollIntoView({ block: 'nearest' });
}

function fillNote(words, start) {
  const fold = $('#article-notes');
  fold.open = true;
  const form = $('form[data-draft=article_noted]', fold);
  form.elements.words.value = words;
  form.elements.start.value = String(start);
  form.elements.body.focus();
  form.scrollIntoView({ block: 'nearest' });
}

function fillWords(pick, words) {
  const form = $('#panel form[data-act="words_corrected"]');
  form.closest('details').open = true;
  const { content, source } = form.elements;
  if (pick === 'replace') content.value = words;
  if (pick === 'join') content.value = `${content.value.trimEnd()}\n${words}`;
  if (pick === 'source') source.value = words;
  $('button', form).focus();
  form.scrollIntoView({ block: 'nearest' });
}
