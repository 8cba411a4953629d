// What a form on the bench asks for, by its field `act`: each reads its own fields and calls one act of the workflow.
import { z } from 'zod';
import { invalid } from '../../core/errors.js';
import { RATINGS } from '../../core/rating.js';
import { KINDS } from '../../core/statement.js';
import type { Recorded } from '../../core/store.js';
import * as workflow from '../../workflow.js';
import { optionalText } from '../form.js';
import { type ActOn, readAct, reason, type StatementForm } from './act-form.js';
import { EVIDENCE_ACTS } from './evidence-acts.js';
import { locatePieces } from './locate.js';
import { NOTE_ACTS } from './note-acts.js';
import { PROVENANCE, provenanceFrom } from './provenance-form.js';

const ACTS: Readonly<Record<string, StatementForm>> = {
  attribution_confirmed(on) {
    const { seen } = readAct(on, {});
    return workflow.confirmAttribution(on.web.desk, on.editor, on.id, seen);
  },
  attribution_disputed(on) {
    const { form, seen } = readAct(on, { reason: reason('Say why you doubt that this source said it.') });
    return workflow.disputeAttribution(on.web.desk, on.editor, on.id, seen, form.reason);
  },
  attribution_reopened(on) {
    const { form, seen } = readAct(on, { reason: optionalText(2000) });
    return workflow.reopenAttribution(on.web.desk, on.editor, on.id, seen, form.reason);
  },
  async source_identified(on) {
    const { form, seen } = readAct(on, { ...PROVENANCE, reason: optionalText(2000) });
    const { provenance } = await on.web.desk.store.review(on.id);
    const settled = provenanceFrom(form, provenance);
    return workflow.identifySource(on.web.desk, on.editor, on.id, seen, settled, form.reason);
  },
  identity_recorded(on) {
    const { form, seen } = readAct(on, { identity: z.string().max(500) });
    return workflow.recordIdentity(on.web.desk, on.editor, on.id, seen, form.identity);
  },
  async words_corrected(on) {
    const { form, seen } = readAct(on, {
      kind: z.enum(KINDS),
      content: z.string().max(100_000),
      cue: z.string().max(10_000).optional(),
      source: z.string().max(10_000).optional(),
    });
    const review = await on.web.desk.store.review(on.id);
    const { text } = await on.web.desk.store.article(review.articleId);
    const near = review.content[0]?.start ?? 0;
    const selection = {
      kind: form.kind,
      content: locatePieces(text, form.content, near, 'content'),
      cue: locatePieces(text, form.cue ?? '', near, 'cue'),
      source: locatePieces(text, form.source ?? '', near, 'source'),
    };
    return workflow.correctWords(on.web.desk, on.editor, on.id, seen, selection);
  },
  reclassified(on) {
    const { form, seen } = readAct(on, {
      checkable: z.enum(['yes', 'no']),
      polarity: z.enum(['asserted', 'denied']),
    });
    const payload = { checkable: form.checkable === 'yes', polarity: form.polarity };
    return workflow.reclassify(on.web.desk, on.editor, on.id, seen, payload);
  },
  struck_out(on) {
    const { form, seen } = readAct(on, { reason: reason('Say why this is no statement.') });
    return workflow.strikeOut(on.web.desk, on.editor, on.id, seen, form.reason);
  },
  restored(on) {
    const { form, seen } = readAct(on, { reason: optionalText(2000) });
    return workflow.restore(on.web.desk, on.editor, on.id, seen, form.reason);
  },
  rated(on) {
    const { form, seen } = readAct(on, {
      rating: z.enum(RATINGS, { error: 'Choose a rating first.' }),
      reason: z.string().max(5000, 'That is longer than 5000 characters.').default(''),
    });
    return workflow.rate(on.web.desk, on.editor, on.id, seen, form.rating, form.reason);
  },
  signed_off(on) {
    const { form, seen } = readAct(on, { digest: z.string().max(100) });
    return workflow.signOff(on.web.desk, on.editor, on.id, seen, form.digest);
  },
  sign_off_withdrawn(on) {
    const { form, seen } = readAct(on, { reason: reason('Say why the sign-off is withdrawn.') });
    return workflow.withdrawSignOff(on.web.desk, on.editor, on.id, seen, form.reason);
  },
  returned(on) {
    const { form, seen } = readAct(on, { reason: reason('Say what should be looked at again.') });
    return workflow.sendBack(on.web.desk, on.editor, on.id, seen, form.reason);
  },
  assigned(on) {
    const { form, seen } = readAct(on, { to: z.string().max(100), note: optionalText(1000) });
    return workflow.assign(on.web.desk, on.editor, on.id, seen, form.to || null, form.note);
  },
  undone(on) {
    const { seen } = readAct(on, {});
    return workflow.undo(on.web.desk, on.editor, on.id, seen);
  },
  ...NOTE_ACTS,
  ...EVIDENCE_ACTS,
};

/** Does what the form's `act` says, or refuses with a sentence. */
export function actOnStatement(act: string, on: ActOn): Promise<Recorded> {
  const form = Object.hasOwn(ACTS, act) ? ACTS[act] : undefined;
  if (!form) throw unknownAct();
  return form(on);
}

export const unknownAct = () => invalid('This form asks for something the desk cannot do. Reload the page.');
