// Puts an event into a sentence. Every page and every export uses this one function.
import type { Event } from './event.js';
import { RATING_WORDS } from './rating.js';

/** `nameOf` turns an editor id into a name. The sentence has no full stop and starts with the editor's name. */
export function describeEvent(event: Event, nameOf: (editorId: string) => string): string {
  return `${nameOf(event.by)} ${deed(event, nameOf)}`;
}

function deed(event: Event, nameOf: (editorId: string) => string): string {
  switch (event.kind) {
    case 'imported':
      return `imported “${event.payload.title}”; ${count(event.payload.statements, 'statement')} found by ${event.payload.engine}`;
    case 'superseded':
      return `imported a newer version of this article; ${count(event.payload.dropped.length, 'statement')} gone from it, ${event.payload.orphaned.length} could not be placed`;
    case 'due_set':
      return event.payload.due ? `set this due at ${event.payload.due}` : 'took the due time away';
    case 'article_assigned':
    case 'assigned': {
      const { to, note } = event.payload;
      return `${to === null ? 'took this off everybody’s list' : `handed this to ${nameOf(to)}`}${because(note)}`;
    }
    case 'published':
      return `published ${count(event.payload.statements.length, 'statement')}`;
    case 'unpublished':
      return `took this off the readers’ page${because(event.payload.reason)}`;
    case 'correction_published':
      return `published a correction: ${unstopped(event.payload.what)}${because(event.payload.why)}`;
    case 'edit_shown':
      return 'showed readers what changed in the newer version';
    case 'edit_hidden':
      return `no longer shows readers what changed in the newer version${because(event.payload.reason)}`;
    case 'republication_recorded':
      return 'recorded that this is another article’s text under its own masthead: one origin, not two';
    case 'republication_withdrawn':
      return `withdrew that this is another article’s text${because(event.payload.reason)}`;
    case 'report_issued':
      return `issued a report (${event.payload.format})`;
    case 'statement_added':
      return 'added this statement';
    case 'attribution_confirmed':
      return 'confirmed who said it';
    case 'attribution_disputed':
      return `doubted that this source said it${because(event.payload.reason)}`;
    case 'attribution_reopened':
      return `opened the question who said it again${because(event.payload.reason)}`;
    case 'source_identified': {
      const { speaker, via, reason } = event.payload;
      const relay = via.length > 0 ? `, through ${via.join(', then ')}` : '';
      return `settled that ${speaker.name} said it${relay}${because(reason)}`;
    }
    case 'words_corrected':
      return `corrected which words were said: “${shorten(event.payload.words)}”`;
    case 'reclassified':
      return `marked this as ${event.payload.checkable ? 'checkable' : 'not checkable'}${event.payload.polarity === 'denied' ? ', a denial' : ''}`;
    case 'struck_out':
      return `struck this out as no statement${because(event.payload.reason)}`;
    case 'restored':
      return `restored this statement${because(event.payload.reason)}`;
    case 'evidence_added':
      return `added evidence that ${stanceWords[event.payload.stance]}: “${event.payload.title}”, resting on ${event.payload.origin.name}`;
    case 'evidence_stance_changed':
      return `changed an item of evidence: it ${stanceWords[event.payload.stance]}${because(event.payload.reason)}`;
    case 'evidence_origin_changed':
      return `changed what an item of evidence rests on: ${event.payload.origin.name}${because(event.payload.reason)}`;
    case 'origins_merged':
      return 'found two items of evidence to be the same story: their origins count as one';
    case 'origins_parted':
      return 'took an item of evidence out of a story it was counted with';
    case 'reliability_graded':
      return `graded the source of an item of evidence ${event.payload.reliability}`;
    case 'credibility_graded':
      return `graded an item of evidence ${event.payload.credibility}`;
    case 'evidence_withdrawn':
      return `withdrew an item of evidence${because(event.payload.reason)}`;
    case 'rated':
      return event.payload.rating === 'unchecked'
        ? 'took the rating back'
        : `rated this “${RATING_WORDS[event.payload.rating].word}”${because(event.payload.reason)}`;
    case 'signed_off':
      return 'signed the rating off';
    case 'sign_off_withdrawn':
      return `withdrew a sign-off${because(event.payload.reason)}`;
    case 'returned':
      return `sent the rating back${because(event.payload.reason)}`;
    case 'identity_recorded':
      return 'recorded who an anonymous source is, for the desk alone';
    case 'carried_over':
      return `carried this over from the version before (${event.payload.placement})${because(event.payload.changed)}`;
    case 'noted':
      return event.payload.confidential ? 'wrote a confidential note' : 'wrote a note';
    case 'note_edited':
      return 'reworded a note';
    case 'note_resolved':
      return 'closed a thread';
    case 'note_reopened':
      return 'opened a thread again';
    case 'note_withdrawn':
      return 'withdrew a note';
  }
}

const stanceWords = {
  supports: 'supports it',
  contradicts: 'contradicts it',
  context: 'gives context',
} as const;

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;

/** A reason follows after a colon, so the sentence before it gives up its full stop. */
const unstopped = (sentence: string): string => sentence.trim().replace(/(?<!\.)\.$/, '');

const because = (reason: string | null): string => (reason?.trim() ? `: ${reason.trim()}` : '');

const shorten = (words: string): string => (words.length > 120 ? `${words.slice(0, 117).trimEnd()}…` : words);
