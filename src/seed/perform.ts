// Performs the acts of a story through the workflow, each at its time and by its editor, as the desk would have.
import type { Editor } from '../core/editor.js';
import type { Review } from '../core/review.js';
import { signOffDigest } from '../core/sign-off.js';
import { readDocument } from '../importers/read-document.js';
import type { Desk } from '../workflow.js';
import * as workflow from '../workflow.js';
import { readSeed, type SeedAct, type Story } from './story.js';

export interface Cast {
  readonly editorOf: (login: string) => Editor;
  /** Moves the desk's clock to a time of the demo's day. */
  readonly setClock: (at: string) => void;
}

interface Stage extends Cast {
  readonly desk: Desk;
  readonly story: Story;
  /** The version the desk works on now. */
  articleId: string;
  readonly notes: Map<string, string>;
}

/** Imports a story at `at` and performs its acts. Throws where an act quotes words no statement holds. */
export async function performStory(
  desk: Desk,
  story: Story,
  cast: Cast,
  by: string,
  at: string,
): Promise<void> {
  cast.setClock(at);
  const [first = ''] = story.meta.texts;
  const { id } = await workflow.importArticle(desk, cast.editorOf(by), await textOf(story, first));
  const stage: Stage = { ...cast, desk, story, articleId: id, notes: new Map() };
  for (const act of story.acts) {
    cast.setClock(act.at);
    try {
      await perform(stage, act);
    } catch (error) {
      throw new Error(`${story.folder}: ${act.act} at ${act.at}: ${(error as Error).message}`, {
        cause: error,
      });
    }
  }
}

async function textOf({ folder, meta }: Story, name: string): Promise<workflow.Imported> {
  const bytes = readSeed(folder, name);
  const document = await readDocument({ bytes, name });
  const { title, publisher, publishedOn, url } = meta;
  const said =
    name === meta.texts[0] ? { title, publisher, publishedOn, url } : { publisher, publishedOn, url };
  return workflow.importedFrom(document, { bytes, name }, said);
}

async function perform(stage: Stage, act: SeedAct): Promise<unknown> {
  const { desk, story, editorOf, notes } = stage;
  const editor = editorOf(act.by);
  switch (act.act) {
    case 'version_imported': {
      const newer = await workflow.importVersion(
        desk,
        editor,
        stage.articleId,
        await textOf(story, act.text),
      );
      stage.articleId = newer.id;
      return newer;
    }
    case 'article_assigned':
      return workflow.assignArticle(desk, editor, stage.articleId, editorOf(act.to).id, act.note);
    case 'published':
      return workflow.publish(desk, editor, stage.articleId);
    case 'noted': {
      const on = act.on === null ? null : await statementSaying(stage, act.on);
      const { events } = await workflow.addNote(
        desk,
        editor,
        { articleId: stage.articleId, statementId: on?.statementId ?? null },
        {
          body: act.body,
          confidential: act.confidential ?? false,
          replyTo: act.replyTo ? (notes.get(act.replyTo) ?? null) : null,
          span: null,
          mentions: (act.mentions ?? []).map((login) => editorOf(login).id),
        },
      );
      const [event] = events;
      if (act.as && event?.kind === 'noted') notes.set(act.as, event.payload.noteId);
      return events;
    }
    case 'attribution_confirmed':
    case 'attribution_disputed':
    case 'source_identified':
    case 'identity_recorded':
    case 'evidence_added':
    case 'rated':
    case 'signed_off':
    case 'returned':
    case 'assigned':
      return performOn(stage, await statementSaying(stage, act.on), act);
  }
}

type StatementAct = Exclude<
  SeedAct,
  { act: 'version_imported' | 'article_assigned' | 'published' | 'noted' }
>;

function performOn({ desk, story, editorOf }: Stage, review: Review, act: StatementAct): Promise<unknown> {
  const editor = editorOf(act.by);
  const id = review.statementId;
  const seen = { version: review.version };
  switch (act.act) {
    case 'attribution_confirmed':
      return workflow.confirmAttribution(desk, editor, id, seen);
    case 'attribution_disputed':
      return workflow.disputeAttribution(desk, editor, id, seen, act.reason);
    case 'source_identified': {
      const { speaker, via, channel, saidOn, reason } = act;
      return workflow.identifySource(desk, editor, id, seen, { speaker, via, channel, saidOn }, reason);
    }
    case 'identity_recorded':
      return workflow.recordIdentity(desk, editor, id, seen, act.identity);
    case 'evidence_added': {
      const { title, url, stance, method, reliability, credibility } = act;
      const origin = { name: act.origin, speakerId: null };
      const item = { title, url, archiveUrl: null, stance, origin, method, reliability, credibility };
      const file = act.file ? { bytes: readSeed(story.folder, act.file), mediaType: 'text/csv' } : null;
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

/** The innermost statement whose content holds the quoted words, wherever the engine drew its edges. */
async function statementSaying({ desk, articleId }: Stage, words: string): Promise<Review> {
  const { text } = await desk.store.article(articleId);
  const start = text.indexOf(words);
  if (start === -1) throw new Error(`“${words}” is not in the text.`);
  if (text.indexOf(words, start + 1) !== -1) throw new Error(`“${words}” stands in the text more than once.`);
  const end = start + words.length;
  const holding = (await desk.store.reviews(articleId)).filter((review) =>
    review.content.some((span) => span.start <= start && end <= span.end),
  );
  const [innermost] = holding.sort((a, b) => lengthOf(a) - lengthOf(b));
  if (!innermost) throw new Error(`No statement holds “${words}”.`);
  return innermost;
}

const lengthOf = (review: Review): number =>
  review.content.reduce((sum, span) => sum + span.end - span.start, 0);
