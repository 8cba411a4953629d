// Evidence: adding it, saying what it does and whose knowledge it rests on, grading it, withdrawing it.
import { sha256 } from '../core/digest.js';
import type { Editor } from '../core/editor.js';
import type { EvidenceItem, Origin } from '../core/evidence.js';
import type { Credibility, Reliability, Stance } from '../core/rating.js';
import type { Recorded } from '../core/store.js';
import { type Desk, onStatement, permit, type Seen } from './desk.js';

export async function addEvidence(
  desk: Desk,
  editor: Editor,
  id: string,
  seen: Seen,
  item: Omit<EvidenceItem, 'id' | 'fileSha256'>,
  file: { bytes: Uint8Array; mediaType: string } | null,
): Promise<Recorded> {
  permit(editor, 'review');
  let fileSha256: string | null = null;
  if (file) {
    fileSha256 = sha256(file.bytes);
    const { bytes, mediaType } = file;
    await desk.store.addFile({
      sha256: fileSha256,
      size: bytes.length,
      mediaType,
      bytes,
      addedAt: desk.now(),
    });
  }
  const payload: EvidenceItem = { ...item, id: desk.newId(), fileSha256 };
  return onStatement(desk, editor, id, seen, { kind: 'evidence_added', payload });
}

export const changeStance = (
  desk: Desk,
  editor: Editor,
  id: string,
  seen: Seen,
  payload: { evidenceId: string; stance: Stance; reason: string },
): Promise<Recorded> => onStatement(desk, editor, id, seen, { kind: 'evidence_stance_changed', payload });

export const changeOrigin = (
  desk: Desk,
  editor: Editor,
  id: string,
  seen: Seen,
  payload: { evidenceId: string; origin: Origin; reason: string },
): Promise<Recorded> => onStatement(desk, editor, id, seen, { kind: 'evidence_origin_changed', payload });

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
