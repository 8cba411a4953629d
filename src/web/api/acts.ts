// The acts an API client may record on a statement: what each takes, and the one act of the workflow it calls.
import { z } from 'zod';
import type { Editor } from '../../core/editor.js';
import { CREDIBILITIES, RATINGS, RELIABILITIES, STANCES } from '../../core/rating.js';
import { CHANNELS, SPEAKER_TYPES } from '../../core/statement.js';
import type { Recorded } from '../../core/store.js';
import type { Seen } from '../../workflow.js';
import * as workflow from '../../workflow.js';
import { someWords, words } from './read.js';

const said = (message: string) => someWords(2000, message);
const perhaps = (limit: number) =>
  someWords(limit, 'Leave it out, or write something.').nullable().default(null);
const link = z
  .url({ protocol: /^https?$/, message: 'A link begins with http:// or https://.' })
  .max(4000)
  .nullable()
  .default(null);
export const DAY = z.iso.date('Give the day as YYYY-MM-DD.').nullable().default(null);

export const ACT = z
  .discriminatedUnion('act', [
    z.strictObject({ act: z.literal('attribution_confirmed') }),
    z.strictObject({
      act: z.literal('attribution_disputed'),
      reason: said('Say why you doubt that this source said it.'),
    }),
    z.strictObject({
      act: z.literal('source_identified'),
      speaker: z.strictObject({
        name: someWords(300, 'Say who said it.'),
        type: z.enum(SPEAKER_TYPES),
        role: perhaps(300),
        affiliation: perhaps(300),
      }),
      via: z.array(someWords(300, 'Give a name.')).max(20).default([]),
      channel: z.enum(CHANNELS).nullable().default(null),
      said_on: DAY,
      reason: perhaps(2000),
    }),
    z.strictObject({ act: z.literal('rated'), rating: z.enum(RATINGS), reason: words(5000).default('') }),
    z.strictObject({ act: z.literal('signed_off'), digest: words(100) }),
    z.strictObject({ act: z.literal('returned'), reason: said('Say what should be looked at again.') }),
    z.strictObject({
      act: z.literal('evidence_added'),
      title: someWords(500, 'Give the evidence a title.'),
      url: link,
      archive_url: link,
      origin: someWords(300, 'Say whose knowledge this finally rests on.'),
      method: perhaps(2000),
      stance: z.enum(STANCES),
      reliability: z.enum(RELIABILITIES).default('F'),
      credibility: z.literal([...CREDIBILITIES]).default(6),
    }),
    z.strictObject({
      act: z.literal('noted'),
      body: someWords(10_000, 'Write the note.'),
      confidential: z.boolean().default(false),
      reply_to: perhaps(100),
    }),
    z.strictObject({ act: z.literal('struck_out'), reason: said('Say why this is no statement.') }),
    z.strictObject({ act: z.literal('restored'), reason: perhaps(2000) }),
  ])
  .meta({ id: 'Act' });

export type ApiAct = z.output<typeof ACT>;

export interface On {
  readonly desk: workflow.Desk;
  readonly editor: Editor;
  readonly id: string;
  readonly seen: Seen;
}

export function record({ desk, editor, id, seen }: On, act: ApiAct): Promise<Recorded> {
  switch (act.act) {
    case 'attribution_confirmed':
      return workflow.confirmAttribution(desk, editor, id, seen);
    case 'attribution_disputed':
      return workflow.disputeAttribution(desk, editor, id, seen, act.reason);
    case 'source_identified':
      return identify({ desk, editor, id, seen }, act);
    case 'rated':
      return workflow.rate(desk, editor, id, seen, act.rating, act.reason);
    case 'signed_off':
      return workflow.signOff(desk, editor, id, seen, act.digest);
    case 'returned':
      return workflow.sendBack(desk, editor, id, seen, act.reason);
    case 'evidence_added': {
      const { title, url, archive_url: archiveUrl, method, stance, reliability, credibility } = act;
      const origin = { name: act.origin, speakerId: null };
      const item = { title, url, archiveUrl, method, stance, reliability, credibility, origin };
      return workflow.addEvidence(desk, editor, id, seen, item, null);
    }
    case 'noted':
      return note({ desk, editor, id, seen }, act);
    case 'struck_out':
      return workflow.strikeOut(desk, editor, id, seen, act.reason);
    case 'restored':
      return workflow.restore(desk, editor, id, seen, act.reason);
  }
}

/** The same name keeps what is known of that speaker: the registry's entry, and why a source is not named. */
async function identify(on: On, act: Extract<ApiAct, { act: 'source_identified' }>): Promise<Recorded> {
  const { speaker: before } = (await on.desk.store.review(on.id)).provenance;
  const same = before.name === act.speaker.name ? before : null;
  const anonymity = act.speaker.type === 'anonymous' ? same?.anonymity : undefined;
  const provenance = {
    speaker: { ...act.speaker, speakerId: same?.speakerId ?? null, ...(anonymity ? { anonymity } : {}) },
    via: act.via,
    channel: act.channel,
    saidOn: act.said_on,
  };
  return workflow.identifySource(on.desk, on.editor, on.id, on.seen, provenance, act.reason);
}

async function note(on: On, act: Extract<ApiAct, { act: 'noted' }>): Promise<Recorded> {
  const { articleId } = await on.desk.store.review(on.id);
  const { body, confidential, reply_to: replyTo } = act;
  const written = { body, confidential, replyTo, span: null };
  const target = { articleId, statementId: on.id };
  return workflow.addNote(on.desk, on.editor, target, written, on.seen.requestKey, on.seen.version);
}
