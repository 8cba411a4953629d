// Which of several members with one name is meant, and which name can only mean one.
import { antecedent, type Found, nobody, type Viewpoint } from './antecedents.js';
import type { Member } from './cast.js';
import { formOf } from './name-forms.js';
import type { Naming } from './namings.js';
import type { Phrase } from './phrase.js';
import type { Scene } from './scene.js';

export function oneOfSeveral(
  scene: Scene,
  phrase: Phrase,
  several: readonly Member[],
  view: Viewpoint,
): Found {
  const wanted = new Set(several);
  const found = antecedent(scene.cast, scene.narrative, view, (member) =>
    wanted.has(member) ? (member.kind === 'person' ? 1 : 0.6) : 0,
  );
  const explicit = explicitlyMeant(phrase, several);
  if (explicit) return { member: explicit, confidence: 0.97, others: [] };
  if (found.member)
    return {
      member: found.member,
      confidence: Math.min(found.confidence, 0.75),
      others: several.filter((other) => other !== found.member).slice(0, 3),
    };
  const [first, ...others] = several;
  return first ? { member: first, confidence: 0.4, others: others.slice(0, 3) } : nobody;
}

/** "Roe, the minister,": the role that follows says which of the two. */
function explicitlyMeant(phrase: Phrase, several: readonly Member[]): Member | null {
  for (const role of phrase.roles) {
    const holders = several.filter((member) => member.calls.has(role.head));
    if (role.head && holders.length === 1) return holders[0]!;
  }
  return null;
}

/** The only member any word of the name leads to. */
export function knownAlone({ cast }: Scene, { name, honorifics, roles }: Phrase): Naming | undefined {
  if (honorifics.length > 0 || roles.length > 0) return undefined;
  const form = formOf(name);
  const member = cast.byForm.get(form.join(' '));
  const alone = member && (form.length > 1 || cast.byWord.get(form[0]!)?.length === 1);
  return alone ? { member, several: [] } : undefined;
}
