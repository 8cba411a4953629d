// Evidence: adding it, saying what it does and whose knowledge it rests on, grading it, withdrawing it.
import { sha256 } from '../core/digest.js';
import type { Editor } from '../core/editor.js';
import { invalid } from '../core/errors.js';
import type { StatementAct } from '../core/event.js';
import { type EvidenceItem, type Origin, standing } from '../core/evidence.js';
import { sniffMediaType } from '../core/media-type.js';
import type { Credibility, Reliability, Stance } from '../core/rating.js';
import { nameKeys, nameWords } from '../core/registry/name-keys.js';
import type { RegisteredSpeaker } from '../core/speakers/registered-speaker.js';
import type { Recorded } from '../core/store.js';
import { wireKey } from '../core/wire.js';
import { type Desk, draftOf, onStatement, permit, requestFor, type Seen } from './desk.js';
import { mergesDue, survivor } from './known-origins.js';
import { wireOfLink } from './republications.js';

export async function addEvidence(
  desk: Desk,
  editor: Editor,
  id: string,
  seen: Seen,
  item: Omit<EvidenceItem, 'id' | 'fileSha256'>,
  file: Uint8Array | null,
): Promise<Recorded> {
  permit(editor, 'review');
  const origin = await settleOrigin(desk, item.origin);
  let fileSha256: string | null = null;
  if (file) {
    fileSha256 = sha256(file);
    await desk.store.addFile({
      sha256: fileSha256,
      size: file.length,
      mediaType: sniffMediaType(file),
      bytes: file,
      addedAt: desk.now(),
    });
  }
  const payload: EvidenceItem = { ...item, origin, id: desk.newId(), fileSha256 };
  const { articleId, evidence } = await desk.store.review(id);
  if (item.stance !== 'context' && (await leadsTo(desk, item.url, articleId)))
    throw invalid(
      'This link leads to the very text that is checked here, or to a copy of it under another masthead. It cannot speak for or against itself: add it as context.',
      'stance',
    );
  const acts: StatementAct[] = [{ kind: 'evidence_added', payload }];
  for (const merge of await mergesDue(desk, [...standing(evidence), payload]))
    if (merge.evidenceId === payload.id) acts.push({ kind: 'origins_merged', payload: merge });
  const entries = acts.map((act, index) => ({
    draft: draftOf(desk, editor, articleId, id, act),
    seen: seen.version + index,
  }));
  return desk.store.record(entries, requestFor(editor, seen.requestKey));
}

export const changeStance = (
  desk: Desk,
  editor: Editor,
  id: string,
  seen: Seen,
  payload: { evidenceId: string; stance: Stance; reason: string },
): Promise<Recorded> => onStatement(desk, editor, id, seen, { kind: 'evidence_stance_changed', payload });

export async function changeOrigin(
  desk: Desk,
  editor: Editor,
  id: string,
  seen: Seen,
  change: { evidenceId: string; origin: Origin; reason: string },
): Promise<Recorded> {
  permit(editor, 'review');
  const payload = { ...change, origin: await settleOrigin(desk, change.origin) };
  return onStatement(desk, editor, id, seen, { kind: 'evidence_origin_changed', payload });
}

const leadsTo = async (desk: Desk, url: string | null, articleId: string): Promise<boolean> => {
  const wire = await wireOfLink(desk, url);
  return wire !== null && wire === wireKey(await desk.store.wireOf(articleId));
};

/**
 * The registry's entry an origin means: the one that was picked, or the only one with exactly that name; an entry that
 * was merged into another stands for the other. A name the registry does not have stays a name.
 */
async function settleOrigin(desk: Desk, origin: Origin): Promise<Origin> {
  if (origin.speakerId !== null)
    return entry(await survivor(desk, await desk.store.speaker(origin.speakerId)));
  const wanted = wordsOfName(origin.name);
  const named = (await desk.store.findSpeakers(nameKeys(origin.name))).filter(
    ({ type, name, aliases }) =>
      type !== 'anonymous' && [name, ...aliases].some((one) => wordsOfName(one) === wanted),
  );
  const [only] = named;
  return only && named.length === 1 && wanted !== '' ? entry(await survivor(desk, only)) : origin;
}

const entry = ({ id, name }: RegisteredSpeaker): Origin => ({ name, speakerId: id });

const wordsOfName = (name: string): string => nameWords(name).join(' ');

/** Two items are one story, told twice: their origins count as one from now on. */
export const mergeOrigins = (
  desk: Desk,
  editor: Editor,
  id: string,
  seen: Seen,
  payload: { evidenceId: string; sameAs: string },
): Promise<Recorded> => onStatement(desk, editor, id, seen, { kind: 'origins_merged', payload });

export const partOrigins = (
  desk: Desk,
  editor: Editor,
  id: string,
  seen: Seen,
  payload: { evidenceId: string },
): Promise<Recorded> => onStatement(desk, editor, id, seen, { kind: 'origins_parted', payload });

export const gradeReliability = (
  desk: Desk,
  editor: Editor,
  id: string,
  seen: Seen,
  payload: { evidenceId: string; reliability: Reliability },
): Promise<Recorded> => onStatement(desk, editor, id, seen, { kind: 'reliability_graded', payload });

export const gradeCredibility = (
  desk: Desk,
  editor: Editor,
  id: string,
  seen: Seen,
  payload: { evidenceId: string; credibility: Credibility },
): Promise<Recorded> => onStatement(desk, editor, id, seen, { kind: 'credibility_graded', payload });

export const withdrawEvidence = (
  desk: Desk,
  editor: Editor,
  id: string,
  seen: Seen,
  payload: { evidenceId: string; reason: string },
): Promise<Recorded> => onStatement(desk, editor, id, seen, { kind: 'evidence_withdrawn', payload });
