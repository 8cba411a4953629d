// The main job's middle: an article's blocks → who is said to have said what → who that is → how it reads. Every
// statement of an article, in the order in which their contents begin.

import type { ArticleText } from './article.js';
import { findCredit } from './blocks/credit.js';
import { completeContents, takeUpDenials } from './contents/complete-contents.js';
import { attributionsOf, DEFAULT_CONFIDENCE } from './extract/find-attributions.js';
import { type Reading, readArticle } from './extract/reading.js';
import type { Tagger } from './extract/tagger.js';
import { findTurns } from './extract/turns.js';
import { partBackground } from './narration/background.js';
import { findNarration } from './narration/find-narration.js';
import { mayBeReported } from './narration/reported.js';
import { isCheckable, isCheckableNarration } from './qualify/checkable.js';
import { kindOf } from './qualify/kind.js';
import { withoutTraps } from './qualify/no-statement.js';
import { polarityOf } from './qualify/polarity.js';
import { type Resolved, resolveSources } from './resolve/resolve-sources.js';
import type { Span } from './span.js';
import { firstStartingFrom } from './span-search.js';
import type { Attribution, ExtractedStatement, Speaker } from './statement.js';

/** What finds statements, as a statement's origin names it. */
export interface Engine {
  readonly name: string;
  readonly version: string;
  readonly tagger: Tagger;
}

export interface ExtractOptions {
  /** 0 to 1, `DEFAULT_CONFIDENCE` when not given. Statements less sure than this are left out. */
  readonly minConfidence?: number;
}

/**
 * The statements of an article, ordered by where their content begins. Spans are [start, end) in UTF-16 units of
 * `article.text`. Blocks set aside are not read. Pure and deterministic; time is linear in the length of the text.
 */
export function extractStatements(
  article: ArticleText,
  engine: Engine,
  options: ExtractOptions = {},
): ExtractedStatement[] {
  const reading = readArticle(article);
  const turns = findTurns(reading);
  const least = options.minConfidence ?? DEFAULT_CONFIDENCE;
  const minConfidence = Math.min(least, DEFAULT_CONFIDENCE);
  const found = attributionsOf(reading, engine.tagger, { minConfidence }, turns);
  const said = withoutTraps(reading, takeUpDenials(reading, found, turns.interviewer), turns);
  const attributions = partBackground(reading, completeContents(reading, said));
  const resolved = resolveSources(article, attributions, reading);
  const attributed = attributions.map((attribution, at) => statementOf(reading, attribution, resolved[at]!));
  const relays = relaysAmong(attributed, article.text);
  const publisher = publisherOf(article);
  const cues = attributions.flatMap(({ cue }) => cue).sort((a, b) => a.start - b.start);
  const isDoubted = ({ start, end }: Span): boolean =>
    (cues[firstStartingFrom(cues, start)]?.start ?? end) < end;
  const narrated = findNarration(reading, attributions, turns).map((span) =>
    narrationOf(reading, span, publisher, isDoubted(span)),
  );
  return ordered(attributed, narrated, relays, least);
}

function statementOf(reading: Reading, attribution: Attribution, resolved: Resolved): ExtractedStatement {
  return {
    kind: kindOf(reading, attribution),
    content: attribution.content,
    cue: attribution.cue,
    source: attribution.source,
    speaker: resolved.speaker,
    via: resolved.via,
    channel: resolved.channel,
    saidOn: resolved.saidOn,
    polarity: polarityOf(reading, attribution),
    checkable: isCheckable(reading, attribution),
    confidence: surenessOf(attribution.confidence, resolved.confidence),
    ...(attribution.within !== undefined && { within: attribution.within }),
  };
}

/** Doubt about who spoke makes a statement less sure; it never takes it off the desk. */
const surenessOf = (found: number, who: number): number =>
  Math.max(found * who, Math.min(found, DEFAULT_CONFIDENCE));

/** How sure narration is: less where its words sound reported, or a doubtful source was found for them. */
const SURE = 0.9;
const UNSURE = 0.5;

function narrationOf(
  reading: Reading,
  span: Span,
  publisher: Speaker,
  isDoubted: boolean,
): ExtractedStatement {
  return {
    kind: 'narration',
    content: [span],
    cue: [],
    source: [],
    speaker: publisher,
    via: [],
    channel: null,
    saidOn: null,
    polarity: 'asserted',
    checkable: isCheckableNarration(reading.text, span),
    confidence: isDoubted || mayBeReported(reading.text, span) ? UNSURE : SURE,
  };
}

const publisherOf = ({ publisher, text, blocks }: ArticleText): Speaker => ({
  name: publisher ?? findCredit(text, blocks) ?? 'the publisher',
  type: 'publisher',
  role: null,
  affiliation: null,
});

/** How much of a relayed sentence the words it relays, and who said them, make up, at least, in "X said S, the agency reported". */
const MOST = 0.5;

/**
 * Statements that are no more than the passing on of another: "X said S, the agency reported" is X's word via the
 * agency, once. A person who passes words on has spoken too, and keeps the statement; so does whoever takes their turn.
 */
function relaysAmong(attributed: readonly ExtractedStatement[], text: string): Set<ExtractedStatement> {
  const relays = new Set<ExtractedStatement>();
  for (const inner of attributed) {
    const outer = inner.within === undefined ? undefined : attributed[inner.within];
    if (outer?.speaker.type !== 'organization' || !inner.via.includes(outer.speaker.name)) continue;
    if (outer.cue.some(({ start, end }) => text.slice(start, end) === ':')) continue;
    const said = [...inner.content, ...inner.source, ...inner.cue];
    if (lengthOf(said) >= lengthOf(outer.content) * MOST) relays.add(outer);
  }
  return relays;
}

const lengthOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, { start, end }) => sum + end - start, 0);

/** In text order, with `within` counted anew; a statement inside one left out stands on its own. */
function ordered(
  attributed: readonly ExtractedStatement[],
  narrated: readonly ExtractedStatement[],
  relays: ReadonlySet<ExtractedStatement>,
  minConfidence: number,
): ExtractedStatement[] {
  const kept = attributed.filter((statement) => !relays.has(statement));
  const all = [...kept, ...narrated].filter(({ confidence }) => confidence >= minConfidence);
  all.sort((a, b) => a.content[0]!.start - b.content[0]!.start || lastOf(b) - lastOf(a));
  const place = new Map(all.map((statement, at) => [statement, at]));
  return all.map(({ within, ...statement }) => {
    const outer = within === undefined ? undefined : place.get(attributed[within]!);
    return outer === undefined ? statement : { ...statement, within: outer };
  });
}

const lastOf = ({ content }: ExtractedStatement): number => content.at(-1)!.end;
