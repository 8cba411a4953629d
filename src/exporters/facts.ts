// What is told about a statement below its words, in the order an editor asks: for forms that set it as a list of terms.
import { longTime } from '../core/report/dates.js';
import type { ReportEvidence, ReportStatement } from '../core/report/model.js';
import { linkable } from './markup.js';
import {
  anonymityLine,
  attributionLine,
  chainLine,
  gradeOf,
  KIND_WORDS,
  originLine,
  STANCE_WORDS,
  speakerLine,
  withheldLine,
} from './phrases.js';
import { plainNote } from './plain-note.js';

export interface Piece {
  readonly text: string;
  readonly look: 'plain' | 'soft' | 'strong' | 'struck' | 'print';
  /** A web address, checked. */
  readonly href?: string;
}

/** Facts that follow one another under one term leave it empty after the first. */
export interface Fact {
  readonly term: string;
  readonly pieces: readonly Piece[];
  /** Set on a fact that is an item of evidence, for forms that put its details elsewhere. */
  readonly evidence?: ReportEvidence;
}

const plain = (text: string): Piece => ({ text, look: 'plain' });
const soft = (text: string): Piece => ({ text, look: 'soft' });

export function factsOf(statement: ReportStatement): readonly Fact[] {
  const { struckOut, rating, carried, kind, polarity } = statement;
  const one = (term: string, ...pieces: readonly Piece[]): Fact[] => [{ term, pieces }];
  const maybe = (term: string, text: string | null | undefined): Fact[] =>
    text ? one(term, plain(text)) : [];
  return [
    ...maybe('Struck out', struckOut && `by ${struckOut.by}, ${longTime(struckOut.at)}: ${struckOut.reason}`),
    ...one(
      'Who said it',
      plain(speakerLine(statement)),
      soft(` · ${KIND_WORDS[kind]}${polarity === 'denied' ? ', as a denial' : ''}`),
    ),
    ...maybe('Unnamed', anonymityLine(statement)),
    ...maybe('How it reached us', chainLine(statement)),
    ...maybe('Did they say it?', attributionLine(statement)),
    ...one('Does it hold?', { text: rating.standing, look: rating.final ? 'strong' : 'plain' }),
    ...maybe('', rating.fellBack?.because),
    ...maybe('Reason', rating.reason),
    ...maybe(
      'Checkable',
      statement.checkable ? null : 'marked as an opinion, a promise, a prediction or a question',
    ),
    ...under('Evidence', statement.evidence, evidencePieces).map((fact, index) => ({
      ...fact,
      evidence: statement.evidence[index],
    })),
    ...under('Notes', statement.notes, (note) => [
      plain(plainNote(note.body)),
      soft(` ${note.by}, ${longTime(note.at)}`),
    ]),
    ...under('Corrections', statement.corrections, (correction) => [
      plain(
        `${correction.what} Why: ${correction.why} Before: ${correction.before} After: ${correction.after}`,
      ),
      soft(` ${correction.by}, ${longTime(correction.at)}`),
    ]),
    ...maybe(
      'Earlier version',
      carried && `carried over (${carried.placement})${carried.changed ? `: ${carried.changed}` : ''}`,
    ),
    ...under('History', statement.history, ({ at, sentence }) => [soft(`${longTime(at)} `), plain(sentence)]),
    ...maybe('Withheld', withheldLine(statement.withheld)?.replace('Withheld: ', '')),
  ];
}

const under = <T>(
  term: string,
  items: readonly T[],
  piecesOf: (item: T) => readonly Piece[],
): readonly Fact[] => items.map((item, index) => ({ term: index === 0 ? term : '', pieces: piecesOf(item) }));

function evidencePieces(item: ReportEvidence): readonly Piece[] {
  const href = linkable(item.url) ?? undefined;
  const archive = linkable(item.archiveUrl) ?? undefined;
  return [
    { text: `${STANCE_WORDS[item.stance]} `, look: 'strong' },
    { text: item.title, look: item.withdrawn ? 'struck' : 'plain', ...(href && !item.withdrawn && { href }) },
    soft(
      ` · origin: ${originLine(item)} · graded ${gradeOf(item)} · collected by ${item.collectedBy}, ${longTime(item.collectedAt)}`,
    ),
    ...(item.method ? [soft(` · how: ${item.method}`)] : []),
    ...(archive ? [soft(' · '), { text: 'archived copy', look: 'soft' as const, href: archive }] : []),
    ...(!href && item.url ? [soft(` · ${item.url}`)] : []),
    ...(item.fileSha256
      ? [soft(' · file kept, SHA-256 '), { text: item.fileSha256, look: 'print' as const }]
      : []),
    ...(item.withdrawn
      ? [
          soft(
            ` · withdrawn by ${item.withdrawn.by}, ${longTime(item.withdrawn.at)}: ${item.withdrawn.reason}`,
          ),
        ]
      : []),
  ];
}
