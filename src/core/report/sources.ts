// The source summary: what the article rests on, as far as the record goes.
import { inScope } from './counts.js';
import type { OriginCount, ReportStatement, SourceSummary } from './model.js';
import { capitalised, counted, inWords, listed } from './numbers.js';
import { keyOfName, partyKey } from './party.js';

export function summariseSources(all: readonly ReportStatement[]): SourceSummary {
  const statements = inScope(all);
  const unsupported = statements.filter((statement) => statement.independent.supporting === 0);
  const oneWord = unsupported.filter(({ speaker }) => speaker.type !== 'publisher');
  const anonymous = statements.filter(({ speaker }) => speaker.type === 'anonymous');
  const counts = {
    oneWordByParty: byParty(oneWord),
    onOneWord: oneWord.length,
    ownVoiceAlone: unsupported.length - oneWord.length,
    anonymous: anonymous.length,
    anonymousWithoutReason: anonymous.filter(({ speaker }) => !speaker.anonymity?.reason).length,
    oneOrigin: statements.filter(({ independent }) => independent.supporting === 1).length,
    severalOrigins: statements.filter(({ independent }) => independent.supporting > 1).length,
    contradicted: statements.filter(({ independent }) => independent.contradicting > 0).length,
    relayed: statements.filter(({ via }) => via.length > 0).length,
    origins: originsOf(statements),
  };
  return { sentences: sentences(counts, statements.length), ...counts };
}

function byParty(statements: readonly ReportStatement[]) {
  const parties = new Map<string, { name: string; count: number }>();
  for (const { speaker } of statements) {
    const key = partyKey(speaker.party);
    parties.set(key, {
      name: parties.get(key)?.name ?? speaker.party,
      count: (parties.get(key)?.count ?? 0) + 1,
    });
  }
  return [...parties.values()].sort((a, b) => b.count - a.count);
}

/** Independent origins over the whole report, with how many statements each speaks to. */
function originsOf(statements: readonly ReportStatement[]): readonly OriginCount[] {
  const keyOf = keyOfName(
    statements.flatMap(({ evidence }) =>
      evidence.map(({ origin, originSpeakerId }) => ({ name: origin, speakerId: originSpeakerId })),
    ),
  );
  const origins = new Map<string, { name: string; supports: Set<string>; contradicts: Set<string> }>();
  for (const { id, evidence } of statements)
    for (const item of evidence) {
      if (item.withdrawn || item.speakersOwn || item.stance === 'context') continue;
      const key = keyOf({ name: item.origin, speakerId: item.originSpeakerId });
      const origin = origins.get(key) ?? { name: item.origin, supports: new Set(), contradicts: new Set() };
      origin[item.stance].add(id);
      origins.set(key, origin);
    }
  return [...origins.values()]
    .map((origin) => ({
      name: origin.name,
      supports: origin.supports.size,
      contradicts: origin.contradicts.size,
    }))
    .sort((a, b) => b.supports + b.contradicts - (a.supports + a.contradicts));
}

function sentences(counts: Omit<SourceSummary, 'sentences'>, total: number): readonly string[] {
  if (total === 0) return ['There is no statement, so there is nothing to summarise.'];
  const told: string[] = [];
  const say = (n: number, one: string, many: string) => {
    if (n > 0) told.push(`${capitalised(counted(n, 'statement'))} ${n === 1 ? one : many}.`);
  };
  const parties = counts.oneWordByParty.map(({ name, count }) => `${name} (${count})`);
  say(
    counts.onOneWord,
    `rests on its own side’s word alone, as far as the record goes: ${listed(parties)}`,
    `rest on their own side’s word alone, as far as the record goes: ${listed(parties)}`,
  );
  say(
    counts.ownVoiceAlone,
    'is the publisher’s own, with no independent origin on record',
    'are the publisher’s own, with no independent origin on record',
  );
  say(counts.oneOrigin, 'rests on one independent origin', 'rest on one independent origin each');
  say(
    counts.severalOrigins,
    'rests on two or more independent origins',
    'rest on two or more independent origins each',
  );
  say(
    counts.contradicted,
    'is contradicted by an independent origin',
    'are contradicted by an independent origin',
  );
  if (counts.anonymous > 0) told.push(anonymousSentence(counts));
  say(
    counts.relayed,
    'reached the publisher through somebody else',
    'reached the publisher through somebody else',
  );
  told.push(
    counts.origins.length === 0
      ? 'No independent origin is on record.'
      : `${capitalised(counted(counts.origins.length, 'independent origin'))} ${counts.origins.length === 1 ? 'is' : 'are'} on record in all.`,
  );
  return told;
}

function anonymousSentence({
  anonymous,
  anonymousWithoutReason,
}: Pick<SourceSummary, 'anonymous' | 'anonymousWithoutReason'>) {
  const rest = `${capitalised(counted(anonymous, 'statement'))} ${anonymous === 1 ? 'rests' : 'rest'} on sources that are not named`;
  if (anonymousWithoutReason === 0) return `${rest}; the article says why.`;
  return anonymousWithoutReason === anonymous
    ? `${rest}, and the article does not say why.`
    : `${rest}; for ${inWords(anonymousWithoutReason)} of them the article does not say why.`;
}
