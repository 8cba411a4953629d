// The demo's acts on one statement: settling who said it, evidence, rating, sign-off.
import type { Review } from '../core/review.js';
import { signOffDigest } from '../core/sign-off.js';
import * as workflow from '../workflow.js';
import type { Stage } from './perform.js';
import { find } from './place.js';
import { readSeed, type SeedAct } from './story.js';

type Act<Kind extends SeedAct['act']> = Extract<SeedAct, { act: Kind }>;

/** An editor confirms the engine where it is right, and corrects it where it is not. */
export async function settled(stage: Stage, act: Act<'attribution_settled'>): Promise<unknown> {
  const { desk, editorOf } = stage;
  const editor = editorOf(act.by);
  const found = await foundOrAdded(stage, act);
  if (found.attribution === 'confirmed') return found;
  const { statementId: id, provenance } = found;
  const version = await wordsSettled(stage, act, found);
  const { speaker, via = provenance.via, channel = provenance.channel, reason = null } = act;
  const right =
    provenance.speaker.name === speaker.name &&
    provenance.speaker.type === speaker.type &&
    via.join() === provenance.via.join();
  if (right) return workflow.confirmAttribution(desk, editor, id, { version });
  const settledAs = { speaker, via, channel, saidOn: provenance.saidOn };
  return workflow.identifySource(desk, editor, id, { version }, settledAs, reason);
}

/** Where the act says which words were said, the statement's are set to them; the version after that. */
async function wordsSettled(
  { desk, editorOf, articleId }: Stage,
  act: Act<'attribution_settled'>,
  found: Review,
): Promise<number> {
  if (act.words === undefined || act.words === found.words) return found.version;
  const { span } = await find(desk.store, articleId, act.words);
  const { statementId, version, kind, cue, source } = found;
  const selection = { kind, content: [span], cue, source };
  await workflow.correctWords(desk, editorOf(act.by), statementId, { version }, selection);
  return version + 1;
}

export async function disputed(stage: Stage, act: Act<'attribution_disputed'>): Promise<unknown> {
  const { statementId: id, version } = await foundOrAdded(stage, act);
  return workflow.disputeAttribution(stage.desk, stage.editorOf(act.by), id, { version }, act.reason);
}

/** Where the engine missed the statement, the editor selects its words. */
async function foundOrAdded(
  { desk, editorOf, articleId }: Stage,
  act: Act<'attribution_settled' | 'attribution_disputed'>,
): Promise<Review> {
  const { review } = await find(desk.store, articleId, act.on);
  if (review) return review;
  const { span } = await find(desk.store, articleId, act.words ?? act.on);
  const id = await workflow.addStatement(desk, editorOf(act.by), articleId, {
    kind: 'indirect',
    content: [span],
    cue: [],
    source: [],
    speaker: act.speaker,
    via: act.via ?? [],
    channel: act.channel ?? null,
    saidOn: null,
    polarity: 'asserted',
    checkable: true,
  });
  return desk.store.review(id);
}

export async function performOn(
  { desk, story, editorOf, articleId }: Stage,
  act: Act<'identity_recorded' | 'evidence_added' | 'rated' | 'signed_off' | 'returned' | 'assigned'>,
): Promise<unknown> {
  const { review } = await find(desk.store, articleId, act.on);
  if (!review) throw new Error(`No statement holds “${act.on}”.`);
  const editor = editorOf(act.by);
  const id = review.statementId;
  const seen = { version: review.version };
  switch (act.act) {
    case 'identity_recorded':
      return workflow.recordIdentity(desk, editor, id, seen, act.identity);
    case 'evidence_added': {
      const { title, url, stance, method, reliability, credibility } = act;
      const origin = { name: act.origin, speakerId: null };
      const item = { title, url, archiveUrl: null, stance, origin, method, reliability, credibility };
      const file = act.file ? readSeed(story.folder, act.file) : null;
      return workflow.addEvidence(desk, editor, id, seen, item, file);
    }
    case 'rated':
      return workflow.rate(desk, editor, id, seen, act.rating, act.reason);
    case 'signed_off':
      return workflow.signOff(desk, editor, id, seen, signOffDigest(review));
    case 'returned':
      return workflow.sendBack(desk, editor, id, seen, act.reason);
    case 'assigned':
      return workflow.assign(desk, editor, id, seen, editorOf(act.to).id, act.note);
  }
}
