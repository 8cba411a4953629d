// Interface text by key: the words live in one catalogue per language, and a key that is not in it does not compile.
import { directionOf } from '../../core/report/direction.js';
import { EN } from './en.js';
import { FA } from './fa.js';

/** A sentence, or one for each plural form the language has; `{name}` is filled in. */
export type Entry = string | Partial<Record<Intl.LDMLPluralRule, string>>;
export type Key = keyof typeof EN;
export type Catalogue = Readonly<Record<Key, Entry>>;
export type Values = Readonly<Record<string, string | number>>;

/** The words for `key`; `n` chooses the plural form where there is one. */
export interface T {
  (key: Key, values?: Values): string;
  readonly language: Language;
}

/** The languages there are, each in its own name. */
export const LANGUAGES = { en: 'English', fa: 'فارسی' } as const;
export type Language = keyof typeof LANGUAGES;

const CATALOGUES: Readonly<Record<Language, Partial<Catalogue>>> = { en: EN, fa: FA };
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufefc]/;
const translators = new Map<Language, T>();

export function wordsIn(language: Language): T {
  const found = translators.get(language);
  if (found) return found;
  const fresh = makeTranslator(language);
  translators.set(language, fresh);
  return fresh;
}

function makeTranslator(language: Language): T {
  const catalogue: Catalogue = { ...EN, ...CATALOGUES[language] };
  const plurals = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(`${language}-u-nu-latn`);
  const isRightToLeft = directionOf(language) === 'rtl';
  const say = (value: string | number | undefined): string => {
    if (typeof value === 'number') return numbers.format(value);
    if (value === undefined) return '';
    // U+2068 and U+2069 keep a name or a title from turning the sentence around it.
    return isRightToLeft || RIGHT_TO_LEFT.test(value) ? `\u2068${value}\u2069` : value;
  };
  const translate = (key: Key, values: Values = {}): string => {
    const entry: Entry | undefined = catalogue[key];
    if (entry === undefined) throw new Error(`No words for “${key}”.`);
    const pattern =
      typeof entry === 'string' ? entry : (entry[plurals.select(Number(values.n))] ?? entry.other ?? '');
    return pattern.indexOf('{') < 0
      ? pattern
      : pattern.replace(/\{(\w+)\}/g, (_, name: string) => say(values[name]));
  };
  return Object.assign(translate, { language });
}
