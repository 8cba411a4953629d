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

/** A menu longer than this is not read; any other name of the registry can be typed. */
const IN_MENU = 60;

/** Whatever evidence rests on already, then whoever speaks most. */
function gatherRegistered({ reviews }: LoadedArticle): readonly RegisteredName[] {
  const origins = tally(reviews.flatMap(({ evidence }) => evidence.map(({ origin }) => origin)));
  const speakers = tally(reviews.map(({ provenance }) => provenance.speaker));
  const others = speakers.filter(({ id }) => !origins.some((one) => one.id === id));
  return [...origins, ...others.slice(0, Math.max(0, IN_MENU - origins.length))].sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
}

/** The entries of the registry among them, those named most often first. */
function tally(
  named: readonly { readonly name: string; readonly speakerId?: string | null }[],
): readonly RegisteredName[] {
  const found = new Map<string, { entry: RegisteredName; n: number }>();
  for (const { speakerId: id, name } of named) {
    if (!id) continue;
    const known = found.get(id);
    if (known) known.n += 1;
    else found.set(id, { entry: { id, name }, n: 1 });
  }
  return [...found.values()].sort((a, b) => b.n - a.n).map(({ entry }) => entry);
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
