// What others found, as notes of ours: their words, marked as theirs, and where they come from.
import type { ForeignStatement } from '../importers/interchange-statement.js';

/** A note holds 10,000 characters. */
const LONGEST = 9_000;

export interface ForeignFile {
  readonly name: string;
  readonly form: string;
  readonly sha256: string;
}

/** Markdown. The same file gives the same notes, by which a second import knows them. */
export function noteBodies(theirs: ForeignStatement, file: ForeignFile): readonly string[] {
  const parts = [verdictOf(theirs), speakerOf(theirs), ...commentsOf(theirs), linksOf(theirs)].flatMap(
    (part) => (part === null ? [] : pieces(part)),
  );
  const from = `*Brought in from “${plain(file.name)}” (${file.form}, SHA-256 ${file.sha256.slice(0, 16)}…). Theirs, not a finding of this desk.*`;
  const bodies: string[] = [];
  let body = '';
  for (const part of parts) {
    if (body !== '' && body.length + part.length > LONGEST) {
      bodies.push(`${body}\n\n${from}`);
      body = '';
    }
    body = body === '' ? part : `${body}\n\n${part}`;
  }
  return [...bodies, body === '' ? from : `${body}\n\n${from}`];
}

function pieces(part: string): readonly string[] {
  const found: string[] = [];
  for (let at = 0; at < part.length; at += LONGEST) found.push(part.slice(at, at + LONGEST));
  return found;
}

/** On one line, so that it stays what it is: a name or a word. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#]/g, '\\$&');

function verdictOf({ verdict }: ForeignStatement): string | null {
  if (!verdict) return null;
  const who = [verdict.by && `by ${plain(verdict.by)}`, verdict.on].filter(Boolean).join(', ');
  return [
    `**Their finding:** ${plain(verdict.words)}${who && ` (${who})`}`,
    verdict.reason && plain(verdict.reason),
    verdict.url && /^https?:/.test(verdict.url) && verdict.url,
  ]
    .filter(Boolean)
    .join('\n\n');
}

function speakerOf({ speaker }: ForeignStatement): string | null {
  if (!speaker) return null;
  const hat = [speaker.role, speaker.affiliation].filter(Boolean).join(', ');
  return `**Who they say said it:** ${plain(hat ? `${speaker.name}, ${hat}` : speaker.name)}`;
}

const commentsOf = ({ comments }: ForeignStatement): readonly string[] =>
  comments.map(({ by, body }) => `**Comment${by ? ` by ${plain(by)}` : ''}:** ${body}`);

function linksOf({ links }: ForeignStatement): string | null {
  if (links.length === 0) return null;
  return `**Sources they give:**\n\n${links.map(({ url, title }) => `- ${title ? `${plain(title)}: ` : ''}${url}`).join('\n')}`;
}
