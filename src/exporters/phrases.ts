// The phrases every form of a report uses, so that all of them say the same.
import { longDay, longTime } from '../core/report/dates.js';
import type {
  Report,
  ReportArticle,
  ReportEvidence,
  ReportStatement,
  Withheld,
} from '../core/report/model.js';
import { listed } from '../core/report/numbers.js';
import { aboutSpeaker } from '../core/report/party.js';
import type { Channel, Kind } from '../core/statement.js';

export const KIND_WORDS: Readonly<Record<Kind, string>> = {
  direct: 'in the speaker’s own words',
  indirect: 'in the publisher’s words',
  mixed: 'partly in the speaker’s own words',
  narration: 'in the publisher’s own voice',
};

const CHANNEL_WORDS: Readonly<Record<Channel, string>> = {
  tweet: 'in a tweet',
  telegram: 'on Telegram',
  post: 'in a post',
  statement: 'in a statement',
  'press conference': 'at a press conference',
  interview: 'in an interview',
  phone: 'on the telephone',
  broadcast: 'in a broadcast',
  document: 'in a document',
  meeting: 'at a meeting',
};

export const STANCE_WORDS = { supports: 'supports', contradicts: 'contradicts', context: 'context' } as const;

/** "Ana Rell, spokeswoman, Harbour Authority". */
export function speakerLine({ speaker }: Pick<ReportStatement, 'speaker'>): string {
  const about = aboutSpeaker(speaker);
  return about === null ? speaker.name : `${speaker.name}, ${about}`;
}

/** How the words reached the publisher: channel, day, relays. */
export function chainLine(statement: ReportStatement): string {
  const parts: string[] = [];
  if (statement.channel) parts.push(CHANNEL_WORDS[statement.channel]);
  if (statement.saidOn) parts.push(`on ${longDay(statement.saidOn)}`);
  if (statement.via.length > 0) parts.push(`through ${statement.via.join(', then ')}`);
  return parts.join(', ');
}

export function anonymityLine({ speaker }: ReportStatement): string | null {
  if (speaker.type !== 'anonymous') return null;
  const many =
    speaker.anonymity?.number === 'single'
      ? 'One unnamed source.'
      : speaker.anonymity?.number === 'several'
        ? 'Several unnamed sources.'
        : 'Unnamed; the article does not say how many.';
  return speaker.anonymity?.reason
    ? `${many} Reason given: “${speaker.anonymity.reason}”.`
    : `${many} The article gives no reason.`;
}

export function attributionLine({ attribution, found }: ReportStatement): string {
  const reason = attribution.reason ? `: ${attribution.reason}` : '';
  switch (attribution.status) {
    case 'unchecked':
      return found.automatically
        ? `found automatically (confidence ${found.confidence.toFixed(2)}), not confirmed${reason}`
        : `added by ${found.by}, not confirmed${reason}`;
    case 'confirmed':
      return `confirmed${attribution.by ? ` by ${attribution.by}` : ''}${reason}`;
    case 'disputed':
      return `disputed${attribution.by ? ` by ${attribution.by}` : ''}${reason}`;
  }
}

export const originLine = (item: ReportEvidence): string => {
  const origin = item.speakersOwn ? `${item.origin}, the speaker’s own side` : item.origin;
  const others = (item.sameStoryAs ?? []).map((title) => `“${title}”`).join(', ');
  return others === '' ? origin : `${origin}, the same story as ${others} and counted as one with it`;
};

export const gradeOf = (item: ReportEvidence): string => `${item.reliability}${item.credibility}`;

export const articleLine = (article: ReportArticle): string =>
  [
    article.publisher ?? 'publisher unknown',
    article.publishedOn ? longDay(article.publishedOn) : 'publication date unknown',
    `version ${article.articleVersion}`,
  ].join(' · ');

/** As `whosaid verify-log --head` takes it. */
export const headLine = (article: ReportArticle): string => `${article.head.seq}:${article.head.hash}`;

export const madeFrom = (report: Report): string =>
  report.lastChangeAt === ''
    ? 'Made from an empty log.'
    : `Made from the log as it stood after its last change, ${longTime(report.lastChangeAt)}.`;

/** What was kept back, counted; null when nothing was. */
export function withheldLine(withheld: Withheld): string | null {
  const parts: string[] = [];
  const say = (n: number, one: string, many: string) => {
    if (n > 0) parts.push(`${n} ${n === 1 ? one : many}`);
  };
  say(withheld.notes, 'confidential note', 'confidential notes');
  say(withheld.identities, 'identity of an unnamed source', 'identities of unnamed sources');
  say(withheld.events, 'confidential entry of the log', 'confidential entries of the log');
  return parts.length === 0 ? null : `Withheld: ${listed(parts)}.`;
}

export const UNCHECKED_NOTICE =
  'Attributions that no editor confirmed were found automatically and may be wrong.';
