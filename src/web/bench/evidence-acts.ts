// Forms about evidence: adding it, what it does, whose knowledge it rests on, its grades, withdrawing it.
import { z } from 'zod';
import { invalid } from '../../core/errors.js';
import type { Origin } from '../../core/evidence.js';
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

/** An entry of the registry, picked; or a name, typed. */
const ORIGIN = { origin_id: z.string().max(100).optional(), origin: z.string().trim().max(300).default('') };

function originFrom({ origin_id: speakerId, origin: name }: { origin_id?: string; origin: string }): Origin {
  if (!speakerId && name === '') throw invalid('Say whose knowledge this finally rests on.', 'origin');
  if (speakerId && name !== '')
    throw invalid('Pick an entry or type a name, not both: leave one of the two empty.', 'origin');
  return { name, speakerId: speakerId || null };
}

export const EVIDENCE_ACTS: Readonly<Record<string, StatementForm>> = {
  evidence_added(on) {
    const { form, seen } = readAct(on, {
      ...GRADES,
      title: requiredText(500, 'Give the evidence a title.'),
      url: link,
      archive_url: link,
      ...ORIGIN,
      method: optionalText(2000),
    });
    const { title, url, stance, method, reliability, credibility } = form;
    const item = { title, url, archiveUrl: form.archive_url, stance, method, reliability, credibility };
    const origin = originFrom(form);
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
      ...ORIGIN,
      reason: optionalText(2000),
    });
    const origin = originFrom(form);
    const payload = { evidenceId: form.evidence_id, origin, reason: form.reason ?? '' };
    return workflow.changeOrigin(on.web.desk, on.editor, on.id, seen, payload);
  },
  origins_merged(on) {
    const { form, seen } = readAct(on, {
      evidence_id: EVIDENCE_ID,
      same_as: requiredText(100, 'Choose the other item of the same story.'),
    });
    const payload = { evidenceId: form.evidence_id, sameAs: form.same_as };
    return workflow.mergeOrigins(on.web.desk, on.editor, on.id, seen, payload);
  },
  origins_parted(on) {
    const { form, seen } = readAct(on, { evidence_id: EVIDENCE_ID });
    return workflow.partOrigins(on.web.desk, on.editor, on.id, seen, { evidenceId: form.evidence_id });
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

/** What the browser calls the file, by name or by type, counts for nothing. */
const fileOf = (visit: Visit): Uint8Array | null =>
  visit.uploads.find((one) => one.field === 'file' && one.bytes.length > 0)?.bytes ?? null;
