// What a form on the bench asks for, by its field `act`: each reads its own fields and calls one act of the workflow.
import { z } from 'zod';
import type { Editor } from '../../core/editor.js';
import { invalid } from '../../core/errors.js';
import type { Provenance } from '../../core/event.js';
import { CREDIBILITIES, RATINGS, RELIABILITIES, STANCES } from '../../core/rating.js';
import { CHANNELS, KINDS, SPEAKER_TYPES } from '../../core/statement.js';
import type { Recorded } from '../../core/store.js';
import * as workflow from '../../workflow.js';
import { checkbox, optionalText, readForm, requestKey, requiredText, version } from '../form.js';
import type { Visit, Web } from '../route.js';
import { locatePieces } from './locate.js';
import { mentionsIn } from './mentions.js';

export interface ActOn {
  readonly visit: Visit;
  readonly web: Web;
  readonly editor: Editor;
  readonly id: string;
}

type StatementForm = (on: ActOn) => Promise<Recorded>;

/** Fields of every form on a statement. `view` is the bench's filter, `go` where to go afterwards. */
export const COMMON = {
  act: z.string(),
  version,
  request_key: requestKey,
  view: z.string().max(2000).optional(),
  go: z.enum(['stay', 'next']).optional(),
};

function read<Shape extends z.ZodRawShape>({ visit }: ActOn, shape: Shape) {
  const form = readForm(visit, { ...shape, ...COMMON }) as z.infer<z.ZodObject<Shape>> &
    z.infer<z.ZodObject<typeof COMMON>>;
  return { form, seen: { version: form.version, requestKey: form.request_key } };
}

const day = z
  .union([z.iso.date('Give the day as YYYY-MM-DD, or leave it empty.'), z.literal('')])
  .optional()
  .transform((value) => value || null);

const link = z
  .union([
    z.url({ protocol: /^https?$/, message: 'A link begins with http:// or https://.' }).max(4000),
    z.literal(''),
  ])
  .optional()
  .transform((value) => value || null);

const reason = (message: string) => requiredText(2000, message);

/** Fields that say who said it and how it reached us. */
export const PROVENANCE = {
  speaker: requiredText(300, 'Say who said it.'),
  type: z.enum(SPEAKER_TYPES, { error: 'Choose what kind of speaker this is.' }),
  role: optionalText(300),
  affiliation: optionalText(300),
  via: z.string().max(1000).optional(),
  channel: z
    .enum([...CHANNELS, ''])
    .optional()
    .transform((value) => value || null),
  said_on: day,
};

export function provenanceFrom(
  form: z.infer<z.ZodObject<typeof PROVENANCE>>,
  before: Provenance | null,
): Provenance {
  const same = before?.speaker.name === form.speaker ? before.speaker : null;
  return {
    speaker: {
      name: form.speaker,
      type: form.type,
      role: form.role,
      affiliation: form.affiliation,
      speakerId: same?.speakerId ?? null,
      ...(same?.anonymity && form.type === 'anonymous' ? { anonymity: same.anonymity } : {}),
    },
    via: (form.via ?? '')
      .split(/[\n;]/)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
    channel: form.channel,
    saidOn: form.said_on,
  };
}

const EVIDENCE_ID = z.string().max(100);
const GRADES = {
  stance: z.enum(STANCES, { error: 'Say what it does: supports, contradicts or context.' }),
  reliability: z.enum(RELIABILITIES).default('F'),
  credibility: z.coerce
    .number()
    .pipe(z.literal([...CREDIBILITIES]))
    .default(6),
};

const ACTS: Readonly<Record<string, StatementForm>> = {
  attribution_confirmed(on) {
    const { seen } = read(on, {});
    return workflow.confirmAttribution(on.web.desk, on.editor, on.id, seen);
  },
  attribution_disputed(on) {
    const { form, seen } = read(on, { reason: reason('Say why you doubt that this source said it.') });
    return workflow.disputeAttribution(on.web.desk, on.editor, on.id, seen, form.reason);
  },
  attribution_reopened(on) {
    const { form, seen } = read(on, { reason: optionalText(2000) });
    return workflow.reopenAttribution(on.web.desk, on.editor, on.id, seen, form.reason);
  },
  async source_identified(on) {
    const { form, seen } = read(on, { ...PROVENANCE, reason: optionalText(2000) });
    const { provenance } = await on.web.desk.store.review(on.id);
    const settled = provenanceFrom(form, provenance);
    return workflow.identifySource(on.web.desk, on.editor, on.id, seen, settled, form.reason);
  },
  identity_recorded(on) {
    const { form, seen } = read(on, { identity: z.string().max(500) });
    return workflow.recordIdentity(on.web.desk, on.editor, on.id, seen, form.identity);
  },
  async words_corrected(on) {
    const { form, seen } = read(on, {
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
    const { form, seen } = read(on, {
      checkable: z.enum(['yes', 'no']),
      polarity: z.enum(['asserted', 'denied']),
    });
    const payload = { checkable: form.checkable === 'yes', polarity: form.polarity };
    return workflow.reclassify(on.web.desk, on.editor, on.id, seen, payload);
  },
  struck_out(on) {
    const { form, seen } = read(on, { reason: reason('Say why this is no statement.') });
    return workflow.strikeOut(on.web.desk, on.editor, on.id, seen, form.reason);
  },
  restored(on) {
    const { form, seen } = read(on, { reason: optionalText(2000) });
    return workflow.restore(on.web.desk, on.editor, on.id, seen, form.reason);
  },
  rated(on) {
    const { form, seen } = read(on, {
      rating: z.enum(RATINGS, { error: 'Choose a rating first.' }),
      reason: z.string().max(5000, 'That is longer than 5000 characters.').default(''),
    });
    return workflow.rate(on.web.desk, on.editor, on.id, seen, form.rating, form.reason);
  },
  signed_off(on) {
    const { form, seen } = read(on, { digest: z.string().max(100) });
    return workflow.signOff(on.web.desk, on.editor, on.id, seen, form.digest);
  },
  sign_off_withdrawn(on) {
    const { form, seen } = read(on, { reason: reason('Say why the sign-off is withdrawn.') });
    return workflow.withdrawSignOff(on.web.desk, on.editor, on.id, seen, form.reason);
  },
  returned(on) {
    const { form, seen } = read(on, { reason: reason('Say what should be looked at again.') });
    return workflow.sendBack(on.web.desk, on.editor, on.id, seen, form.reason);
  },
  assigned(on) {
    const { form, seen } = read(on, { to: z.string().max(100), note: optionalText(1000) });
    return workflow.assign(on.web.desk, on.editor, on.id, seen, form.to || null, form.note);
  },
  undone(on) {
    const { seen } = read(on, {});
    return workflow.undo(on.web.desk, on.editor, on.id, seen);
  },
  async noted(on) {
    const { form, seen } = read(on, {
      body: z.string(),
      confidential: checkbox,
      reply_to: optionalText(100),
    });
    const { articleId } = await on.web.desk.store.review(on.id);
    const { body, confidential, reply_to: replyTo } = form;
    const mentions = mentionsIn(body, await on.web.desk.store.editors());
    const target = { articleId, statementId: on.id };
    return workflow.addNote(
      on.web.desk,
      on.editor,
      target,
      { body, confidential, replyTo, span: null, mentions },
      seen.requestKey,
    );
  },
  note_edited: (on) => changeNote(on, 'note_edited'),
  note_resolved: (on) => changeNote(on, 'note_resolved'),
  note_reopened: (on) => changeNote(on, 'note_reopened'),
  note_withdrawn: (on) => changeNote(on, 'note_withdrawn'),
  evidence_added(on) {
    const { form, seen } = read(on, {
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
    const { form, seen } = read(on, {
      evidence_id: EVIDENCE_ID,
      stance: GRADES.stance,
      reason: optionalText(2000),
    });
    const payload = { evidenceId: form.evidence_id, stance: form.stance, reason: form.reason ?? '' };
    return workflow.changeStance(on.web.desk, on.editor, on.id, seen, payload);
  },
  evidence_origin_changed(on) {
    const { form, seen } = read(on, {
      evidence_id: EVIDENCE_ID,
      origin: requiredText(300, 'Say whose knowledge this finally rests on.'),
      reason: optionalText(2000),
    });
    const origin = { name: form.origin, speakerId: null };
    const payload = { evidenceId: form.evidence_id, origin, reason: form.reason ?? '' };
    return workflow.changeOrigin(on.web.desk, on.editor, on.id, seen, payload);
  },
  reliability_graded(on) {
    const { form, seen } = read(on, { evidence_id: EVIDENCE_ID, reliability: z.enum(RELIABILITIES) });
    const payload = { evidenceId: form.evidence_id, reliability: form.reliability };
    return workflow.gradeReliability(on.web.desk, on.editor, on.id, seen, payload);
  },
  credibility_graded(on) {
    const { form, seen } = read(on, { evidence_id: EVIDENCE_ID, credibility: GRADES.credibility });
    const payload = { evidenceId: form.evidence_id, credibility: form.credibility };
    return workflow.gradeCredibility(on.web.desk, on.editor, on.id, seen, payload);
  },
  evidence_withdrawn(on) {
    const { form, seen } = read(on, {
      evidence_id: EVIDENCE_ID,
      reason: reason('Say why this is withdrawn.'),
    });
    const payload = { evidenceId: form.evidence_id, reason: form.reason };
    return workflow.withdrawEvidence(on.web.desk, on.editor, on.id, seen, payload);
  },
};

/** Does what the form's `act` says, or refuses with a sentence. */
export function actOnStatement(act: string, on: ActOn): Promise<Recorded> {
  const form = Object.hasOwn(ACTS, act) ? ACTS[act] : undefined;
  if (!form) throw unknownAct();
  return form(on);
}

export const unknownAct = () => invalid('This form asks for something the desk cannot do. Reload the page.');

type NoteChange = 'note_edited' | 'note_resolved' | 'note_reopened' | 'note_withdrawn';

async function changeNote(on: ActOn, kind: NoteChange): Promise<Recorded> {
  const { form, seen } = read(on, { note_id: z.string().max(100), body: z.string().optional() });
  const { articleId } = await on.web.desk.store.review(on.id);
  const noteId = form.note_id;
  const act =
    kind === 'note_edited'
      ? ({ kind, payload: { noteId, body: form.body ?? '' } } as const)
      : ({ kind, payload: { noteId } } as const);
  const target = { articleId, statementId: on.id };
  return workflow.changeNote(on.web.desk, on.editor, target, act, seen.requestKey);
}

/** A file comes as bytes of no known kind: it is kept, and only ever handed out as a download. */
function fileOf(visit: Visit): { bytes: Uint8Array; mediaType: string } | null {
  const upload = visit.uploads.find((one) => one.field === 'file' && one.bytes.length > 0);
  return upload ? { bytes: upload.bytes, mediaType: 'application/octet-stream' } : null;
}
