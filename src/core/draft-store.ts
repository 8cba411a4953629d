// What somebody was typing and has not sent: kept for them alone, form by form, until it is sent or thrown away.

/** Drafts kept for one person; the oldest give way. */
export const DRAFTS_KEPT = 200;
/** Days after which a draft nobody came back to is dropped. */
export const DRAFT_DAYS = 30;

export interface KeptDraft {
  /** The form: what it stands on, a colon, and the form's own name. */
  readonly key: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly at: string;
}

export interface DraftStore {
  /** Keeps a draft; not where the form it belongs to, known by its request's key, was answered in the meantime. */
  saveDraft(editorId: string, draft: KeptDraft, requestKey?: string): Promise<void>;
  /** The drafts of the forms on one thing: a statement, an article, a page. */
  drafts(editorId: string, on: string): Promise<readonly KeptDraft[]>;
  clearDraft(editorId: string, key: string): Promise<void>;
}
