// A story of the demo as it lies in seeds/: its texts, what is known of them, and the acts of a morning at the desk.
import { readFileSync } from 'node:fs';
import type { Credibility, Rating, Reliability, Stance } from '../core/rating.js';
import type { Channel, Speaker } from '../core/statement.js';

const FOLDER = new URL('../../seeds/', import.meta.url);

/** In the order they are imported. The first article of the house comes last: it opens on top, unchecked. */
export const STORIES = ['osterby-dam', 'marigold-ferry', 'hallin-quarry', 'logar'] as const;

export interface StoryMeta {
  readonly title: string;
  readonly publisher: string;
  readonly publishedOn: string;
  readonly url: string | null;
  /** File names; the first is imported, the others wait for a `version_imported` act. */
  readonly texts: readonly string[];
}

/** `on` quotes words that stand once in the text: the act is on the innermost statement that holds them. */
interface OnStatement {
  readonly on: string;
}

/** Who said it, as the editor reads the story. */
interface Settled extends OnStatement {
  readonly speaker: Speaker;
  readonly via?: readonly string[];
  readonly channel?: Channel;
  /** The whole content, where it matters: for a statement the engine missed, or cut otherwise. */
  readonly words?: string;
}

type Deed =
  /** Confirms what the engine read, or corrects it. */
  | ({ readonly act: 'attribution_settled'; readonly reason?: string } & Settled)
  | ({ readonly act: 'attribution_disputed'; readonly reason: string } & Settled)
  | ({ readonly act: 'identity_recorded'; readonly identity: string } & OnStatement)
  | ({
      readonly act: 'evidence_added';
      readonly title: string;
      readonly url: string | null;
      /** A file beside the story, kept with the evidence. */
      readonly file?: string;
      readonly stance: Stance;
      readonly origin: string;
      readonly method: string;
      readonly reliability: Reliability;
      readonly credibility: Credibility;
    } & OnStatement)
  | ({ readonly act: 'rated'; readonly rating: Rating; readonly reason: string } & OnStatement)
  | ({ readonly act: 'signed_off' } & OnStatement)
  | ({ readonly act: 'returned'; readonly reason: string } & OnStatement)
  | ({ readonly act: 'assigned'; readonly to: string; readonly note: string | null } & OnStatement)
  | {
      readonly act: 'noted';
      /** Null for a note on the article as a whole. */
      readonly on: string | null;
      readonly body: string;
      readonly confidential?: boolean;
      readonly mentions?: readonly string[];
      /** A name for this note, and the name of the one it answers. */
      readonly as?: string;
      readonly replyTo?: string;
    }
  | { readonly act: 'article_assigned'; readonly to: string; readonly note: string | null }
  | { readonly act: 'published' }
  | { readonly act: 'version_imported'; readonly text: string };

/** Who did what and when: `at` is hours and minutes of the demo's day, `by` a sign-in name. */
export type SeedAct = Deed & { readonly at: string; readonly by: string };

export interface Story {
  readonly folder: string;
  readonly meta: StoryMeta;
  readonly acts: readonly SeedAct[];
}

export const readSeed = (folder: string, name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`${folder}/${name}`, FOLDER)));

const readJson = (folder: string, name: string): unknown =>
  JSON.parse(new TextDecoder().decode(readSeed(folder, name)));

export const readStory = (folder: string): Story => ({
  folder,
  meta: readJson(folder, 'meta.json') as StoryMeta,
  acts: readJson(folder, 'acts.json') as readonly SeedAct[],
});
