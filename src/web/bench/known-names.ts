// Names an article already knows, for completing what somebody types. Gathered once for each state of the article.
import type { LoadedArticle } from './loaded-article.js';

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
