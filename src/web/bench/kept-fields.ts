// What a form shows in a field: what was typed when the form came back, else a draft of it, else what the record says.
import type { KeptDraft } from '../../core/draft-store.js';
import type { Problem } from '../form.js';

/** A form that was refused: which act, everything typed, and the sentence about it. */
export interface Refused {
  readonly act: string;
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  readonly problem: Problem;
  readonly status: number;
}

export interface Drafts {
  /** The statement or article whose forms these are. */
  readonly on: string;
  /** Whose they are. */
  readonly who: string;
  readonly kept: readonly KeptDraft[];
}

export interface Fields {
  /** The value of a field of one act's form. `draft` names the form where an act has several. */
  readonly value: (act: string, field: string, record?: string, draft?: string) => string;
  readonly ticked: (act: string, field: string, record?: boolean, draft?: string) => boolean;
  /** The sentence to show beside a field, or under the form where `field` is null. */
  readonly problem: (act: string, field: string | null, draft?: string) => string | null;
  /** Whether this act's form was refused or holds a draft, so that its part of the page stands open. */
  readonly isOpen: (act: string, item?: string) => boolean;
  /** Under which key a form's draft is kept. */
  readonly key: (draft: string) => string;
  readonly who: string;
  /** Since when a draft lies here, where this form shows one. */
  readonly restored: (act: string, draft?: string) => string | null;
}

export function fieldsOf(refused: Refused | null, { on, who, kept }: Drafts): Fields {
  const drafts = new Map(kept.map((draft) => [draft.key, draft]));
  const key = (name: string): string => `${on}:${name}`;
  const own = (act: string, draft: string): Refused | null => {
    if (refused?.act !== act) return null;
    const sent = text(refused.values.draft);
    return sent === undefined || sent === key(draft) ? refused : null;
  };
  const shown = (act: string, draft: string): KeptDraft | undefined =>
    own(act, draft) ? undefined : drafts.get(key(draft));
  const typed = (act: string, field: string, draft: string): string | undefined => {
    const fields = shown(act, draft)?.fields;
    return fields && Object.hasOwn(fields, field) ? fields[field] : text(own(act, draft)?.values[field]);
  };
  return {
    value: (act, field, record = '', draft = act) => typed(act, field, draft) ?? record,
    ticked: (act, field, record = false, draft = act) =>
      own(act, draft) || shown(act, draft) ? typed(act, field, draft) !== undefined : record,
    problem: (act, field, draft = act) => {
      const refusal = own(act, draft);
      return refusal && refusal.problem.field === field ? refusal.problem.message : null;
    },
    isOpen: (act, item) => {
      if (item === undefined && drafts.has(key(act))) return true;
      return refused?.act === act && (item === undefined || text(refused.values.evidence_id) === item);
    },
    key,
    who,
    restored: (act, draft = act) => shown(act, draft)?.at ?? null,
  };
}

const text = (value: string | readonly string[] | undefined): string | undefined =>
  typeof value === 'string' ? value : value?.[0];
