// The fields that say who said it and how it reached us, for correcting a statement and for adding one.
import { z } from 'zod';
import type { Provenance } from '../../core/event.js';
import { CHANNELS, SPEAKER_TYPES } from '../../core/statement.js';
import { optionalText, requiredText } from '../form.js';

const day = z
  .union([z.iso.date('Give the day as YYYY-MM-DD, or leave it empty.'), z.literal('')])
  .optional()
  .transform((value) => value || null);

export const PROVENANCE = {
  speaker: requiredText(300, 'Say who said it.'),
  type: z.enum(SPEAKER_TYPES, { error: 'Choose what kind of speaker this is.' }),
  role: optionalText(300),
  affiliation: optionalText(300),
  via: z.string().max(1000).optional(),
  channel: z
    .enum([...CHANNELS, ''])
    .optional()
    .transform((value) => value || null),
  said_on: day,
  /** The registry's entry, where the editor chose one. */
  speaker_id: z
    .string()
    .max(100)
    .optional()
    .transform((value) => value || null),
};

export function provenanceFrom(
  form: z.infer<z.ZodObject<typeof PROVENANCE>>,
  before: Provenance | null,
): Provenance {
  const same = before?.speaker.name === form.speaker ? before.speaker : null;
  return {
    speaker: {
      name: form.speaker,
      type: form.type,
      role: form.role,
      affiliation: form.affiliation,
      speakerId: form.speaker_id ?? same?.speakerId ?? null,
      ...(same?.anonymity && form.type === 'anonymous' ? { anonymity: same.anonymity } : {}),
    },
    via: (form.via ?? '')
      .split(/[\n;]/)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
    channel: form.channel,
    saidOn: form.said_on,
  };
}
