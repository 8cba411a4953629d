// Names an article already knows, for completing what somebody types. Gathered once for each state of the article.
import type { LoadedArticle } from './loaded-article.js';

/** Whoever speaks here, or evidence here rests on, and is in the registry. */
export interface RegisteredName {
  readonly id: string;
  readonly name: string;
}

const registered = new WeakMap<LoadedArticle, readonly RegisteredName[]>();

export function registeredIn(loaded: LoadedArticle): readonly RegisteredName[] {
  const gathered = registered.get(loaded) ?? gatherRegistered(loaded);
  registered.set(loaded, gathered);
  return gathered;
}

function gatherRegistered({ reviews }: LoadedArticle): readonly RegisteredName[] {
  const names = new Map<string, string>();
  for (const { provenance, evidence } of reviews)
    for (const { name, speakerId } of [...evidence.map(({ origin }) => origin), provenance.speaker])
      if (speakerId && !names.has(speakerId)) names.set(speakerId, name);
  return [...names].map(([id, name]) => ({ id, name })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

const known = new WeakMap<LoadedArticle, readonly string[]>();

export function namesIn(loaded: LoadedArticle): readonly string[] {
  const gathered = known.get(loaded) ?? gather(loaded);
  known.set(loaded, gathered);
  return gathered;
}

function gather({ reviews }: LoadedArticle): readonly string[] {
  const names = new Set<string>();
  for (const { provenance, evidence } of reviews) {
    names.add(provenance.speaker.name);
    if (provenance.speaker.affiliation) names.add(provenance.speaker.affiliation);
    for (const relay of provenance.via) names.add(relay);
    for (const item of evidence) names.add(item.origin.name);
  }
  return [...names].sort();
}
