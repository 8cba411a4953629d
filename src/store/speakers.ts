// The registry's rows: speakers derived from their acts, the keys names are found by, and what each one said.
import type { Database } from 'better-sqlite3';
import { conflict, notFound } from '../core/errors.js';
import { chain, genesis, type Head } from '../core/log.js';
import { RATINGS, type Rating } from '../core/rating.js';
import { speakerKeys } from '../core/registry/name-keys.js';
import { applySpeakerEvent, type RegisteredSpeaker } from '../core/speakers/registered-speaker.js';
import type { SpeakerDraft, SpeakerEvent } from '../core/speakers/speaker-event.js';
import type {
  SpeakerCount,
  SpeakerEntry,
  SpeakerStore,
  SpeakerSummary,
  SpokenRow,
} from '../core/speakers/speaker-store.js';
import type { SpeakerType } from '../core/statement.js';
import { decodeCursor, LAST, toPage } from './cursor.js';
import type { ReviewTables } from './reviews.js';
import type { ReviewsRow, SpeakerEventsRow, SpeakersRow } from './rows.js';

type Sync<T> = {
  [K in keyof T]: T[K] extends (...args: infer A) => Promise<infer R> ? (...args: A) => R : never;
};

/** Merged speakers of one root that a page gathers at most; a chain of merges longer than this is nobody's. */
const MOST_MERGED = 200;

export function speakerTables(
  db: Database,
  { reviewOf }: Pick<ReviewTables, 'reviewOf'>,
): Sync<SpeakerStore> & { readonly keepSpeakers: (acts: readonly SpeakerEntry[]) => void } {
  const insertEvent = db.prepare(`
    INSERT INTO speaker_events (id, speaker_id, seq, at, by, kind, confidential, payload, salt, payload_digest,
                                previous, hash)
    VALUES (@id, @speaker_id, @seq, @at, @by, @kind, @confidential, @payload, @salt, @payload_digest, @previous, @hash)`);
  const lastEvent = db.prepare<[string], Head>(
    'SELECT seq, hash FROM speaker_events WHERE speaker_id = ? ORDER BY seq DESC LIMIT 1',
  );
  const eventsOf = db.prepare<[string], SpeakerEventsRow>(
    'SELECT * FROM speaker_events WHERE speaker_id = ? ORDER BY seq',
  );
  // The table is append-only, so its last row number is how many it has.
  const acts = db.prepare<[], { n: number | null }>('SELECT max(rowid) AS n FROM speaker_events');
  const one = db.prepare<[string], SpeakersRow>('SELECT * FROM speakers WHERE id = ?');
  const put = db.prepare(`
    INSERT INTO speakers (id, name, type, root_id, sort_key, state)
    VALUES (@id, @name, @type, @root_id, @sort_key, @state)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, type = excluded.type, root_id = excluded.root_id,
      sort_key = excluded.sort_key, state = excluded.state`);
  const ofRoot = db.prepare<[string], SpeakersRow>(
    `SELECT * FROM speakers WHERE root_id = ? ORDER BY id LIMIT ${MOST_MERGED}`,
  );
  const reroot = db.prepare('UPDATE speakers SET root_id = ? WHERE id = ?');
  const dropKeys = db.prepare('DELETE FROM speaker_keys WHERE speaker_id = ?');
  const addKey = db.prepare('INSERT OR IGNORE INTO speaker_keys (key, speaker_id) VALUES (?, ?)');
  const byKey = db.prepare<[string], SpeakersRow>(`
    SELECT speakers.* FROM speaker_keys JOIN speakers ON speakers.id = speaker_keys.speaker_id
    WHERE speaker_keys.key = ? AND speakers.root_id = speakers.id ORDER BY speaker_keys.speaker_id LIMIT 50`);
  const byName = db.prepare<[string, string, number], SpeakersRow>(`
    SELECT * FROM speakers WHERE root_id = id AND (sort_key, id) > (?, ?) ORDER BY sort_key, id LIMIT ?`);
  const byPrefix = db.prepare<[string, string, string, string, number], SpeakersRow>(`
    SELECT * FROM speakers WHERE root_id = id AND sort_key >= ? AND sort_key < ? AND (sort_key, id) > (?, ?)
    ORDER BY sort_key, id LIMIT ?`);
  const countsOf = db.prepare<[string], { rating: string; checkable: number; n: number }>(`
    SELECT rating, sum(checkable) AS checkable, count(*) AS n FROM reviews
    WHERE speaker_id = ? AND phase <> 'struck_out' GROUP BY rating`);
  type Spoken = ReviewsRow & { readonly title: string; readonly ordinal: number };
  const COLUMNS = 'reviews.*, articles.title, statements.ordinal';
  const FROM = `FROM reviews JOIN statements ON statements.id = reviews.statement_id
    JOIN articles ON articles.id = reviews.article_id`;
  const PAGE = `AND (reviews.day, reviews.statement_id) < (?, ?)
    ORDER BY reviews.day DESC, reviews.statement_id DESC LIMIT ?`;
  const spokenRated = db.prepare<[string, string, string, string, number], Spoken>(
    `SELECT ${COLUMNS} ${FROM} WHERE reviews.speaker_id = ? AND reviews.rating = ? ${PAGE}`,
  );

  const find = (id: string): RegisteredSpeaker | undefined => {
    const row = one.get(id);
    return row && (JSON.parse(row.state) as RegisteredSpeaker);
  };
  const rootOf = (speaker: RegisteredSpeaker): string => {
    let root = speaker;
    for (let steps = 0; root.mergedInto && steps < MOST_MERGED; steps++) {
      const next = find(root.mergedInto);
      if (!next) throw notFound('The speaker to merge into is not in the registry.');
      if (next.id === speaker.id) throw conflict('That would merge a speaker into itself, by way of others.');
      root = next;
    }
    return root.id;
  };

  function write(speaker: RegisteredSpeaker): void {
    const sortKey = sortKeyOf(speaker.name);
    const row = {
      id: speaker.id,
      name: speaker.name,
      type: speaker.type,
      root_id: speaker.id,
      sort_key: sortKey,
    };
    put.run({ ...row, state: JSON.stringify(speaker) } satisfies SpeakersRow);
    reroot.run(rootOf(speaker), speaker.id);
    dropKeys.run(speaker.id);
    for (const key of speakerKeys(speaker)) addKey.run(key, speaker.id);
  }

  /** As `write`, of one the tables do not hold yet: there is nothing to take out, and nobody to follow. */
  function add(speaker: RegisteredSpeaker): void {
    const { id, name, type } = speaker;
    const row = { id, name, type, root_id: id, sort_key: sortKeyOf(name) };
    put.run({ ...row, state: JSON.stringify(speaker) } satisfies SpeakersRow);
    for (const key of speakerKeys(speaker)) addKey.run(key, id);
  }

  /** To be called inside a transaction: a savepoint within it would send every later write through a journal of its own. */
  function keep(acts: readonly SpeakerEntry[]): readonly SpeakerEvent[] {
    // Somebody new is written once, after what is said of them: an import describes hundreds.
    const fresh = new Map<string, RegisteredSpeaker>();
    const addFresh = (): void => {
      for (const speaker of fresh.values()) add(speaker);
      fresh.clear();
    };
    const events = acts.map(({ draft, seen }) => {
      const before = fresh.get(draft.speakerId) ?? find(draft.speakerId);
      if (seen !== null && before && before.version !== seen)
        throw conflict('Somebody changed this after you opened it. Your text is still in the form below.');
      const event = chainSpeaker(lastEvent.get(draft.speakerId) ?? genesis(draft.speakerId), draft);
      const after = applySpeakerEvent(before, event);
      const moves = event.kind === 'merged_into' || event.kind === 'merge_undone';
      const isFresh = !moves && (before === undefined || fresh.has(draft.speakerId));
      if (!isFresh) addFresh();
      const merged = moves ? ofRoot.all(one.get(draft.speakerId)?.root_id ?? draft.speakerId) : [];
      insertEvent.run(eventRow(event));
      if (isFresh) {
        fresh.set(after.id, after);
        return event;
      }
      write(after);
      for (const row of merged) {
        const other = find(row.id);
        if (other && other.id !== after.id) reroot.run(rootOf(other), other.id);
      }
      return event;
    });
    addFresh();
    return events;
  }
  const record = db.transaction(keep);

  const speaker = (id: string): RegisteredSpeaker => {
    const found = find(id);
    if (!found) throw notFound('There is no such speaker. It may be a mistyped address.');
    return found;
  };
  const gathered = (id: string): readonly string[] => ofRoot.all(id).map((row) => row.id);

  return {
    speaker,
    speakers({ after, limit = 50, search }) {
      const [key = '', id = ''] = after ? decodeCursor(after, 2) : [];
      const prefix = search ? sortKeyOf(search) : '';
      const rows = prefix
        ? byPrefix.all(prefix, `${prefix}${LAST}`, key, id, limit + 1)
        : byName.all(key, id, limit + 1);
      return toPage(
        rows,
        limit,
        (row) => [row.sort_key, row.id],
        (row): SpeakerSummary => ({
          id: row.id,
          name: row.name,
          type: row.type as SpeakerType,
          statements: gathered(row.id).reduce(
            (sum, own) => sum + countsOf.all(own).reduce((n, count) => n + count.n, 0),
            0,
          ),
          found: (JSON.parse(row.state) as RegisteredSpeaker).found,
        }),
      );
    },
    findSpeakers(keys) {
      const found = new Map<string, RegisteredSpeaker>();
      for (const key of keys)
        for (const row of byKey.all(key)) found.set(row.id, JSON.parse(row.state) as RegisteredSpeaker);
      return [...found.values()];
    },
    recordSpeaker: (acts) => record.immediate(acts),
    keepSpeakers: keep,
    speakerEvents: (id) => eventsOf.all(id).map(eventOf),
    speakerActs: () => acts.get()?.n ?? 0,
    mergedSpeakers: (id) =>
      ofRoot
        .all(id)
        .filter((row) => row.id !== id)
        .map((row) => JSON.parse(row.state) as RegisteredSpeaker),
    speakerCounts(id) {
      const sums = new Map<string, SpeakerCount>();
      for (const own of gathered(id))
        for (const row of countsOf.all(own))
          for (const checkable of [true, false]) {
            const n = checkable ? row.checkable : row.n - row.checkable;
            const key = `${row.rating} ${checkable}`;
            const before = sums.get(key)?.n ?? 0;
            if (n > 0) sums.set(key, { rating: row.rating as Rating, checkable, n: before + n });
          }
      return [...sums.values()];
    },
    spoken(id, { rating, after, limit = 50 }) {
      const [day = LAST, statement = LAST] = after ? decodeCursor(after, 2) : [];
      const rows = gathered(id).flatMap((own) =>
        (rating ? [rating] : RATINGS).flatMap((each) =>
          spokenRated.all(own, each, day, statement, limit + 1),
        ),
      );
      rows.sort((a, b) => (a.day < b.day || (a.day === b.day && a.statement_id < b.statement_id) ? 1 : -1));
      return toPage(
        rows,
        limit,
        (row) => [row.day, row.statement_id],
        (row): SpokenRow => ({
          review: reviewOf(row),
          day: row.day,
          articleTitle: row.title,
          ordinal: row.ordinal,
        }),
      );
    },
  };
}

/** Letters and digits without marks or case: what lists of names are sorted and searched by. */
const sortKeyOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function chainSpeaker(head: Head, draft: SpeakerDraft): SpeakerEvent {
  const { speakerId, ...rest } = draft;
  // The chain is the same as an article's; the speaker's id stands where the article's does.
  const { seq, payloadDigest, previous, hash } = chain(head, {
    ...rest,
    articleId: speakerId,
    statementId: null,
  });
  return { ...draft, seq, payloadDigest, previous, hash };
}

function eventRow(event: SpeakerEvent) {
  return {
    id: event.id,
    speaker_id: event.speakerId,
    seq: event.seq,
    at: event.at,
    by: event.by,
    kind: event.kind,
    confidential: event.confidential ? 1 : 0,
    payload: JSON.stringify(event.payload),
    salt: event.salt,
    payload_digest: event.payloadDigest,
    previous: event.previous,
    hash: event.hash,
  } satisfies SpeakerEventsRow;
}

const eventOf = (row: SpeakerEventsRow): SpeakerEvent =>
  ({
    id: row.id,
    speakerId: row.speaker_id,
    seq: row.seq,
    at: row.at,
    by: row.by,
    kind: row.kind,
    confidential: row.confidential === 1,
    payload: JSON.parse(row.payload),
    salt: row.salt,
    payloadDigest: row.payload_digest,
    previous: row.previous,
    hash: row.hash,
  }) as SpeakerEvent;
