// What a form shows in a field: what was typed when the form came back, else what the record says.
import type { Problem } from '../form.js';

/** A form that was refused: which act, everything typed, and the sentence about it. */
export interface Refused {
  readonly act: string;
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  readonly problem: Problem;
  readonly status: number;
}

export interface Fields {
  /** The value of a field of one act's form. */
  readonly value: (act: string, field: string, record?: string) => string;
  readonly ticked: (act: string, field: string, record?: boolean) => boolean;
  /** The sentence to show beside a field, or under the form where `field` is null. */
  readonly problem: (act: string, field: string | null) => string | null;
  /** Whether this act's form was refused, so that its part of the page stands open. */
  readonly isOpen: (act: string, item?: string) => boolean;
}

/** `known` are the fields each form shows; a sentence about any other field stands under the form. */
export function fieldsOf(refused: Refused | null): Fields {
  const own = (act: string): Refused | null => (refused?.act === act ? refused : null);
  const text = (value: string | readonly string[] | undefined): string | undefined =>
    typeof value === 'string' ? value : value?.[0];
  return {
    value: (act, field, record = '') => text(own(act)?.values[field]) ?? record,
    ticked: (act, field, record = false) => (own(act) ? text(own(act)?.values[field]) !== undefined : record),
    problem: (act, field) => {
      const refusal = own(act);
      return refusal && refusal.problem.field === field ? refusal.problem.message : null;
    },
    isOpen: (act, item) => {
      const refusal = own(act);
      return refusal !== null && (item === undefined || text(refusal.values.evidence_id) === item);
    },
  };
}
