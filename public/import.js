// On the import form: what is pasted keeps its headings, lists and quotations, until somebody types into it.
const text = document.querySelector('textarea[name=text]');
const html = document.querySelector('input[name=html]');
const said = document.querySelector('#rich');
const MOST = 5_000_000;

/** Only paragraphs of their own, headings and the like tell more than the text alone does. */
const STRUCTURE = /<(?:p|h[1-6]|ul|ol|blockquote|table|figure|article|div)[\s>]/i;

text.addEventListener('paste', ({ clipboardData }) => {
  const rich = clipboardData.getData('text/html');
  const replacesAll =
    text.value === '' || (text.selectionStart === 0 && text.selectionEnd === text.value.length);
  const isKept = replacesAll && rich.length < MOST && STRUCTURE.test(rich);
  // After the paste itself, which counts as typing too.
  setTimeout(() => keep(isKept ? rich : ''));
});

text.addEventListener('input', () => keep(''));

function keep(rich) {
  html.value = rich;
  said.textContent = rich === '' ? '' : document.querySelector('#rich-words').innerHTML;
}
