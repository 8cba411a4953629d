// What is known of the named before any mention is read, from the whole article: what they are called, and which of
// them are movements or companies.
import { call, type Member } from './cast.js';
import type { Mention } from './mentions.js';
import { DOCUMENT_NOUNS, genderOfNoun, isPersonNoun, MEDIA_NOUNS } from './nouns.js';
import { innerPhrases } from './phrase.js';
import type { Scene } from './scene.js';
import type { Word } from './wording.js';

/** Mentions, then the named phrases inside them: "the leader of the Outer Guard" names the Guard too. */
export function withInner(mentions: readonly Mention[]): Mention[] {
  const all = [...mentions];
  for (const mention of mentions)
    for (const phrase of innerPhrases(mention.phrase))
      if (phrase.name.length > 0) all.push({ ...mention, phrase, source: -1, leads: false });
  return all;
}

/** What named members are called anywhere in the article, so that a description may come before the name. */
export function introduceRoles(scene: Scene): void {
  for (const [at, { member }] of scene.namings) {
    const phrase = scene.mentions[at]?.phrase;
    if (!member || !phrase) continue;
    for (const role of phrase.roles) {
      if (!role.head) continue;
      if (role.head === 'predecessor') introducePredecessor(scene, at, member);
      call(scene.cast, member, role.head, role.words);
      for (const word of role.words)
        if (word !== role.head && isPersonNoun(word)) call(scene.cast, member, word, [word]);
      if (member.kind === 'person') member.gender ??= genderOfNoun(role.head);
      if (MEDIA_NOUNS.has(role.head)) member.medium ??= role.words.join(' ');
    }
  }
}

/** "Mayor Roe and her predecessor, Jan Doe": Doe is the former mayor. */
function introducePredecessor(scene: Scene, at: number, member: Member): void {
  const own = scene.mentions[at]!;
  for (let back = at - 1; back >= 0 && scene.mentions[back]!.sentence === own.sentence; back--) {
    const { phrase } = scene.mentions[back]!;
    if (phrase.name.length === 0) continue;
    for (const { head } of phrase.roles)
      if (isPersonNoun(head)) call(scene.cast, member, head, ['former', head]);
    return;
  }
}

const MANY_VERB = /^(?:have|are|were|fighters|militants|insurgents|rebels|gunmen|militia|troops|forces)$/;

const CARRIES =
  /^(?:reprints?|reprinted|runs|ran|carries|carried|publishes|published|prints|printed|reproduces|airs|aired)$/;

/** "X reprints a column by": X is an outlet. */
function carriesDocument(words: readonly Word[], at: number): boolean {
  if (!CARRIES.test(words[at]?.lower ?? '')) return false;
  for (let next = at + 1; next < Math.min(words.length, at + 5); next++)
    if (DOCUMENT_NOUNS.has(words[next]!.lower)) return true;
  return false;
}

/** "the Xs have": a movement, not a ministry. */
export function markMovements(scene: Scene): void {
  const { words } = scene.wording;
  for (const [at, { member }] of scene.namings) {
    const phrase = scene.mentions[at]?.phrase;
    if (!member || !phrase || (member.kind === 'person' && member.certainty === 2) || member.kind === 'place')
      continue;
    const next = words[phrase.last];
    if (member.certainty < 2 && carriesDocument(words, phrase.last)) {
      member.kind = 'body';
      member.medium ??= 'newspaper';
    }
    if (member.kind === 'person') continue;
    const movementName = member.forms.some((form) =>
      form.some((word) => /^(?:front|movement|brigade|brigades|militia|guard|resistance|rebels)$/.test(word)),
    );
    if (movementName || (phrase.name.length <= 2 && MANY_VERB.test(next?.lower ?? ''))) {
      member.movement = true;
      if (member.kind === 'unknown') member.kind = 'body';
    }
    if (
      member.forms.some((form) =>
        /^(?:asa|inc|ltd|plc|corp|ag|sa|nv|gmbh|co|holdings|group|industries)$/.test(form[form.length - 1]!),
      )
    )
      member.company = true;
  }
}
