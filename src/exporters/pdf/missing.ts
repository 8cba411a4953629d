// What a PDF cannot show, in words. It has letters for the scripts most of the world’s news is written in; the other forms leave
// them to the reader's machine, so they show what this one cannot.

const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['Chinese characters', /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/u],
  ['Japanese', /\p{Script=Hiragana}|\p{Script=Katakana}/u],
  ['Korean', /\p{Script=Hangul}/u],
  ['Devanagari', /\p{Script=Devanagari}/u],
  ['Bengali', /\p{Script=Bengali}/u],
  ['Gurmukhi', /\p{Script=Gurmukhi}/u],
  ['Gujarati', /\p{Script=Gujarati}/u],
  ['Tamil', /\p{Script=Tamil}/u],
  ['Telugu', /\p{Script=Telugu}/u],
  ['Kannada', /\p{Script=Kannada}/u],
  ['Malayalam', /\p{Script=Malayalam}/u],
  ['Sinhala', /\p{Script=Sinhala}/u],
  ['Thai', /\p{Script=Thai}/u],
  ['Khmer', /\p{Script=Khmer}/u],
  ['Burmese', /\p{Script=Myanmar}/u],
  ['Tibetan', /\p{Script=Tibetan}/u],
  ['Ethiopic', /\p{Script=Ethiopic}/u],
  ['emoji', /\p{Extended_Pictographic}|\p{Regional_Indicator}/u],
];

/** A sentence for the first page; null where nothing is missing. */
export function missingInWords(missing: readonly string[]): string | null {
  if (missing.length === 0) return null;
  const text = missing.join('');
  const named = SCRIPTS.filter(([, script]) => script.test(text)).map(([name]) => name);
  const known = missing.every((one) => SCRIPTS.some(([, script]) => script.test(one)));
  const what = [...named, ...(known ? [] : [named.length > 0 ? 'some other signs' : 'some signs'])].join(
    ', ',
  );
  return `This PDF has no letters for ${what}: each is shown as □. The page, Word and every other form of this report hold them.`;
}
