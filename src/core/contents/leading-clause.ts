// "S, X said": a sentence that ends in its attribution is the speaker's from its first word.
import { hasFiniteVerb } from '../narration/finite-verb.js';
import type { Span } from '../span.js';
import { attributingFrom, isPlain, type Setting } from './setting.js';

/** A content before its cue, cut short at its beginning. */
export function wholeSentenceBefore(setting: Setting): Span[] | null {
  const { reading, sentence, attribution, cue, begins } = setting;
  const isHeadline = reading.blocks[sentence.block]!.kind === 'headline';
  if (isHeadline && !SAYS.test(wordsOf(reading.text, cue))) return null;
  const before = attribution.content.filter(({ end }) => end <= cue.start);
  const [last] = before;
  if (!last || before.length !== 1 || last.start < sentence.start || begins >= last.start) return null;
  const from = attributingFrom(setting, last.end);
  if (!/^,\s$/.test(reading.text.slice(last.end, from)) || GOES_ON.test(reading.text.slice(from, from + 40)))
    return null;
  if (!isPlain(setting, { start: begins, end: last.start })) return null;
  return [{ start: begins, end: last.end }, ...attribution.content.slice(1)];
}

/** After the comma the sentence goes on: "…, closing what X called", "…, which Y said". */
const GOES_ON =
  /^(?!according)(?:\p{L}+ing|which|who|whom|whose|where|as|after|before|when|while|but|and|or|that|because|if)\b/iu;

/** "…, ending what X called a mistake": what is said follows the cue; the sentence before it is the reporter's. */
export function afterWhat({ reading: { text }, sentence, attribution, cue }: Setting): Span[] | null {
  const [content] = attribution.content;
  if (attribution.content.length !== 1 || content!.end > cue.start || cue.start - content!.end > 120)
    return null;
  if (!/^,\s\p{L}+ing(?: \p{L}+){0,3} what\s/iu.test(text.slice(content!.end, cue.start))) return null;
  const rest = text.slice(cue.end, Math.min(sentence.end, cue.end + 400));
  const lead = /^\s+(?:as |was |were |is )?/.exec(rest)![0].length;
  const words = rest.slice(lead).replace(/[.!?]$/, '');
  return words.length < 3 ? null : [{ start: cue.end + lead, end: cue.end + lead + words.length }];
}

/**
 * Words after the cue taken for content, where the sentence has said it all before: "Clashes went on, he said in posts
 * that also had pictures", "The mill burned, the group said on its Telegram channel."
 */
export function clauseInsteadOfPhrase(setting: Setting): Span[] | null {
  const { reading, attribution, cue, begins } = setting;
  const [content] = attribution.content;
  if (attribution.content.length !== 1 || content!.start < cue.end) return null;
  const words = reading.text.slice(content!.start, Math.min(content!.end, content!.start + 200));
  if (
    !RELATIVE.test(words) &&
    !OCCASION.test(words) &&
    !(SAYS.test(wordsOf(reading.text, cue)) && isPhrase(setting, words))
  )
    return null;
  const clause = clauseUpTo(reading.text.slice(begins, attributingFrom(setting, begins)), attribution.source);
  if (clause === null || !isMainClause(clause)) return null;
  const span = { start: begins, end: begins + clause.length };
  return isPlain(setting, span) ? [span] : null;
}

/** The words before the comma that the source follows; a source nobody found is at most a few words long. */
function clauseUpTo(lead: string, source: readonly Span[]): string | null {
  const comma = (source.length > 0 ? /,\s*$/ : /,\s(?:\S+\s){1,5}$/).exec(lead.slice(-80));
  return comma && lead.slice(0, lead.length - comma[0].length);
}

/** "that" with a verb right after it has no subject of its own. */
const RELATIVE =
  /^(?:that|which) (?:also |still |later |then |now )?(?:had|has|have|was|were|is|are|show(?:ed|s)?|includ(?:ed|es?)|contain(?:ed|s)?|featur(?:ed|es?)|carr(?:ied|ies|y)|describ(?:ed|es?)|call(?:ed|s)?)\b/i;

/** Where or when it was said, whatever is told of that: "in remarks carried by state radio". */
const OCCASION =
  /^(?:in|during|at) (?:an? |the |his |her |its |their )?(?:[\p{L}’'-]+ ){0,2}(?:remarks|comments|interviews?|statement|speech|address|sermon|message|letter|briefing|conference|tweet|e-?mail|broadcast|post)\b/iu;

/** Cues that take a whole clause, and may be followed by a hearer or a place. */
const SAYS =
  /\b(?:said|says?|told|tells?|add(?:ed|s)|announced|reported|reports|confirmed|claimed|claims|tweeted|wrote|writes|posted|testified|informed|stated|explained|recalled|insisted|warned|alleged|acknowledged|noted|argued|conceded|admitted|predicted|estimated)\b/i;

/** At most a few words, without a verb or a mark of its own. */
function isPhrase({ reading: { text }, cue, attribution }: Setting, words: string): boolean {
  if (/["“”„«»‘]|^that\b|\d/i.test(words) || hasFiniteVerb(words)) return false;
  const gap = text.slice(cue.end, Math.max(cue.end, attribution.content[0]!.start));
  return words.split(/\s+/).length <= 8 && gap.length <= 40 && !/\bthat\b/.test(gap);
}

const SUBORDINATE =
  /^(?:when|after|before|as|while|if|since|because|although|though|once|until|unless|by|in|on|at|to|for|with|from|despite|during|under|following|citing|according|not only|born)\b/i;

const isMainClause = (clause: string): boolean =>
  hasFiniteVerb(clause) && !SUBORDINATE.test(clause) && !/^\p{L}+(?:ing|ed)\b/u.test(clause);

const wordsOf = (text: string, { start, end }: Span): string => text.slice(start, Math.min(end, start + 120));
