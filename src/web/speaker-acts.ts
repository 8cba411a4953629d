// The forms of a speaker's page, each an act on the registry.
import { z } from 'zod';
import { SPEAKER_TYPES } from '../core/statement.js';
import { addMembership, changeSpeaker, mergeSpeakers, undoMerge } from '../workflow.js';
import { optionalText, readForm, requiredText, version } from './form.js';
import type { Visit, Web } from './route.js';
import { present } from './visit.js';

const base = { act: z.string(), version };

export async function actOnSpeaker(visit: Visit, web: Web, id: string): Promise<void> {
  const { desk } = web;
  const { editor } = present(visit);
  const reason = requiredText(2000, 'Say why, in a few words.');
  switch (visit.form.act) {
    case 'speaker_renamed': {
      const form = readForm(visit, { ...base, name: requiredText(300, 'Give a name.') });
      await changeSpeaker(desk, editor, id, form.version, {
        kind: 'speaker_renamed',
        payload: { name: form.name },
      });
      return;
    }
    case 'speaker_type_changed': {
      const form = readForm(visit, { ...base, type: z.enum(SPEAKER_TYPES) });
      await changeSpeaker(desk, editor, id, form.version, {
        kind: 'speaker_type_changed',
        payload: { type: form.type },
      });
      return;
    }
    case 'alias_added':
    case 'alias_removed': {
      const form = readForm(visit, { ...base, alias: requiredText(300, 'Give the other name.') });
      const kind = visit.form.act;
      await changeSpeaker(desk, editor, id, form.version, { kind, payload: { alias: form.alias } });
      return;
    }
    case 'membership_added': {
      const form = readForm(visit, {
        ...base,
        role: optionalText(300),
        body: optionalText(300),
        from: optionalText(10),
        until: optionalText(10),
      });
      const { role, body, from, until } = form;
      await addMembership(desk, editor, id, form.version, { role, body, from, until });
      return;
    }
    case 'membership_dated': {
      const form = readForm(visit, {
        ...base,
        membership: z.string(),
        from: optionalText(10),
        until: optionalText(10),
      });
      const payload = { membershipId: form.membership, from: form.from, until: form.until };
      await changeSpeaker(desk, editor, id, form.version, { kind: 'membership_dated', payload });
      return;
    }
    case 'membership_removed': {
      const form = readForm(visit, { ...base, membership: z.string() });
      const payload = { membershipId: form.membership };
      await changeSpeaker(desk, editor, id, form.version, { kind: 'membership_removed', payload });
      return;
    }
    case 'links_set': {
      const form = readForm(visit, { ...base, wikidata: optionalText(20), website: optionalText(500) });
      const { wikidata, website } = form;
      await changeSpeaker(desk, editor, id, form.version, {
        kind: 'links_set',
        payload: { wikidata, website },
      });
      return;
    }
    case 'public_note_set':
    case 'confidential_note_set': {
      const form = readForm(visit, {
        ...base,
        note: z.string().max(10_000, 'A note holds 10,000 characters.'),
      });
      await changeSpeaker(desk, editor, id, form.version, {
        kind: visit.form.act,
        payload: { note: form.note },
      });
      return;
    }
    case 'merged_into': {
      const form = readForm(visit, {
        ...base,
        into: z.string().min(1, 'Choose the other entry.').max(100),
        reason,
      });
      await mergeSpeakers(desk, editor, id, form.version, form.into, form.reason);
      return;
    }
    default: {
      const form = readForm(visit, {
        act: z.literal('merge_undone', 'That is no act on a speaker.'),
        version,
        reason,
      });
      await undoMerge(desk, editor, id, form.version, form.reason);
    }
  }
}
