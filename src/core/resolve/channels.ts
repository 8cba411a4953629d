// How the words reached whoever reports them: read off the words around the cue, never off the words said.
import type { Channel } from '../statement.js';

const POSTS =
  /\b(?:facebook|instagram|linkedin|weibo|vkontakte|bluesky|mastodon|tiktok|threads|youtube|truth social|social media|blog post|in a post|in an online post|posted on|wrote on social)\b/;
const TWEET = /\b(?:tweet|tweets|tweeted|tweeting|retweeted|twitter)\b|\bon x\b|\bx post\b|\bpost on x\b/;
const PRESS =
  /\b(?:press conference|news conference|press briefing|news briefing|media briefing|briefing|presser|conference call|earnings call|same call|call with (?:analysts|investors|reporters|journalists)|media conference)\b|\b(?:tell|tells|told|telling|informed|briefed) (?:a group of |local |foreign )?(?:reporters|journalists|newspersons|newsmen|pressmen|mediapersons|media persons|the press|the media|correspondents)\b/;
const PHONE =
  /\bby (?:tele)?phone\b|\bby satellite phone\b|\b(?:over|on) the (?:tele)?phone\b|\b(?:tele)?phone (?:interview|call|conversation)\b|\btelephone(?:d)?\b|\bphoned\b/;
const BROADCAST =
  /\b(?:televised|broadcast|broadcasts|aired|on air|live on tv|state tv|state television|local radio|state radio|national radio|national television|public radio|on television|on the radio|on tv|on radio|tv interview|television interview|radio interview|radio address|tv address|televised address|breakfast show|talk show)\b/;
const STATEMENT =
  /\b(?:in|through|via|by|issued|issuing|released|releasing|from|with) (?:[\p{L}’'-]+ ){0,5}(?:statement|statements|communique|communiqué|press release|news release|media release|release)(?!\p{L})/u;
const A_STATEMENT = /(?<!\p{L})(?:statement|statements|communique|communiqué|release)(?!\p{L})/u;
const DOCUMENT =
  /\b(?:in|by|via|through|per|from) (?:an? |the |his |her |its |their |my |our )?(?:[\p{L}’'-]+ ){0,4}?(?:letter|letters|e-mail|email|emails|memo|memorandum|filing|filings|report|white paper|affidavit|lawsuit|court documents|court papers|court filing|indictment|complaint|petition|ruling|judgment|note|research note|op-ed|opinion piece|article|paper|study|diary|memoir|text message|text messages|text|dossier|submission|witness statement|documents|book|essay|column|review)(?!\p{L})/u;
const A_DOCUMENT =
  /(?<!\p{L})(?<!voice )(?:letter|letters|e-mail|email|emails|memo|memorandum|filing|filings|report|white paper|affidavit|lawsuit|court documents|court papers|court filing|indictment|complaint|petition|ruling|judgment|note|research note|op-ed|opinion piece|article|paper|study|diary|memoir|text message|text messages|text|dossier|submission|witness statement|documents|book|essay|column|review|message)(?!\p{L})/u;
const INTERVIEW =
  /\b(?:in|during|gave|gives|giving) (?:an? |the |his |her |its |their |several |recent )?(?:[\p{L}-]+ ){0,3}?interviews?\b|\binterviewed\b|\b(?:tell|tells|told|telling) (?:me|us|this (?:newspaper|reporter|magazine|media|outlet|publication|website|correspondent|paper))\b|\bto this (?:media|newspaper|outlet)\b/u;
const MEETING =
  /\b(?:tell|tells|told|telling|urged|assured|addressing|addressed|informed|warned|to) (?:the |a |city |town |county |state )*(?:council|parliament|assembly|senate|congress|commons|lords|committee|commission|board|delegates|lawmakers|mps|legislators|security council|general assembly|meeting|conference|summit|rally|crowd|congregation|shareholders|residents at|panel|hearing)\b|\b(?:at|during|in) (?:a|an|the|today's|tuesday's|its|their|yesterday's) (?:[\p{L}-]+ ){0,3}(?:meeting|session|hearing|debate|rally|summit|conference|forum|vigil|funeral|ceremony|sermon|assembly|seminar|symposium|panel)\b|\bin (?:parliament|congress|the senate|the commons)\b/u;
const TELEGRAM = /\btelegram\b/;
const TO_SOMEONE = /\bwrote (?:back )?to (?:me|us|him|her|them|the|his|her|their)\b/;

export interface ChannelSigns {
  /** The words in scope, lower case; empty where none of them can tell a channel. */
  readonly around: string;
  /** What the source phrase itself says: "the command's statement". */
  readonly source: string;
  /** What the hearer or relay is: "state-run broadcaster", "tv", "telegram"; empty for none. */
  readonly medium: string;
  /** Told to an outlet or to the reporter. */
  readonly heard: boolean;
  readonly byDocument: boolean;
}

const ON_AIR = /\b(?:tv|television|radio|broadcaster|broadcasting|station|channel|fm|network|podcast)\b/;

/** Without a word that begins so no channel is said: most sentences are done here. */
const BEGINNINGS = new Set(
  (
    'twee retw twit x tele phon pres news brie call tell told info broa aire air tv radi show face inst link weib vkon blue ' +
    'mast tikt thre yout trut soci post blog wrot stat comm rele lett e-ma emai memo fili repo pape affi laws cour indi comp ' +
    'peti ruli judg note rese op-e opin arti stud diar text doss subm witn docu book essa colu revi inte medi urge assu addr ' +
    'warn meet sess hear deba rall summ conf foru vigi fune cere serm asse semi symp pane parl cong sena coun boar dele lawm ' +
    'mps legi secu gene crow shar resi live talk'
  ).split(' '),
);

export const mayTellChannel = (word: string): boolean => BEGINNINGS.has(word.slice(0, 4));

/** First what is said outright, most telling first; then what the medium gives away. */
export function channelOf({ around, source, medium, heard, byDocument }: ChannelSigns): Channel | null {
  const all = `${around} ${source}`;
  if (TWEET.test(all)) return 'tweet';
  if (TELEGRAM.test(all) || TELEGRAM.test(medium)) return 'telegram';
  if (PHONE.test(around)) return 'phone';
  if (PRESS.test(around)) return 'press conference';
  if (BROADCAST.test(around) || ON_AIR.test(medium)) return 'broadcast';
  if (POSTS.test(all)) return 'post';
  if (STATEMENT.test(around) || A_STATEMENT.test(source)) return 'statement';
  if (INTERVIEW.test(around)) return 'interview';
  if (DOCUMENT.test(around) || A_DOCUMENT.test(source) || TO_SOMEONE.test(around)) return 'document';
  if (MEETING.test(around)) return 'meeting';
  if (heard) return 'interview';
  return byDocument ? 'document' : null;
}
