// Forms about notes: writing one, answering, rewording, closing a thread.
import { z } from 'zod';
import type { Recorded } from '../../core/store.js';
import * as workflow from '../../workflow.js';
import { checkbox, optionalText } from '../form.js';
import { type ActOn, readAct, type StatementForm } from './act-form.js';

export const NOTE_ACTS: Readonly<Record<string, StatementForm>> = {
  async noted(on) {
    const { form, seen } = readAct(on, {
      body: z.string(),
      confidential: checkbox,
      reply_to: optionalText(100),
    });
    const { articleId } = await on.web.desk.store.review(on.id);
    const { body, confidential, reply_to: replyTo } = form;
    const target = { articleId, statementId: on.id };
    return workflow.addNote(
      on.web.desk,
      on.editor,
      target,
      { body, confidential, replyTo, span: null },
      seen.requestKey,
    );
  },
  note_edited: (on) => changeNote(on, 'note_edited'),
  note_resolved: (on) => changeNote(on, 'note_resolved'),
  note_reopened: (on) => changeNote(on, 'note_reopened'),
  note_withdrawn: (on) => changeNote(on, 'note_withdrawn'),
};

type NoteChange = 'note_edited' | 'note_resolved' | 'note_reopened' | 'note_withdrawn';

async function changeNote(on: ActOn, kind: NoteChange): Promise<Recorded> {
  const { form, seen } = readAct(on, { note_id: z.string().max(100), body: z.string().optional() });
  const { articleId } = await on.web.desk.store.review(on.id);
  const noteId = form.note_id;
  const act =
    kind === 'note_edited'
      ? ({ kind, payload: { noteId, body: form.body ?? '' } } as const)
      : ({ kind, payload: { noteId } } as const);
  const target = { articleId, statementId: on.id };
  return workflow.changeNote(on.web.desk, on.editor, target, act, seen.requestKey);
}
