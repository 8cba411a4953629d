// Stories of our own for looking at pages: an ordinary one, a long one, one from right to left, one without a statement.
import { findBlocks } from '../../src/core/blocks/find-blocks.ts';
import { signOffDigest } from '../../src/core/sign-off.ts';
import type { Span } from '../../src/core/span.ts';
import type { ExtractedStatement, Kind } from '../../src/core/statement.ts';
import * as workflow from '../../src/workflow.ts';
import type { TestServer } from '../web/a-server.ts';

interface Found {
  readonly words: string;
  readonly kind: Kind;
  readonly speaker: string;
  readonly cue?: string;
  readonly source?: string;
  readonly channel?: ExtractedStatement['channel'];
  readonly via?: readonly string[];
}

export interface Story {
  readonly title: string;
  readonly text: string;
  readonly publisher: string;
  readonly language: string;
  readonly found: readonly Found[];
}

export const CRANE: Story = {
  title: 'Dock crane falls in Port Selby',
  publisher: 'Quay Wire',
  language: 'en',
  text: `Search

Dock crane falls in Port Selby

The crane fell at noon on Monday, harbour master Ida Holm said in a post, adding that nobody had been near it.

“Nobody was hurt,” dockworker Otto Lind told Harbour Radio.

The dockers’ union said three men had been taken to hospital, and that the “crane had creaked for weeks.”

The crane, which was built in 1962, stood on the north quay. The port will repair it by May, Holm promised.

Source: Quay Wire
`,
  found: [
    { words: 'Dock crane falls in Port Selby', kind: 'narration', speaker: 'Quay Wire' },
    {
      words: 'The crane fell at noon on Monday',
      kind: 'indirect',
      speaker: 'Ida Holm',
      cue: 'said',
      source: 'harbour master Ida Holm',
      channel: 'post',
    },
    {
      words: 'that nobody had been near it',
      kind: 'indirect',
      speaker: 'Ida Holm',
      cue: 'adding',
      channel: 'post',
    },
    {
      words: '“Nobody was hurt,”',
      kind: 'direct',
      speaker: 'Otto Lind',
      cue: 'told',
      source: 'dockworker Otto Lind',
      via: ['Harbour Radio'],
    },
    {
      words: 'three men had been taken to hospital, and that the “crane had creaked for weeks.”',
      kind: 'mixed',
      speaker: 'Dockers’ union',
      source: 'The dockers’ union',
    },
    {
      words: 'crane had creaked for weeks',
      kind: 'direct',
      speaker: 'Dockers’ union',
      source: 'The dockers’ union',
    },
    { words: 'which was built in 1962', kind: 'narration', speaker: 'Quay Wire' },
    {
      words: 'The port will repair it by May',
      kind: 'indirect',
      speaker: 'Ida Holm',
      cue: 'promised',
      source: 'Holm',
    },
  ],
};

const manyLines = (n: number): Story => {
  const lines = Array.from(
    { length: n },
    (_, at) => `Witness ${at} arrived early, the clerk noted. “Shaft ${at} shook,” witness ${at} said.`,
  );
  return {
    title: 'Council hears its witnesses',
    publisher: 'Quay Wire',
    language: 'en',
    text: `Council hears its witnesses\n\n${lines.join('\n\n')}\n`,
    found: lines.flatMap((_, at) => [
      { words: `Witness ${at} arrived early`, kind: 'indirect' as const, speaker: 'the clerk' },
      { words: `“Shaft ${at} shook,”`, kind: 'direct' as const, speaker: `Witness ${at}` },
    ]),
  };
};

export const LONG: Story = manyLines(250);

export const PERSIAN: Story = {
  title: 'سقوط جرثقیل در بندر',
  publisher: 'خبرگزاری ساحل',
  language: 'fa',
  text: 'سقوط جرثقیل در بندر\n\nرئیس بندر گفت: «جرثقیل ظهر دوشنبه سقوط کرد و هیچ کس آسیب ندید.»\n\nاتحادیهٔ کارگران این گفته را رد کرد و اعلام کرد که سه نفر زخمی شده‌اند.\n',
  found: [
    {
      words: '«جرثقیل ظهر دوشنبه سقوط کرد و هیچ کس آسیب ندید.»',
      kind: 'direct',
      speaker: 'رئیس بندر',
      cue: 'گفت',
      source: 'رئیس بندر',
    },
    { words: 'سه نفر زخمی شده‌اند', kind: 'indirect', speaker: 'اتحادیهٔ کارگران', source: 'اتحادیهٔ کارگران' },
  ],
};

export const LIST: Story = {
  title: 'A shopping list',
  publisher: 'Quay Wire',
  language: 'en',
  text: `A shopping list\n\nMilk, eggs, ${'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(2)}.\n`,
  found: [],
};

const LONG_NAME = `${'Vorsitzender der Arbeitsgemeinschaft '.repeat(4)}${'Donaudampfschifffahrt'.repeat(4)}`;

/** A headline of hundreds of words, a speaker with dozens of names, a word without end, three hundred statements. */
export const UGLY: Story = {
  title: 'Council says again that '.repeat(80).trim(),
  publisher: 'The United Gazette of the Northern and the Southern Harbours, Evening Edition',
  language: 'en',
  text: `${'Council says again that '.repeat(80).trim()}\n\n${Array.from(
    { length: 150 },
    (_, at) => `Wharf ${at} is shut, ${LONG_NAME} said. وقال أحمد «الميناء ${at} مغلق» يوم الاثنين.`,
  ).join('\n\n')}\n`,
  found: Array.from({ length: 150 }, (_, at) => [
    { words: `Wharf ${at} is shut`, kind: 'indirect' as const, speaker: LONG_NAME },
    { words: `«الميناء ${at} مغلق»`, kind: 'direct' as const, speaker: 'أحمد' },
  ]).flat(),
};

/** Imports a story as the next version of an article. */
export async function revise(server: TestServer, id: string, story: Story): Promise<{ id: string }> {
  return workflow.importVersion(server.desk, server.editors.editor, id, importedAs(story));
}

/** Imports a story as if an engine had found exactly these statements. */
export async function tell(
  server: TestServer,
  story: Story,
): Promise<{ id: string; statements: readonly string[] }> {
  const { id } = await workflow.importArticle(server.desk, server.editors.editor, importedAs(story));
  return { id, statements: (await server.store.statements(id)).map((statement) => statement.id) };
}

const importedAs = (story: Story) => ({
  ...story,
  found: story.found.map((one) => extracted(story, one)),
  blocks: findBlocks(story.text),
  publishedOn: '2026-03-02',
  url: null,
  bytes: new TextEncoder().encode(story.text),
  mediaType: 'text/plain',
  name: null,
});

function extracted(story: Story, found: Found): ExtractedStatement {
  const content = place(story.text, found.words, 0);
  const near = (words: string | undefined): readonly Span[] =>
    words ? [place(story.text, words, Math.max(0, content.start - 120))] : [];
  return {
    kind: found.kind,
    content: [content],
    cue: near(found.cue),
    source: near(found.source),
    speaker: {
      name: found.speaker,
      type: found.kind === 'narration' ? 'publisher' : 'person',
      role: null,
      affiliation: null,
    },
    via: found.via ?? [],
    channel: found.channel ?? null,
    saidOn: found.channel ? '2026-03-02' : null,
    polarity: 'asserted',
    checkable: true,
    confidence: 0.9,
  };
}

function place(text: string, words: string, from: number): Span {
  const start = text.indexOf(words, from);
  if (start < 0) throw new Error(`“${words}” is not in the story.`);
  return { start, end: start + words.length };
}

/** The crane, worked on: verified and signed, disputed, waiting, sent back, published, with notes and a correction. */
export async function workOn(server: TestServer, id: string, statements: readonly string[]): Promise<void> {
  const { desk, store } = server;
  const { editor, lead } = server.editors;
  const seen = async (at: number) => ({ version: (await store.review(statements[at] ?? '')).version });
  const ofStatement = (at: number): string => statements[at] ?? '';
  await workflow.confirmOwnVoice(desk, editor, id);
  for (const at of [1, 2, 3, 4])
    await workflow.confirmAttribution(desk, editor, ofStatement(at), await seen(at));
  const add = async (at: number, title: string, stance: 'supports' | 'contradicts', origin: string) =>
    workflow.addEvidence(
      desk,
      editor,
      ofStatement(at),
      await seen(at),
      {
        title,
        url: 'https://example.org/',
        archiveUrl: null,
        stance,
        origin: { name: origin, speakerId: null },
        method: null,
        reliability: 'B',
        credibility: 2,
      },
      null,
    );
  const rateAndSign = async (at: number, rating: 'verified' | 'disputed', reason: string) => {
    await workflow.rate(desk, editor, ofStatement(at), await seen(at), rating, reason);
    const digest = signOffDigest(await store.review(ofStatement(at)));
    await workflow.signOff(desk, lead, ofStatement(at), await seen(at), digest);
  };
  await add(1, 'Harbour camera, 12:01', 'supports', 'Harbour camera');
  await rateAndSign(1, 'verified', 'The camera shows the fall at 12:01.');
  await add(3, 'Admissions list', 'contradicts', 'County Hospital');
  await add(3, 'What the dockworker says', 'supports', 'Otto Lind');
  await rateAndSign(3, 'disputed', 'The hospital admitted three men; the dockworker says nobody was hurt.');
  await workflow.rate(
    desk,
    editor,
    ofStatement(4),
    await seen(4),
    'unverifiable',
    'The union gave no names.',
  );
  const on = { articleId: id, statementId: ofStatement(3) };
  const note = { confidential: false, replyTo: null, span: null, mentions: [] };
  await workflow.addNote(desk, lead, on, { ...note, body: 'Ask the **county** for times.' });
  await workflow.addNote(desk, editor, on, { ...note, body: 'A nurse, not for print.', confidential: true });
  await workflow.publish(desk, lead, id);
  const correction = {
    what: 'We gave the wrong hospital.',
    why: 'The list was the county’s.',
    before: 'City Hospital',
    after: 'County Hospital',
  };
  await workflow.publishCorrection(desk, lead, id, { ...correction, statementId: ofStatement(3) });
}

/** Another editor settles who said it while somebody has the statement open. */
export async function workOnElsewhere(server: TestServer, id: string): Promise<void> {
  const { version } = await server.store.review(id);
  await workflow.disputeAttribution(server.desk, server.editors.lead, id, { version }, 'The post is gone.');
}
