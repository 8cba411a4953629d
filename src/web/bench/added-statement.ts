// A statement an editor adds: from a selection, or from words pasted out of the article.
import { z } from 'zod';
import { invalid } from '../../core/errors.js';
import { type ExtractedStatement, KINDS } from '../../core/statement.js';
import type { StoredArticle } from '../../core/store.js';
import { readForm, requestKey } from '../form.js';
import type { Visit } from '../route.js';
import { locatePieces } from './locate.js';
import { PLACED, placedWords } from './placed-words.js';
import { PROVENANCE, provenanceFrom } from './provenance-form.js';

const ADDED = {
  act: z.literal('statement_added'),
  request_key: requestKey,
  view: z.string().max(2000).optional(),
  draft: z.string().max(200).optional(),
  ...PLACED,
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
  if (form.words.trim() === '') throw invalid('Paste the words that were said, exactly as printed.', 'words');
  const content = placedWords(article.text, form);
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
