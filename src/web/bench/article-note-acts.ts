// Forms about notes on an article as a whole, or on a stretch of its text.
import { z } from 'zod';
import * as workflow from '../../workflow.js';
import { checkbox, optionalText, readForm } from '../form.js';
import type { Visit, Web } from '../route.js';
import { present } from '../visit.js';
import { type ArticleForm, COMMON } from './article-form.js';
import { PLACED, placedWords } from './placed-words.js';

export const ARTICLE_NOTE_ACTS: Readonly<Record<string, ArticleForm>> = {
  async article_noted(visit, web, id) {
    const form = readForm(visit, {
      ...COMMON,
      ...PLACED,
      words: PLACED.words.optional(),
      body: z.string(),
      confidential: checkbox,
      reply_to: optionalText(100),
    });
    const words = form.words?.trim() ?? '';
    const { text } = await web.desk.store.article(id);
    const span = words === '' ? null : placedWords(text, { ...form, words });
    const { body, confidential, reply_to: replyTo } = form;
    const note = { body, confidential, replyTo, span };
    const on = { articleId: id, statementId: null };
    return workflow.addNote(web.desk, present(visit).editor, on, note, form.request_key);
  },
  note_edited: (visit, web, id) => change(visit, web, id, 'note_edited'),
  note_resolved: (visit, web, id) => change(visit, web, id, 'note_resolved'),
  note_reopened: (visit, web, id) => change(visit, web, id, 'note_reopened'),
  note_withdrawn: (visit, web, id) => change(visit, web, id, 'note_withdrawn'),
};

type Change = 'note_edited' | 'note_resolved' | 'note_reopened' | 'note_withdrawn';

function change(visit: Visit, web: Web, id: string, kind: Change): Promise<unknown> {
  const form = readForm(visit, { ...COMMON, note_id: z.string().max(100), body: z.string().optional() });
  const payload = { noteId: form.note_id };
  const act =
    kind === 'note_edited' ? { kind, payload: { ...payload, body: form.body ?? '' } } : { kind, payload };
  const on = { articleId: id, statementId: null };
  return workflow.changeNote(web.desk, present(visit).editor, on, act, form.request_key);
}
