// Row types, written by `npm run schema` from db/migrations. Do not edit.

export interface ArticleCountsRow {
  readonly article_id: string;
  readonly phase: string;
  readonly rating: string;
  readonly n: number;
}

export interface ArticleReviewsRow {
  readonly article_id: string;
  readonly version: number;
  readonly superseded: number;
  readonly assigned_to: string | null;
  readonly due: string | null;
  readonly published_at: string | null;
  readonly changed_at: string;
  readonly state: string;
  readonly republishes: string | null;
}

export interface ArticlesRow {
  readonly id: string;
  readonly story_id: string;
  readonly version: number;
  readonly supersedes: string | null;
  readonly title: string;
  readonly publisher: string | null;
  readonly published_on: string | null;
  readonly url: string | null;
  readonly language: string;
  readonly text: string;
  readonly text_sha256: string;
  readonly source_sha256: string;
  readonly source_media_type: string;
  readonly source_name: string | null;
  readonly imported_at: string;
  readonly imported_by: string;
}

export interface BlocksRow {
  readonly article_id: string;
  readonly ordinal: number;
  readonly kind: string;
  readonly set_aside: number;
  readonly start: number;
  readonly end: number;
}

export interface CodesRow {
  readonly digest: string;
  readonly editor_id: string;
  readonly expires_at: string;
  readonly used_at: string | null;
}

export interface DeliveriesRow {
  readonly webhook_id: string;
  readonly notice_id: string;
  readonly kind: string;
  readonly body: string;
  readonly at: string;
  readonly state: string;
  readonly tries: number;
  readonly due_at: string;
  readonly tried_at: string | null;
  readonly status: number | null;
  readonly problem: string | null;
}

export interface DraftsRow {
  readonly editor_id: string;
  readonly key: string;
  readonly fields: string;
  readonly at: string;
}

export interface EditorsRow {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: string;
  readonly password_hash: string | null;
  readonly created_at: string;
  readonly disabled_at: string | null;
}

export interface EventsRow {
  readonly id: string;
  readonly article_id: string;
  readonly seq: number;
  readonly statement_id: string | null;
  readonly at: string;
  readonly by: string;
  readonly kind: string;
  readonly confidential: number;
  readonly payload: string;
  readonly salt: string;
  readonly payload_digest: string;
  readonly previous: string;
  readonly hash: string;
}

export interface FetchesRow {
  readonly id: string;
  readonly sha256: string;
  readonly url: string;
  readonly final_url: string;
  readonly status: number;
  readonly headers: string;
  readonly fetched_at: string;
  readonly fetched_by: string;
}

export interface FilesRow {
  readonly sha256: string;
  readonly size: number;
  readonly media_type: string;
  readonly bytes: Uint8Array;
  readonly added_at: string;
}

export interface FingerprintsRow {
  readonly number: number;
  readonly article_id: string;
  readonly bytes: Uint8Array;
}

export interface MentionsRow {
  readonly editor_id: string;
  readonly note_id: string;
  readonly thread_id: string;
  readonly article_id: string;
  readonly statement_id: string | null;
  readonly by: string;
  readonly at: string;
  readonly read_at: string | null;
}

export interface MigrationsRow {
  readonly name: string;
  readonly sha256: string;
}

export interface QueueCountsRow {
  readonly phase: string;
  readonly assigned_to: string;
  readonly n: number;
}

export interface ReportsRow {
  readonly id: string;
  readonly article_id: string;
  readonly format: string;
  readonly head_seq: number;
  readonly head_hash: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
  readonly issued_at: string;
  readonly issued_by: string;
}

export interface RequestsRow {
  readonly editor_id: string;
  readonly key: string;
  readonly at: string;
  readonly answer: string;
}

export interface ReviewsRow {
  readonly statement_id: string;
  readonly article_id: string;
  readonly version: number;
  readonly phase: string;
  readonly attribution: string;
  readonly rating: string;
  readonly checkable: number;
  readonly speaker_name: string;
  readonly speaker_id: string | null;
  readonly assigned_to: string | null;
  readonly rated_by: string | null;
  readonly changed_at: string;
  readonly day: string;
  readonly superseded: number;
  readonly state: string | null;
}

export interface SearchRowsRow {
  readonly id: number;
  readonly kind: string;
  readonly ref: string;
  readonly statement_id: string | null;
  readonly article_id: string | null;
  readonly confidential: number;
}

export interface SecondFactorsRow {
  readonly editor_id: string;
  readonly secret: string;
  readonly confirmed_at: string | null;
  readonly last_step: number;
  readonly recovery: string;
}

export interface SessionsRow {
  readonly id: string;
  readonly token_digest: string;
  readonly editor_id: string;
  readonly created_at: string;
  readonly seen_at: string;
  readonly agent: string;
  readonly half_signed: number;
}

export interface SettingsRow {
  readonly name: string;
  readonly value: string;
}

export interface SpeakerEventsRow {
  readonly id: string;
  readonly speaker_id: string;
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly kind: string;
  readonly confidential: number;
  readonly payload: string;
  readonly salt: string;
  readonly payload_digest: string;
  readonly previous: string;
  readonly hash: string;
}

export interface SpeakerKeysRow {
  readonly key: string;
  readonly speaker_id: string;
}

export interface SpeakersRow {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly root_id: string;
  readonly sort_key: string;
  readonly state: string;
}

export interface StatementsRow {
  readonly id: string;
  readonly article_id: string;
  readonly ordinal: number;
  readonly origin: string;
  readonly engine: string | null;
  readonly added_by: string | null;
  readonly kind: string;
  readonly spans: string;
  readonly speaker_name: string;
  readonly speaker_type: string;
  readonly speaker_role: string | null;
  readonly speaker_affiliation: string | null;
  readonly speaker_id: string | null;
  readonly speaker_more: string;
  readonly via: string;
  readonly channel: string | null;
  readonly said_on: string | null;
  readonly polarity: string;
  readonly checkable: number;
  readonly confidence: number;
  readonly within_id: string | null;
}

export interface TokensRow {
  readonly id: string;
  readonly digest: string;
  readonly editor_id: string;
  readonly name: string;
  readonly scope: string;
  readonly created_at: string;
  readonly used_at: string | null;
}

export interface TriesRow {
  readonly key: string;
  readonly n: number;
  readonly last_at: string;
}

export interface WebhooksRow {
  readonly id: string;
  readonly url: string;
  readonly secret: string;
  readonly added_by: string;
  readonly added_at: string;
  readonly disabled_at: string | null;
}
