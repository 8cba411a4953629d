// Which way a language is written, for `dir` in pages and paragraphs.

const RIGHT_TO_LEFT = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'ks',
  'ku-arab',
  'nqo',
  'ps',
  'sd',
  'syr',
  'ug',
  'ur',
  'yi',
]);

export function directionOf(language: string): 'ltr' | 'rtl' {
  const tag = language.toLowerCase();
  const [primary = ''] = tag.split('-');
  return RIGHT_TO_LEFT.has(tag) || RIGHT_TO_LEFT.has(primary) ? 'rtl' : 'ltr';
}
