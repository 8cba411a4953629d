// The registry's pages: everyone who spoke, and for each what they said, how it stands, for whom and through whom.
import { z } from 'zod';
import { Refusal } from '../core/errors.js';
import { RATING_WORDS, RATINGS, type Rating } from '../core/rating.js';
import { describeSpeakerEvent } from '../core/speakers/describe-speaker-event.js';
import type { RegisteredSpeaker } from '../core/speakers/registered-speaker.js';
import type { SpeakerSummary, SpokenRow } from '../core/speakers/speaker-store.js';
import { SPEAKER_TYPES } from '../core/statement.js';
import type { Said } from '../exporters/pictures/timeline.js';
import { addSpeaker, speakersLike } from '../workflow.js';
import { type Progress, progressOf } from './bench/progress.js';
import { statusOf } from './bench/statement-line.js';
import { type Problem, readForm, readQuery, requiredText } from './form.js';
import { wordsFor } from './language.js';
import { timelineOf } from './pictures.js';
import { STATUS } from './refusals.js';
import { render, type SafeHtml } from './render.js';
import type { Route, Visit, Web } from './route.js';
import { shellFor } from './shell.js';
import { actOnSpeaker } from './speaker-acts.js';
import { present, problemOf } from './visit.js';

const NAMED_TYPES = SPEAKER_TYPES.filter((type) => type !== 'anonymous');

export const speakerRoutes: readonly Route[] = [
  { method: 'get', path: '/speakers', needs: 'read_desk', handle: showList },
  { method: 'post', path: '/speakers', needs: 'manage_registry', handle: add },
  { method: 'get', path: '/speakers/:id', needs: 'read_desk', handle: showSpeaker },
  { method: 'post', path: '/speakers/:id/events', needs: 'manage_registry', handle: change },
];

export interface SpeakersModel {
  readonly rows: readonly SpeakerSummary[];
  readonly next: string | null;
  readonly typed: string;
  readonly types: readonly string[];
  readonly problem: Problem | null;
}

async function showList(visit: Visit, web: Web): Promise<void> {
  await listPage(visit, web, null);
}

async function listPage(visit: Visit, web: Web, problem: Problem | null, status = 200): Promise<void> {
  const query = readQuery(visit, {
    q: z.string().max(200).optional(),
    after: z.string().max(1000).optional(),
  });
  const typed = query.q?.trim() ?? '';
  const page = await web.desk.store.speakers({ after: query.after, search: typed || undefined, limit: 100 });
  const model: SpeakersModel = { rows: page.rows, next: page.next, typed, types: NAMED_TYPES, problem };
  const title = wordsFor(visit)('speakers.title');
  await render(
    visit.response,
    'speakers',
    model,
    shellFor({ title, signed: present(visit), web, section: 'speakers' }),
    status,
  );
}

async function add(visit: Visit, web: Web): Promise<void> {
  try {
    const given = readForm(visit, { name: requiredText(300, 'Give a name.'), type: z.enum(SPEAKER_TYPES) });
    const id = await addSpeaker(web.desk, present(visit).editor, { ...given, aliases: [] });
    visit.response.redirect(303, `/speakers/${id}`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await listPage(visit, web, problemOf(error), STATUS[error.code]);
  }
}

/** "3 of 41 checked": a count never stands without its base, and never as a percentage. */
export interface SpeakerTally {
  readonly checkable: number;
  readonly checked: number;
  readonly notCheckable: number;
  readonly ratings: readonly {
    readonly code: Rating;
    readonly glyph: string;
    readonly word: string;
    readonly n: number;
  }[];
  readonly bars: Progress['parts'];
}

export interface Hat {
  readonly role: string | null;
  readonly body: string | null;
  readonly first: string;
  readonly last: string;
  readonly n: number;
}

export interface SpeakerModel {
  readonly speaker: RegisteredSpeaker;
  readonly mergedInto: RegisteredSpeaker | null;
  readonly merged: readonly RegisteredSpeaker[];
  /** Entries with a like name, to be merged or told apart. */
  readonly alike: readonly RegisteredSpeaker[];
  readonly tally: SpeakerTally;
  readonly rows: readonly (SpokenRow & { readonly glyph: string; readonly word: string })[];
  /** When what is listed was said, and through whom; empty where fewer than two days are known. */
  readonly timeline: SafeHtml;
  readonly rating: Rating | '';
  readonly next: string | null;
  /** Over the statements shown: whom they spoke for and when, through whom their words came. */
  readonly hats: readonly Hat[];
  readonly relays: readonly { readonly name: string; readonly n: number }[];
  readonly history: readonly { readonly at: string; readonly sentence: string }[];
  readonly types: readonly string[];
  readonly typed: Readonly<Record<string, string>>;
  readonly problem: Problem | null;
}

async function showSpeaker(visit: Visit, web: Web): Promise<void> {
  await speakerPage(visit, web, null);
}

async function speakerPage(visit: Visit, web: Web, problem: Problem | null, status = 200): Promise<void> {
  const { store } = web.desk;
  const id = String(visit.request.params.id);
  const speaker = await store.speaker(id);
  const query = readQuery(visit, {
    rating: z.enum(['', ...RATINGS]).optional(),
    after: z.string().max(1000).optional(),
  });
  const page = await store.spoken(id, { rating: query.rating || undefined, after: query.after, limit: 100 });
  const names = new Map((await store.editors()).map((editor) => [editor.id, editor.name]));
  const model: SpeakerModel = {
    speaker,
    mergedInto: speaker.mergedInto ? await store.speaker(speaker.mergedInto) : null,
    merged: await store.mergedSpeakers(id),
    alike: (await speakersLike(web.desk, speaker.name)).filter((other) => other.id !== id),
    tally: tallyOf(await store.speakerCounts(id)),
    rows: page.rows.map((row) => ({ ...row, ...RATING_WORDS[row.review.rating] })),
    timeline: timelineOf(page.rows.map(saidAt), wordsFor(visit)),
    rating: query.rating ?? '',
    next: page.next,
    hats: hatsOf(page.rows),
    relays: relaysOf(page.rows),
    history: (await store.speakerEvents(id)).map((event) => ({
      at: event.at,
      sentence: describeSpeakerEvent(event, (editor) => names.get(editor) ?? wordsFor(visit)('someone')),
    })),
    types: NAMED_TYPES,
    typed: problem ? textsOf(visit.form) : {},
    problem,
  };
  const shell = shellFor({ title: speaker.name, signed: present(visit), web, section: 'speakers' });
  await render(visit.response, 'speaker', model, shell, status);
}

const saidAt = ({ review: { provenance, rating } }: SpokenRow, index: number): Said => ({
  number: index + 1,
  saidOn: provenance.saidOn,
  via: provenance.via,
  rating: statusOf(rating),
});

function tallyOf(counts: readonly { rating: Rating; checkable: boolean; n: number }[]): SpeakerTally {
  const sum = (keep: (count: { rating: Rating; checkable: boolean }) => boolean): number =>
    counts.filter(keep).reduce((total, { n }) => total + n, 0);
  const byRating = Object.fromEntries(RATINGS.map((code) => [code, sum(({ rating }) => rating === code)]));
  return {
    checkable: sum(({ checkable }) => checkable),
    checked: sum(({ checkable, rating }) => checkable && rating !== 'unchecked'),
    notCheckable: sum(({ checkable }) => !checkable),
    ratings: RATINGS.map((code) => ({
      code,
      ...RATING_WORDS[code],
      n: byRating[code] ?? 0,
    })).filter(({ n }) => n > 0),
    bars: progressOf({ total: sum(() => true), byPhase: {}, byRating }).parts,
  };
}

/** The hats as the statements froze them, not as the registry would have them today. */
function hatsOf(rows: readonly SpokenRow[]): readonly Hat[] {
  const hats = new Map<string, Hat>();
  for (const { review, day } of rows) {
    const { role, affiliation: body } = review.provenance.speaker;
    if (!role && !body) continue;
    const key = JSON.stringify([role, body]);
    const hat = hats.get(key) ?? { role, body, first: day, last: day, n: 0 };
    const days = [hat.first, hat.last, day].filter((one) => one !== '').sort();
    hats.set(key, { ...hat, first: days[0] ?? '', last: days.at(-1) ?? '', n: hat.n + 1 });
  }
  return [...hats.values()].sort((a, b) => (a.last < b.last ? 1 : -1));
}

function relaysOf(rows: readonly SpokenRow[]): readonly { name: string; n: number }[] {
  const relays = new Map<string, number>();
  for (const { review } of rows)
    for (const name of review.provenance.via) relays.set(name, (relays.get(name) ?? 0) + 1);
  return [...relays].map(([name, n]) => ({ name, n })).sort((a, b) => b.n - a.n);
}

const textsOf = (form: Visit['form']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(form).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );

async function change(visit: Visit, web: Web): Promise<void> {
  const id = String(visit.request.params.id);
  try {
    await actOnSpeaker(visit, web, id);
    visit.response.redirect(303, `/speakers/${id}`);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'not_found') throw error;
    await speakerPage(visit, web, problemOf(error), STATUS[error.code]);
  }
}
