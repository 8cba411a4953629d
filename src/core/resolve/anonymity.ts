// Sources who are not named, and why as far as the article says: "spoke on condition of anonymity because …".
import type { Anonymity } from '../statement.js';
import { isPersonPlural, SOURCE_NOUNS } from './nouns.js';

/** Phrases that say a name is withheld; a reason may follow. */
const WITHHELD =
  /(?:condition of anonymity|anonymously|granted anonymity|requested anonymity|asked for anonymity|asked for reserve|anonymity|not to be (?:named|identified|quoted by name)|(?:cannot|can not|could not|can't|may not) be (?:named|identified)|be identified|declin(?:ed|es|ing) to be (?:named|identified)|not (?:be )?(?:named|identified)|without permission|not authori[sz]ed to|without authori[sz]ation|(?:call|calls|called) (?:her|him|them|himself|herself)|withhold(?:ing)? (?:his|her|their) names?|(?:his|her|their) real name|gave only (?:his|her|their) first name|pseudonym|off the record)/i;
const REASON_WORD =
  /\b(?:because|since|so as to|in order to|for fear of|out of fear of|citing|fearing|owing to|due to|for (?=\p{L}+ reasons\b)|given)\b/iu;

/** What the sentence of the source says about it, or null when nobody is being kept unnamed. */
export function withheld(sentence: string): { readonly reason: string | null } | null {
  const found = WITHHELD.exec(sentence);
  if (!found) return null;
  const phrase = found[0].toLowerCase();
  if (/authori[sz]ed|without permission|without authori/.test(phrase))
    return { reason: clause(sentence.slice(found.index)) };
  const after = sentence.slice(found.index + found[0].length);
  const marker = REASON_WORD.exec(clauseEnd(after));
  if (marker) {
    const from =
      marker[0].toLowerCase().startsWith('for ') ||
      /fear|citing|owing|due|so as|in order|given/i.test(marker[0])
        ? marker.index
        : marker.index + marker[0].length;
    return { reason: tidy(clauseEnd(after).slice(from)) };
  }
  const to =
    /^\s*(?:in order )?to\s+(?:discuss|speak|describe|share|talk|avoid|protect|reveal|be)\b[^,.;]*/i.exec(
      after,
    );
  return { reason: to ? tidy(to[0]) : null };
}

const clauseEnd = (text: string): string => /^[^,.;:“”"—–]*/.exec(text.replace(/^,\s*/, ''))![0];
const clause = (text: string): string | null => tidy(/^[^,.;:“”"—–]*/.exec(text)![0]);
const tidy = (text: string): string | null => text.replace(/\s+/g, ' ').trim() || null;

export function anonymityOf(label: string, plural: boolean, sentence: string): Anonymity {
  const reason = withheld(sentence)?.reason ?? null;
  const words = label.toLowerCase().split(' ');
  const number =
    plural || words.some((word) => isPersonPlural(word) || (SOURCE_NOUNS.has(word) && word.endsWith('s')))
      ? 'several'
      : words.length > 0 && label
        ? 'single'
        : 'unknown';
  return { reason, number };
}

/** "asks me to call her Wren": the name an unnamed source goes by in the article. */
const GOING_BY =
  /(?:(?:call|calls|called) (?:her|him|them|himself|herself)(?: only)?|identified(?: herself| himself)?(?: only)? as|gave (?:her|his|their)(?: first)? name (?:only )?as|goes by(?: the name(?: of)?)?|using the pseudonym|under the pseudonym) ["'“‘]?(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?)/u;

export const pseudonymIn = (sentence: string): string | null => GOING_BY.exec(sentence)?.[1] ?? null;
