// "Port: “Boats stay in.” The line says it will refund all": a quotation is said once. Where a reading of the next sentence
// takes in one that another speaker says already, it keeps only what is its own.
import type { Draft } from '../draft.js';
import { touches } from '../draft.js';
import { type DraftIndex, indexDrafts } from '../draft-index.js';
import type { Window } from '../window.js';
import type { Words } from '../words.js';

export function withoutSharedQuotations(words: Words, drafts: readonly Draft[]): Draft[] {
  let index: DraftIndex | undefined;
  return drafts.map((draft) => {
    const { cue, content } = draft;
    if (!cue || content.length < 2) return draft;
    const own = content.filter((range) => {
      if (words.quotation[range.first]! < 0 || words.sentence[range.first] === words.sentence[cue.first])
        return true;
      index ??= indexDrafts(drafts);
      return !index
        .near(range)
        .some((key) => drafts[key] !== draft && saysAll(words, drafts[key]!, draft, range));
    });
    return own.length > 0 && own.length < content.length ? { ...draft, content: own } : draft;
  });
}

/** Another speaker's words are these, or the quotation that these begin, whatever cue joins them. */
function saysAll(words: Words, other: Draft, draft: Draft, range: Window): boolean {
  const [said] = other.content;
  const isPart = words.quotation[range.first] === words.quotation[said!.last - 1];
  if (other.content.length > 1 || said!.first !== range.first || (said!.last > range.last && !isPart))
    return false;
  const isAnother =
    other.confidence >= draft.confidence &&
    other.source.length > 0 &&
    !other.source.some((name) => touches(draft.source, name));
  return isAnother && !touches(draft.content, other.source[0]!);
}
