// Answers with the bench: on a visit, after a form that was refused, and as the one panel a script asks for.
import { isDiskFull, Refusal } from '../../core/errors.js';
import type { Problem } from '../form.js';
import { wordsFor } from '../language.js';
import { DISK_FULL, STATUS } from '../refusals.js';
import { render } from '../render.js';
import type { Visit, Web } from '../route.js';
import { shellFor } from '../shell.js';
import { tourFor } from '../tour.js';
import { present, problemOf } from '../visit.js';
import { EN } from '../words/en.js';
import type { Key } from '../words/words.js';
import { type BenchRequest, benchPage, type Occurrence, panelAlone } from './bench-page.js';
import { type Filter, filterFrom } from './filter.js';
import type { Refused } from './kept-fields.js';

type Shown = Omit<BenchRequest, 'editor' | 'isAtHome'>;

export async function showBench(visit: Visit, web: Web, shown: Shown, status = 200): Promise<void> {
  const signed = present(visit);
  const t = wordsFor(visit);
  const isAtHome = visit.request.method === 'GET';
  const model = await benchPage(web, { ...shown, isAtHome, editor: signed.editor }, t);
  const notice = shown.done ? t(shown.done as Key) : null;
  const shell = shellFor({ title: model.article.title, signed, web, section: 'articles', notice });
  const tour = await tourFor(visit, web);
  await render(visit.response, 'bench', { ...model, tour }, shell, status, {
    text: model.text.body,
    names: model.names,
  });
}

export async function showPanel(visit: Visit, web: Web, shown: Shown): Promise<void> {
  const { editor } = present(visit);
  const panel = await panelAlone(web, { ...shown, isAtHome: false, editor }, wordsFor(visit));
  await render(visit.response, 'panel', { panel }, null);
}

/** The sentence for what a form did, where the catalogue has one. */
export const doneBy = (act: unknown): string | null => {
  const key = `done.${String(act)}`;
  return Object.hasOwn(EN, key) ? key : null;
};

/** Refused with a reason that the form can show: everything typed stays in it. Other refusals go on up. */
export async function orShowAgain(
  visit: Visit,
  web: Web,
  where: { articleId: string; statementId: string | null; filter?: Filter },
  deed: () => Promise<void>,
): Promise<void> {
  try {
    await deed();
  } catch (error) {
    const told = tellable(error);
    if (!told) throw error;
    const { status, problem } = told;
    const act = String(visit.form.act ?? '');
    const refused: Refused = { act, values: visit.form, problem, status };
    const filter = where.filter ?? filterFrom(String(visit.form.view ?? ''));
    const occurrences = error instanceof Ambiguous ? error.occurrences : [];
    await showBench(visit, web, { ...where, filter, refused, occurrences }, status);
  }
}

/** What the form itself can say about the error; null where that is for the page of refusals. */
function tellable(error: unknown): { status: number; problem: Problem } | null {
  if (isDiskFull(error)) return { status: 507, problem: { field: null, message: DISK_FULL } };
  if (!(error instanceof Refusal) || !KEEPS_FORM.has(error.code)) return null;
  return { status: STATUS[error.code], problem: problemOf(error) };
}

const KEEPS_FORM: ReadonlySet<string> = new Set(['invalid', 'conflict', 'forbidden']);

/** The words pasted stand in more than one place: which one is meant? */
export class Ambiguous extends Refusal {
  readonly occurrences: readonly Occurrence[];

  constructor(message: string, occurrences: readonly Occurrence[]) {
    super('invalid', message, 'occurrence');
    this.occurrences = occurrences;
  }
}
