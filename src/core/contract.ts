// The JSON an extraction is handed out as, one document a line: snake_case, null where nothing is known, offsets in
// UTF-16 units of `text`. `attributions` repeats the attributed statements in the shape of the corpora.
import type { Span } from './span.js';
import type { Anonymity, Channel, ExtractedStatement, Kind, Polarity, SpeakerType } from './statement.js';

export interface ContractSpeaker {
  readonly name: string;
  readonly type: SpeakerType;
  readonly role: string | null;
  readonly affiliation: string | null;
  /** Only where the source is not named. */
  readonly anonymity?: Anonymity;
  /** Only where the source could be somebody else too; best first. */
  readonly candidates?: readonly string[];
}

export interface ContractStatement {
  readonly kind: Kind;
  /** In text order; more than one where a quotation is broken by its cue or goes on in the next paragraph. */
  readonly content: readonly Span[];
  /** Empty for narration, and where a name and a colon stand for the verb. */
  readonly cue: readonly Span[];
  readonly source: readonly Span[];
  readonly speaker: ContractSpeaker;
  /** Who passed the words on, nearest the speaker first. */
  readonly via: readonly string[];
  readonly channel: Channel | null;
  /** `YYYY-MM-DD` */
  readonly said_on: string | null;
  readonly polarity: Polarity;
  readonly checkable: boolean;
  /** 0 to 1, three decimals. */
  readonly confidence: number;
  /** Index of the statement inside whose content this one stands. */
  readonly within?: number;
}

type Pair = readonly [start: number, end: number];

export interface ContractAttribution {
  /** Null where the text names no source. */
  readonly source: readonly Pair[] | null;
  readonly cue: readonly Pair[];
  readonly content: readonly Pair[];
  readonly speaker: string;
}

export interface Contract {
  readonly id: string;
  readonly text: string;
  /** `YYYY-MM-DD`, or null when unknown. */
  readonly published_on: string | null;
  /** In the order in which their contents begin. */
  readonly statements: readonly ContractStatement[];
  readonly attributions: readonly ContractAttribution[];
}

/** What an extraction is handed out as. `within` counts in the same list as `statements`. */
export function toContract(
  id: string,
  article: { readonly text: string; readonly publishedOn: string | null },
  statements: readonly ExtractedStatement[],
): Contract {
  return {
    id,
    text: article.text,
    published_on: article.publishedOn,
    statements: statements.map(toStatement),
    attributions: statements.filter(({ kind }) => kind !== 'narration').map(toAttribution),
  };
}

function toStatement(statement: ExtractedStatement): ContractStatement {
  const { name, type, role, affiliation, anonymity, candidates } = statement.speaker;
  return {
    kind: statement.kind,
    content: statement.content.map(bare),
    cue: statement.cue.map(bare),
    source: statement.source.map(bare),
    speaker: {
      name,
      type,
      role,
      affiliation,
      ...(anonymity && { anonymity }),
      ...(candidates?.length && { candidates }),
    },
    via: statement.via,
    channel: statement.channel,
    said_on: statement.saidOn,
    polarity: statement.polarity,
    checkable: statement.checkable,
    confidence: Math.round(statement.confidence * 1000) / 1000,
    ...(statement.within !== undefined && { within: statement.within }),
  };
}

const bare = ({ start, end }: Span): Span => ({ start, end });
const pair = ({ start, end }: Span): Pair => [start, end];

const toAttribution = ({ source, cue, content, speaker }: ExtractedStatement): ContractAttribution => ({
  source: source.length > 0 ? source.map(pair) : null,
  cue: cue.map(pair),
  content: content.map(pair),
  speaker: speaker.name,
});
