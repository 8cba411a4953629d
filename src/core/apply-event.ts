// The rule of the desk: what an act does to a review, or why it is refused. There is no second validator.
import { applyEvidence } from './apply-evidence.js';
import { applyNote, isNoteEvent } from './apply-note.js';
import { conflict, forbidden, invalid } from './errors.js';
import type { StatementEvent } from './event.js';
import { missingFor } from './gates.js';
import { needWords } from './need-words.js';
import type { Review } from './review.js';
import { signOffDigest } from './sign-off.js';

/**
 * The review after `event`. Pure: the same review and event give the same result, which is how `replay` proves the
 * stored reviews. Throws a Refusal (invalid, conflict, forbidden, not_found) where the act may not happen.
 */
export function applyEvent(review: Review, event: StatementEvent): Review {
  const changed = fallBackIfDue(review, change(review, event), event);
  return { ...changed, version: review.version + 1, changedAt: event.at };
}

function change(review: Review, event: StatementEvent): Review {
  if (isNoteEvent(event)) return { ...review, notes: applyNote(review.notes, event) };
  switch (event.kind) {
    case 'statement_added':
      if (review.version > 0) throw conflict('This statement was added already.');
      return { ...review, attribution: 'confirmed', attributedBy: event.by };
    case 'attribution_confirmed':
      if (review.attribution === 'confirmed') throw conflict('Who said it is confirmed already.');
      if (review.provenance.speaker.name.trim() === '') throw invalid('Say who said it first.', 'speaker');
      return { ...review, attribution: 'confirmed', attributionReason: null, attributedBy: event.by };
    case 'attribution_disputed':
      needWords(event.payload.reason, 'Say why you doubt that this source said it.');
      return {
        ...review,
        attribution: 'disputed',
        attributionReason: event.payload.reason,
        attributedBy: event.by,
      };
    case 'attribution_reopened':
      if (review.attribution === 'unchecked') throw conflict('Who said it is open already.');
      return {
        ...review,
        attribution: 'unchecked',
        attributionReason: event.payload.reason,
        attributedBy: event.by,
      };
    case 'source_identified': {
      const { reason, ...provenance } = event.payload;
      if (provenance.speaker.name.trim() === '')
        throw invalid('Say who said it: the name is empty.', 'speaker');
      return {
        ...review,
        provenance,
        attribution: 'confirmed',
        attributionReason: reason,
        attributedBy: event.by,
      };
    }
    case 'words_corrected': {
      const { kind, content, cue, source, words } = event.payload;
      if (content.length === 0) throw invalid('Select the words that were said.', 'content');
      return { ...review, kind, content, cue, source, words };
    }
    case 'reclassified':
      return { ...review, checkable: event.payload.checkable, polarity: event.payload.polarity };
    case 'struck_out':
      if (review.struckOut) throw conflict('This was struck out already.');
      needWords(event.payload.reason, 'Say why this is no statement.');
      return { ...review, struckOut: { by: event.by, at: event.at, reason: event.payload.reason } };
    case 'restored':
      if (!review.struckOut) throw conflict('This was not struck out.');
      return { ...review, struckOut: null };
    case 'rated':
      return rate(review, event);
    case 'signed_off':
      return signOff(review, event);
    case 'sign_off_withdrawn':
      if (!review.signOff) throw conflict('There is no sign-off to withdraw.');
      needWords(event.payload.reason, 'Say why the sign-off is withdrawn.');
      return {
        ...review,
        signOff: null,
        fellBack: { at: event.at, because: `The sign-off was withdrawn: ${event.payload.reason}` },
      };
    case 'returned':
      if (review.rating === 'unchecked') throw conflict('There is no rating to send back.');
      needWords(event.payload.reason, 'Say what should be looked at again.');
      return {
        ...review,
        signOff: null,
        fellBack: { at: event.at, because: `Sent back: ${event.payload.reason}` },
      };
    case 'identity_recorded':
      if (review.provenance.speaker.type !== 'anonymous')
        throw invalid('Only an anonymous source has an identity to record.');
      return { ...review, identity: event.payload.identity.trim() === '' ? null : event.payload.identity };
    case 'carried_over':
      return carryOver(review, event);
    case 'assigned':
      return { ...review, assignedTo: event.payload.to };
    case 'evidence_added':
    case 'evidence_stance_changed':
    case 'evidence_origin_changed':
    case 'origins_merged':
    case 'origins_parted':
    case 'reliability_graded':
    case 'credibility_graded':
    case 'evidence_withdrawn':
      return applyEvidence(review, event);
  }
}

function rate(review: Review, event: Extract<StatementEvent, { kind: 'rated' }>): Review {
  const { rating, reason, secondSignature } = event.payload;
  if (rating === 'unchecked' && review.rating === 'unchecked')
    throw conflict('There is no rating to take back.');
  const missing = missingFor(review, rating, reason);
  if (missing.length > 0) throw invalid(missing.join(' '), 'rating');
  const blank = rating === 'unchecked';
  return {
    ...review,
    rating,
    reason: blank ? '' : reason.trim(),
    ratedBy: blank ? null : event.by,
    ratedAt: blank ? null : event.at,
    secondSignature,
    signOff: null,
    fellBack: null,
  };
}

function signOff(review: Review, event: Extract<StatementEvent, { kind: 'signed_off' }>): Review {
  if (review.struckOut)
    throw conflict('This was struck out as no statement, so there is nothing to sign off.');
  if (review.rating === 'unchecked') throw conflict('There is no rating to sign off.');
  if (review.signOff) throw conflict('This rating is signed off already.');
  if (review.ratedBy === event.by)
    throw forbidden('A second person signs off. You gave this rating, so somebody else must look at it.');
  const digest = signOffDigest(review);
  if (digest !== event.payload.digest)
    throw conflict('This changed after you looked at it. Read it again before you sign it off.');
  return { ...review, signOff: { by: event.by, at: event.at, digest }, fellBack: null };
}

function carryOver(review: Review, event: Extract<StatementEvent, { kind: 'carried_over' }>): Review {
  if (review.version > 0) throw conflict('Only an untouched statement can take over an earlier review.');
  const { from, fromArticle, placement, changed, placed, review: carried } = event.payload;
  const base: Review = { ...review, carried: { from, fromArticle, placement, changed } };
  const voids = placement !== 'kept' && placement !== 'moved';
  const next: Review = {
    ...base,
    ...(voids ? {} : placed),
    attribution: voids ? 'unchecked' : carried.attribution,
    provenance: voids ? review.provenance : carried.provenance,
    checkable: carried.checkable,
    polarity: voids ? review.polarity : carried.polarity,
    evidence: carried.evidence,
    rating: voids ? 'unchecked' : carried.rating,
    reason: voids ? '' : carried.reason,
    ratedBy: voids ? null : carried.ratedBy,
    ratedAt: voids ? null : carried.ratedAt,
    secondSignature: carried.secondSignature,
    fellBack:
      voids && carried.rating !== 'unchecked'
        ? { at: event.at, because: `The text changed in a newer version: ${changed}` }
        : carried.fellBack,
  };
  // The digest counts in the new text's offsets, so the carried signature is bound anew to the same words.
  return voids || !carried.signOff
    ? next
    : { ...next, signOff: { ...carried.signOff, digest: signOffDigest(next) } };
}

/** A sign-off falls with what it was bound to; a rating falls when its own gate no longer holds. */
function fallBackIfDue(before: Review, after: Review, event: StatementEvent): Review {
  if (event.kind === 'rated' || event.kind === 'carried_over' || after.rating === 'unchecked') return after;
  const because = WHAT_CHANGED[event.kind];
  if (!because) return after;
  const missing = after.struckOut ? [] : missingFor(after, after.rating, after.reason);
  if (missing.length > 0)
    return {
      ...after,
      rating: 'unchecked',
      reason: '',
      ratedBy: null,
      ratedAt: null,
      signOff: null,
      fellBack: { at: event.at, because: `${because}, so the rating “${before.rating}” no longer holds.` },
    };
  if (before.signOff && before.signOff.digest !== signOffDigest(after))
    return { ...after, signOff: null, fellBack: { at: event.at, because: `${because} after the sign-off.` } };
  return after;
}

const WHAT_CHANGED: Partial<Record<StatementEvent['kind'], string>> = {
  attribution_confirmed: 'Who said it was settled anew',
  attribution_disputed: 'Who said it is now disputed',
  attribution_reopened: 'Who said it was opened again',
  source_identified: 'Who said it was corrected',
  words_corrected: 'The words were corrected',
  reclassified: 'What kind of statement this is was changed',
  restored: 'The statement was restored',
  evidence_added: 'Evidence was added',
  evidence_stance_changed: 'What an item of evidence does was changed',
  evidence_origin_changed: 'The origin of an item of evidence was changed',
  origins_merged: 'Two items of evidence were found to be the same story',
  origins_parted: 'An item of evidence was counted apart again',
  reliability_graded: 'An item of evidence was graded anew',
  credibility_graded: 'An item of evidence was graded anew',
  evidence_withdrawn: 'Evidence was withdrawn',
};
