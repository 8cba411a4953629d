// What differs between two moments, in words: of a statement's review, and of an article as a whole.
import type { ArticleReview } from '../core/article-review.js';
import { type Evidence, sameStory } from '../core/evidence.js';
import { hiddenNotes } from '../core/report/withheld.js';
import type { Note, Review } from '../core/review.js';
import { lineOf } from './bench/statement-line.js';
import { moment } from './dates.js';
import type { T } from './words/words.js';

export interface Difference {
  readonly what: string;
  readonly before: string;
  readonly now: string;
}

/** Who asks: how people are called, and whether confidential matter is theirs to read. */
export interface Asker {
  readonly nameOf: (id: string) => string;
  readonly seesConfidential: boolean;
  readonly t: T;
}

export function reviewDifferences(before: Review, now: Review, asker: Asker): readonly Difference[] {
  const { nameOf, seesConfidential, t } = asker;
  const line = (what: string, say: (review: Review) => string): Difference => ({
    what,
    before: say(before),
    now: say(now),
  });
  const lines = [
    line(t('panel.words'), (review) => review.words),
    line(t('field.kind'), (review) => t(`kind.${review.kind}`)),
    line(t('panel.who'), ({ provenance }) => lineOf(provenance, t)),
    line(t('panel.attribution'), ({ attribution, attributionReason }) =>
      withReason(t(`attribution.${attribution}`), attributionReason),
    ),
    line(t('field.checkable'), (review) => t(review.checkable ? 'checkable.yes' : 'checkable.no')),
    line(t('field.polarity'), (review) => t(`polarity.${review.polarity}`)),
    line(t('panel.rating'), (review) => t(`rating.${review.rating}`)),
    line(t('panel.reason'), (review) => review.reason),
    line(t('panel.signing'), ({ signOff }) =>
      signOff ? t('sign.signed', { name: nameOf(signOff.by), when: moment(signOff.at) }) : '',
    ),
    line(t('panel.fell_back'), (review) => review.fellBack?.because ?? ''),
    line(t('panel.strike'), ({ struckOut }) => struckOut?.reason ?? ''),
    line(t('compare.assigned'), ({ assignedTo }) => (assignedTo === null ? '' : nameOf(assignedTo))),
    ...(seesConfidential ? [line(t('compare.identity'), (review) => review.identity ?? '')] : []),
    ...evidenceLines(before, now, t),
    ...noteLines(before.notes, now.notes, asker),
  ];
  return lines.filter((one) => one.before !== one.now);
}

export function articleDifferences(
  before: ArticleReview,
  now: ArticleReview,
  asker: Asker,
): readonly Difference[] {
  const { nameOf, t } = asker;
  const line = (what: string, say: (review: ArticleReview) => string): Difference => ({
    what,
    before: say(before),
    now: say(now),
  });
  const lines = [
    line(t('compare.assigned'), ({ assignedTo }) => (assignedTo === null ? '' : nameOf(assignedTo))),
    line(t('compare.due'), ({ due }) => (due === null ? '' : moment(due))),
    line(t('compare.published'), ({ published }) =>
      published
        ? t('bench.published', {
            when: moment(published.at),
            name: nameOf(published.by),
            n: published.statements.length,
          })
        : '',
    ),
    line(t('compare.corrections'), ({ corrections }) => corrections.map(({ what }) => what).join(' · ')),
    line(t('compare.superseded'), ({ supersededBy }) => (supersededBy === null ? '' : t('bench.superseded'))),
    ...noteLines(before.notes, now.notes, asker),
  ];
  return lines.filter((one) => one.before !== one.now);
}

function evidenceLines(before: Review, now: Review, t: T): readonly Difference[] {
  const ids = [...new Set([...before.evidence, ...now.evidence].map(({ id }) => id))];
  return ids.map((id) => {
    const say = ({ evidence }: Review): string => {
      const item = evidence.find((one) => one.id === id);
      return item ? evidenceInWords(item, evidence, t) : '';
    };
    const { title } = [...now.evidence, ...before.evidence].find((one) => one.id === id) ?? { title: '' };
    return { what: t('compare.evidence', { title }), before: say(before), now: say(now) };
  });
}

function evidenceInWords(item: Evidence, all: readonly Evidence[], t: T): string {
  const { reliability, credibility, withdrawn } = item;
  const others = sameStory(all, item).filter(({ id }) => id !== item.id);
  const titles = others.map(({ title }) => `“${title}”`).join(', ');
  return [
    t(`stance.${item.stance}`),
    t('evidence.origin', { origin: item.origin.name }),
    t('evidence.grades', { reliability, credibility }),
    others.length > 0 ? t('evidence.same_as', { titles }) : '',
    withdrawn ? t('compare.withdrawn', { reason: withdrawn.reason }) : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function noteLines(before: readonly Note[], now: readonly Note[], asker: Asker): readonly Difference[] {
  const { nameOf, seesConfidential, t } = asker;
  const hidden = hiddenNotes(now);
  const say = (note: Note | undefined): string =>
    note
      ? [note.withdrawn ? t('compare.note_withdrawn') : note.body, note.resolved ? t('notes.resolved') : '']
          .filter((part) => part !== '')
          .join(' · ')
      : '';
  return now
    .filter(({ id }) => seesConfidential || !hidden.has(id))
    .map((note) => ({
      what: t('compare.note', { name: nameOf(note.by) }),
      before: say(before.find(({ id }) => id === note.id)),
      now: say(note),
    }));
}

const withReason = (word: string, reason: string | null): string => (reason ? `${word}: ${reason}` : word);
