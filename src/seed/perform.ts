// Performs the acts of a story through the workflow, each at its time and by its editor, as the desk would have.
import type { Editor } from '../core/editor.js';
import { readDocument } from '../importers/read-document.js';
import type { Desk } from '../workflow.js';
import * as workflow from '../workflow.js';
import { find } from './place.js';
import { disputed, performOn, settled } from './statement-act.js';
import { readSeed, type SeedAct, type Story } from './story.js';

export interface Cast {
  readonly editorOf: (login: string) => Editor;
  /** Moves the desk's clock to a time of the demo's day. */
  readonly setClock: (at: string) => void;
}

export interface Stage extends Cast {
  readonly desk: Desk;
  readonly story: Story;
  /** The version the desk works on now. */
  articleId: string;
  readonly notes: Map<string, string>;
}

/** Imports a story at `at` and performs its acts. Throws where an act quotes words that are not there once. */
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
  const known = { publisher, publishedOn, url };
  return workflow.importedFrom(
    document,
    { bytes, name },
    name === meta.texts[0] ? { title, ...known } : known,
  );
}

async function perform(stage: Stage, act: SeedAct): Promise<unknown> {
  const { desk, story, editorOf, articleId } = stage;
  const editor = editorOf(act.by);
  switch (act.act) {
    case 'version_imported': {
      const newer = await workflow.importVersion(desk, editor, articleId, await textOf(story, act.text));
      stage.articleId = newer.id;
      return newer;
    }
    case 'article_assigned':
      return workflow.assignArticle(desk, editor, articleId, editorOf(act.to).id, act.note);
    case 'published':
      return workflow.publish(desk, editor, articleId);
    case 'noted':
      return writeNote(stage, act);
    case 'attribution_settled':
      return settled(stage, act);
    case 'attribution_disputed':
      return disputed(stage, act);
    case 'identity_recorded':
    case 'evidence_added':
    case 'rated':
    case 'signed_off':
    case 'returned':
    case 'assigned':
      return performOn(stage, act);
  }
}

/** On a statement, on the article, or on words of it that are no statement. */
async function writeNote(stage: Stage, act: Extract<SeedAct, { act: 'noted' }>): Promise<void> {
  const { desk, editorOf, articleId, notes } = stage;
  const place = act.on === null ? null : await find(desk.store, articleId, act.on);
  const on = { articleId, statementId: place?.review?.statementId ?? null };
  const { events } = await workflow.addNote(desk, editorOf(act.by), on, {
    body: act.body,
    confidential: act.confidential ?? false,
    replyTo: act.replyTo ? (notes.get(act.replyTo) ?? null) : null,
    span: place && !place.review ? place.span : null,
    mentions: (act.mentions ?? []).map((login) => editorOf(login).id),
  });
  const [event] = events;
  if (act.as && event?.kind === 'noted') notes.set(act.as, event.payload.noteId);
}
