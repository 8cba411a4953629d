// Who says what in a text, by the model that ships.
import { readFileSync } from 'node:fs';
import { findBlocks } from '../../../src/core/blocks/find-blocks.ts';
import { loadLinearTagger } from '../../../src/core/extract/linear-tagger.ts';
import { extractStatements } from '../../../src/core/extract-statements.ts';

const tagger = loadLinearTagger(readFileSync(new URL('../../../model/whosaid-linear.bin', import.meta.url)));

function attributedIn(text: string) {
  const article = { text, blocks: findBlocks(text), publishedOn: '2024-05-14', publisher: 'Kestrel Daily' };
  const found = extractStatements(article, { name: 'whosaid', version: '1', tagger });
  return found.filter(({ kind }) => kind !== 'narration');
}

/** Attributed statements as "speaker (via …): content", without quotation marks and a leading "that". */
export const said = (text: string): string[] =>
  attributedIn(text).map(({ speaker, via, content }) => {
    const words = content.map(({ start, end }) => text.slice(start, end)).join(' … ');
    const plain = words.replace(/["“”]|[,.](?=["”]|$)/g, '').replace(/^that /, '');
    return `${speaker.name}${via.length > 0 ? ` (via ${via.join(', ')})` : ''}: ${plain}`;
  });

/** Who is found to say something, as "speaker, role". */
export const speakersIn = (text: string): string[] =>
  attributedIn(text).map(({ speaker }) => `${speaker.name}, ${speaker.role ?? 'of no role'}`);

/** The words, or the mark, by which each statement is found to be said. */
export const cuesIn = (text: string): string[] =>
  attributedIn(text).map(({ cue }) => cue.map(({ start, end }) => text.slice(start, end)).join(' '));

export const typesIn = (text: string): string[] => attributedIn(text).map(({ speaker }) => speaker.type);
