// A statement an editor adds: from a selection, or from words pasted out of the article.
import { z } from 'zod';
import { invalid } from '../../core/errors.js';
import type { Span } from '../../core/span.js';
import { type ExtractedStatement, KINDS } from '../../core/statement.js';
import type { StoredArticle } from '../../core/store.js';
import { readForm, requestKey } from '../form.js';
import type { Visit } from '../route.js';
import { findWords, locatePieces, occurrencesOf } from './locate.js';
import { PROVENANCE, provenanceFrom } from './provenance-form.js';
import { Ambiguous } from './show-bench.js';

const ADDED = {
  act: z.literal('statement_added'),
  request_key: requestKey,
  view: z.string().max(2000).optional(),
  words: z.string().max(100_000),
  /** Where a script found the selection; without it the words are looked for. */
  start: z.union([z.literal(''), z.coerce.number().int().min(0)]).optional(),
  occurrence: z.union([z.literal(''), z.coerce.number().int().min(1)]).optional(),
  kind: z.enum(KINDS, { error: 'Say how the words are given.' }),
  source: z.string().max(10_000).optional(),
  cue: z.string().max(10_000).optional(),
  ...PROVENANCE,
  speaker: z.string().max(300).optional(),
  type: PROVENANCE.type.optional(),
};

export function addedStatement(
  visit: Visit,
  article: StoredArticle,
): { added: Omit<ExtractedStatement, 'confidence' | 'within'>; requestKey: string | undefined } {
  const form = readForm(visit, ADDED);
  const ownVoice = form.kind === 'narration';
  const speaker = form.speaker?.trim() || (ownVoice ? (article.publisher ?? 'The publisher') : '');
  if (speaker === '') throw invalid('Say who said it.', 'speaker');
  const type = ownVoice ? 'publisher' : (form.type ?? 'person');
  const content = contentOf(article.text, form);
  const near = content.start;
  const added = {
    kind: form.kind,
    content: [content],
    cue: locatePieces(article.text, form.cue ?? '', near, 'cue'),
    source: locatePieces(article.text, form.source ?? '', near, 'source'),
    ...provenanceFrom({ ...form, speaker, type }, null),
    polarity: 'asserted' as const,
    checkable: true,
  };
  return { added, requestKey: form.request_key };
}

function contentOf(
  text: string,
  form: { words: string; start?: number | ''; occurrence?: number | '' },
): Span {
  if (form.words.trim() === '') throw invalid('Paste the words that were said, exactly as printed.', 'words');
  const places = findWords(text, form.words);
  if (places.length === 0)
    throw invalid('These words do not stand in this article. Copy them exactly as printed.', 'words');
  const { start } = form;
  if (typeof start === 'number') {
    const selected = places.find((place) => place.start === start);
    if (selected) return selected;
  }
  if (places.length === 1) return places[0]!;
  const chosen = places[Number(form.occurrence || 0) - 1];
  if (chosen) return chosen;
  throw new Ambiguous(
    'These words stand here more than once. Which ones do you mean?',
    occurrencesOf(text, places),
  );
}
