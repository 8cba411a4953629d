// How the words reached whoever reports them: read off the words around the cue, never off the words said.
import type { Channel } from '../statement.js';

const POSTS =
  /\b(?:facebook|instagram|linkedin|weibo|vkontakte|bluesky|mastodon|tiktok|threads|youtube|truth social|social media|blog post|in a post|in an online post|posted on|wrote on social)\b/;
const TWEET = /\b(?:tweet|tweets|tweeted|tweeting|retweeted|twitter)\b|\bon x\b|\bx post\b|\bpost on x\b/;
const PRESS =
  /\b(?:press conference|news conference|press briefing|news briefing|media briefing|briefing|presser|conference call|earnings call|same call|call with (?:analysts|investors|reporters|journalists)|media conference)\b|\b(?:tell|tells|told|telling|informed|briefed) (?:a group of |local |foreign )?(?:reporters|journalists|newspersons|newsmen|pressmen|mediapersons|media persons|the press|the media|correspondents)\b/;
const PHONE =
  /\bby (?:tele)?phone\b|\bby satellite phone\b|\b(?:over|on|via) (?:the )?(?:tele)?phone\b|\b(?:tele)?phone (?:interview|call|conversation)\b|\btelephone(?:d)?\b|\bphoned\b/;
const BROADCAST =
  /\b(?:televised|broadcast|broadcasts|aired|on air|live on tv|state tv|state television|local radio|state radio|national radio|national television|public radio|on television|on the radio|on tv|on radio|tv interview|television interview|radio interview|radio address|tv address|televised address|breakfast show|talk show)\b/;
const STATEMENT =
  /\b(?:in|through|via|by|issued|issuing|released|releasing|from|with) (?:[\p{L}’'-]+ ){0,5}(?:statement|statements|communique|communiqué|press release|news release|media release|release)(?!\p{L})/u;
const A_STATEMENT = /(?<!\p{L})(?:statement|statements|communique|communiqué|release)(?!\p{L})/u;
const DOCUMENT =
  /\b(?:in|by|via|through|per|from) (?:an? |the |his |her |its |their |my |our )?(?:[\p{L}’'-]+ ){0,4}?(?:letter|letters|e-mail|email|emails|memo|memorandum|filing|filings|report|white paper|affidavit|lawsuit|court documents|court papers|court filing|indictment|complaint|petition|ruling|judgment|note|research note|op-ed|opinion piece|article|paper|study|diary|memoir|text message|text messages|text|dossier|submission|witness statement|documents|book|essay|column|review)(?!\p{L})/u;
const A_DOCUMENT =
  /(?<!\p{L})(?<!voice )(?:letter|letters|e-mail|email|emails|memo|memorandum|filing|filings|report|white paper|affidavit|lawsuit|court documents|court papers|court filing|indictment|complaint|petition|ruling|judgment|note|research note|op-ed|opinion piece|article|paper|study|diary|memoir|text message|text messages|text|dossier|submission|witness statement|documents|book|essay|(?<!^the )column|review|message)(?!\p{L})/u;
const INTERVIEW =
  /\b(?:in|during|gave|gives|giving) (?:an? |the |his |her |its |their |several |recent )?(?:[\p{L}-]+ ){0,3}?interviews?\b|\binterviewed\b|\b(?:tell|tells|told|telling) (?:me|us|this (?:newspaper|reporter|magazine|media|outlet|publication|website|correspondent|paper))\b|\bto this (?:media|newspaper|outlet)\b/u;
const MEETING =
  /\b(?:tell|tells|told|telling|urged|assured|addressing|addressed|informed|warned|to) (?:the |a |city |town |county |state )*(?:council|parliament|assembly|senate|congress|commons|lords|committee|commission|board|delegates|lawmakers|mps|legislators|security council|general assembly|meeting|conference|summit|rally|crowd|congregation|shareholders|residents at|panel|hearing)\b|\b(?:at|during|in) (?:a|an|the|today's|tuesday's|its|their|yesterday's) (?:[\p{L}-]+ ){0,3}(?:meeting|session|hearing|debate|rally|summit|conference|forum|vigil|funeral|ceremony|sermon|assembly|seminar|symposium|panel)\b|\bin (?:parliament|congress|the senate|the commons)\b/u;
const TELEGRAM = /\btelegram\b/;
const TO_SOMEONE = /\bwrote (?:back )?to (?:me|us|him|her|them|the|his|her|their)\b/;

export interface ChannelSigns {
  /** The words in scope, lower case. */
  readonly around: string;
  /** What `channelSign` gives for any of those words. */
  readonly signs: number;
  /** What the source phrase itself says: "the command's statement". */
  readonly source: string;
  /** What the hearer or relay is: "state-run broadcaster", "tv", "telegram"; empty for none. */
  readonly medium: string;
  /** Told to an outlet or to the reporter. */
  readonly heard: boolean;
  readonly byDocument: boolean;
}

const ON_AIR = /\b(?:tv|television|radio|broadcaster|broadcasting|station|channel|fm|network|podcast)\b/;

/** Words that begin so may tell a channel; one bit for each pattern they are looked for with. */
const BEGINNINGS = new Map<string, number>();
const beginWith = (bit: number, prefixes: string): void => {
  for (const prefix of prefixes.split(' ')) BEGINNINGS.set(prefix, (BEGINNINGS.get(prefix) ?? 0) | bit);
};
const SIGN = {
  tweet: 1,
  phone: 2,
  press: 4,
  air: 8,
  post: 16,
  statement: 32,
  interview: 64,
  document: 128,
  meeting: 256,
  telegram: 512,
};
beginWith(SIGN.tweet, 'twee retw twit x');
beginWith(SIGN.telegram, 'tele');
beginWith(SIGN.phone, 'phon tele');
beginWith(SIGN.press, 'pres news brie call medi conf tell told info');
beginWith(SIGN.air, 'tele broa aire air tv radi show live talk');
beginWith(SIGN.post, 'face inst link weib vkon blue mast tikt thre yout trut soci blog post wrot');
beginWith(SIGN.statement, 'stat comm rele');
beginWith(SIGN.interview, 'inte tell told medi news outl');
beginWith(
  SIGN.document,
  'lett e-ma emai memo fili repo whit affi laws cour indi comp peti ruli judg note rese op-e opin arti pape stud diar ' +
    'text doss subm witn docu book essa colu revi wrot',
);
beginWith(
  SIGN.meeting,
  'coun parl asse sena cong comm lord boar dele lawm mps legi secu gene meet conf summ rall crow shar resi pane hear ' +
    'sess deba foru vigi fune cere serm semi symp',
);

/** The patterns worth trying for a scope with this word; 0 for most words. */
export const channelSign = (word: string): number =>
  BEGINNINGS.get(word.length > 4 ? word.slice(0, 4) : word) ?? 0;

/** First what is said outright, most telling first; then what the medium gives away. */
export function channelOf({
  around,
  signs,
  source,
  medium,
  heard,
  byDocument,
}: ChannelSigns): Channel | null {
  const says = (sign: number, pattern: RegExp): boolean => (signs & sign) !== 0 && pattern.test(around);
  if (says(SIGN.tweet, TWEET) || TWEET.test(source)) return 'tweet';
  if (says(SIGN.telegram, TELEGRAM) || TELEGRAM.test(source) || TELEGRAM.test(medium)) return 'telegram';
  if (says(SIGN.phone, PHONE)) return 'phone';
  if (says(SIGN.press, PRESS)) return 'press conference';
  if (says(SIGN.air, BROADCAST) || ON_AIR.test(medium)) return 'broadcast';
  if (says(SIGN.post, POSTS) || POSTS.test(source)) return 'post';
  if (says(SIGN.statement, STATEMENT) || A_STATEMENT.test(source)) return 'statement';
  if (says(SIGN.interview, INTERVIEW)) return 'interview';
  if (says(SIGN.document, DOCUMENT) || A_DOCUMENT.test(source) || says(SIGN.document, TO_SOMEONE))
    return 'document';
  if (says(SIGN.meeting, MEETING)) return 'meeting';
  if (heard) return 'interview';
  return byDocument ? 'document' : null;
}
