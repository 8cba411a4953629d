// One statement in a few words: who, on what channel, when, through whom. The same on every page.
import type { Provenance } from '../../core/event.js';
import type { Rating } from '../../core/rating.js';
import { RATING_WORDS } from '../../core/rating.js';
import { day } from '../dates.js';
import type { Key, T } from '../words/words.js';

export interface Link {
  readonly main: string;
  readonly detail: string;
}

export interface Status {
  readonly code: Rating;
  readonly glyph: string;
  readonly word: string;
}

export const statusOf = (rating: Rating): Status => ({
  code: rating,
  glyph: RATING_WORDS[rating].glyph,
  word: RATING_WORDS[rating].word,
});

/** "spokesman of the Harbour Authority", "in its own voice", or nothing. */
export function hatOf({ speaker }: Provenance, t: T): string {
  if (speaker.type === 'publisher') return t('speaker.own_voice');
  const hat = [speaker.role, speaker.affiliation]
    .filter((part) => part !== null && part !== speaker.name)
    .join(', ');
  if (speaker.type !== 'anonymous') return hat;
  return [t('speaker.not_named'), hat].filter((part) => part !== '').join(', ');
}

/** How the words reached us, from the mouth to the page. `cues` are the article's own verbs. */
export function chainOf(
  provenance: Provenance,
  cues: readonly string[],
  publisher: string | null,
  t: T,
): readonly Link[] {
  const { speaker, via, channel, saidOn } = provenance;
  // The colon after a name or the dash of a signature says nothing to a reader.
  const verbs = cues.filter((words) => /\p{L}/u.test(words));
  const quoted = verbs.map((words) => t('quoted', { words })).join(', ');
  const how = [quoted, saidOn ? day(saidOn, t.language) : ''];
  const said = (first: string): string => [first, ...how].filter((part) => part !== '').join(' · ');
  // The verb and the day go with the channel; where none is given, with the speaker.
  const links: Link[] = channel
    ? [
        { main: speaker.name, detail: hatOf(provenance, t) },
        { main: t(`channel.${channel}` as Key), detail: said('') },
      ]
    : [{ main: speaker.name, detail: said(hatOf(provenance, t)) }];
  for (const relay of via) links.push({ main: relay, detail: t('chain.passed_on') });
  if (speaker.type === 'publisher') return [...links.slice(0, 1), { main: t('chain.article'), detail: '' }];
  links.push({ main: publisher ?? t('article.no_publisher'), detail: t('chain.article') });
  return links;
}

/** The same on one line, for lists: `Ida Berg, harbour master · in a tweet · Fri 13 Aug 2021 · through Kustpressen`. */
export function lineOf(provenance: Provenance, t: T): string {
  const hat = hatOf(provenance, t);
  const who = hat === '' ? provenance.speaker.name : `${provenance.speaker.name}, ${hat}`;
  return [who, wayOf(provenance, t)].filter((part) => part !== '').join(' · ');
}

/** How the words came, without whose they are. */
export function wayOf({ via, channel, saidOn }: Omit<Provenance, 'speaker'>, t: T): string {
  return [
    channel ? t(`channel.${channel}` as Key) : '',
    saidOn ? day(saidOn, t.language) : '',
    via.length > 0 ? t('chain.through', { names: via.join(', ') }) : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
