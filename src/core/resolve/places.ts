// Places an article names, so that they are not taken for people or bodies; and the country it is about.
import { countryNamed, countryOfCapital, countryOfDemonym } from './countries.js';
import { fold } from './name-forms.js';
import type { Wording } from './wording.js';

const BEFORE_PLACES = new Set(
  'in at from near to off outside inside across around throughout toward towards leave left reach reached'.split(
    ' ',
  ),
);

/** Folded single words that stand after "in", "near" and the like. */
export function placesIn({ words }: Wording): Set<string> {
  const places = new Set<string>();
  for (let at = 1; at < words.length; at++) {
    const word = words[at]!;
    if (!word.capital || words[at + 1]?.capital) continue;
    if (words[at - 1]!.sentence === word.sentence && BEFORE_PLACES.has(words[at - 1]!.lower))
      places.add(fold(word.text));
  }
  return places;
}

export interface HomeCountry {
  readonly name: string;
  /** Null where no atlas knows the country. */
  readonly adjective: string | null;
}

const OF_A_COUNTRY =
  /^(?:government|president|ministry|minister|army|navy|parliament|capital|generals|presidency|central|defence|defense|foreign|interior|prime|military|police|forces|troops)$/;

/** The country named most, by name, adjective or capital; else the owner of most ministries and armies. */
export function homeCountry({ words }: Wording): HomeCountry | null {
  const votes = new Map<string, { country: HomeCountry; count: number }>();
  const vote = (country: HomeCountry, weight: number): void => {
    const known = votes.get(country.name);
    if (known) known.count += weight;
    else votes.set(country.name, { country, count: weight });
  };
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    if (!word.capital) continue;
    const pair = words[at + 1]?.capital ? `${word.text} ${words[at + 1]!.text}` : '';
    const country =
      (pair && (countryNamed(pair) ?? countryOfDemonym(pair))) ||
      countryNamed(word.text) ||
      countryOfDemonym(word.text);
    if (country) vote({ name: country.name, adjective: country.demonym }, 2);
    else if (countryOfCapital(word.text))
      vote({ name: countryOfCapital(word.text)!.name, adjective: countryOfCapital(word.text)!.demonym }, 1);
    else if (words[at + 1]?.kind === 'owner' && OF_A_COUNTRY.test(words[at + 2]?.lower ?? ''))
      vote({ name: word.text, adjective: null }, 1);
  }
  const ranked = [...votes.values()].sort((a, b) => b.count - a.count);
  return ranked[0]?.country ?? null;
}
