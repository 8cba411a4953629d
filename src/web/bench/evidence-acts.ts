// Forms about evidence: adding it, what it does, whose knowledge it rests on, its grades, withdrawing it.
import { z } from 'zod';
import { CREDIBILITIES, RELIABILITIES, STANCES } from '../../core/rating.js';
import * as workflow from '../../workflow.js';
import { optionalText, requiredText } from '../form.js';
import type { Visit } from '../route.js';
import { readAct, reason, type StatementForm } from './act-form.js';

const link = z
  .union([
    z.url({ protocol: /^https?$/, message: 'A link begins with http:// or https://.' }).max(4000),
    z.literal(''),
  ])
  .optional()
  .transform((value) => value || null);

const EVIDENCE_ID = z.string().max(100);
const GRADES = {
  stance: z.enum(STANCES, { error: 'Say what it does: supports, contradicts or context.' }),
  reliability: z.enum(RELIABILITIES).default('F'),
  credibility: z.coerce
    .number()
    .pipe(z.literal([...CREDIBILITIES]))
    .default(6),
};

export const EVIDENCE_ACTS: Readonly<Record<string, StatementForm>> = {
  evidence_added(on) {
    const { form, seen } = readAct(on, {
      ...GRADES,
      title: requiredText(500, 'Give the evidence a title.'),
      url: link,
      archive_url: link,
      origin: requiredText(300, 'Say whose knowledge this finally rests on.'),
      method: optionalText(2000),
    });
    const { title, url, stance, method, reliability, credibility } = form;
    const item = { title, url, archiveUrl: form.archive_url, stance, method, reliability, credibility };
    const origin = { name: form.origin, speakerId: null };
    return workflow.addEvidence(on.web.desk, on.editor, on.id, seen, { ...item, origin }, fileOf(on.visit));
  },
  evidence_stance_changed(on) {
    const { form, seen } = readAct(on, {
      evidence_id: EVIDENCE_ID,
      stance: GRADES.stance,
      reason: optionalText(2000),
    });
    const payload = { evidenceId: form.evidence_id, stance: form.stance, reason: form.reason ?? '' };
    return workflow.changeStance(on.web.desk, on.editor, on.id, seen, payload);
  },
  evidence_origin_changed(on) {
    const { form, seen } = readAct(on, {
      evidence_id: EVIDENCE_ID,
      origin: requiredText(300, 'Say whose knowledge this finally rests on.'),
      reason: optionalText(2000),
    });
    const origin = { name: form.origin, speakerId: null };
    const payload = { evidenceId: form.evidence_id, origin, reason: form.reason ?? '' };
    return workflow.changeOrigin(on.web.desk, on.editor, on.id, seen, payload);
  },
  reliability_graded(on) {
    const { form, seen } = readAct(on, { evidence_id: EVIDENCE_ID, reliability: z.enum(RELIABILITIES) });
    const payload = { evidenceId: form.evidence_id, reliability: form.reliability };
    return workflow.gradeReliability(on.web.desk, on.editor, on.id, seen, payload);
  },
  credibility_graded(on) {
    const { form, seen } = readAct(on, { evidence_id: EVIDENCE_ID, credibility: GRADES.credibility });
    const payload = { evidenceId: form.evidence_id, credibility: form.credibility };
    return workflow.gradeCredibility(on.web.desk, on.editor, on.id, seen, payload);
  },
  evidence_withdrawn(on) {
    const { form, seen } = readAct(on, {
      evidence_id: EVIDENCE_ID,
      reason: reason('Say why this is withdrawn.'),
    });
    const payload = { evidenceId: form.evidence_id, reason: form.reason };
    return workflow.withdrawEvidence(on.web.desk, on.editor, on.id, seen, payload);
  },
};

/** A file comes as bytes of no known kind: it is kept, and only ever handed out as a download. */
function fileOf(visit: Visit): { bytes: Uint8Array; mediaType: string } | null {
  const upload = visit.uploads.find((one) => one.field === 'file' && one.bytes.length > 0);
  return upload ? { bytes: upload.bytes, mediaType: 'application/octet-stream' } : null;
}
