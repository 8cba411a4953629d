// Abbreviations whose full stop belongs to the word and does not by itself end a sentence.

/** Stand before a name or a number, so a capital after them opens no sentence. */
const BEFORE_A_NAME = new Set(
  (
    'mr mrs ms dr prof hon rev fr sr msgr st ste mt ft gen lt col cpl capt cmdr maj sgt brig adm insp det supt const ' +
    'pvt rep reps sen sens gov govs pres vp sec amb atty treas supt messrs mme mlle no nos vol fig art ' +
    'sta sto smt shri sri kum adv engr arch ustd hj pn cdr cmdre commr supdt sgts capts profs drs revs fr frs eng gral lic lcdo sra srta sres mlles mm dott avv ing dra atta mag dipl hr fru frk mw dhr ir drs mons jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun vs v pp ch asst dep'
  ).split(' '),
);

/** May end a sentence or stand within one. */
const ANYWHERE = new Set(
  (
    'jr inc ltd corp co bros llc plc etc al est dept univ assn ave blvd rd approx mich ' +
    'ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md minn miss mo mont neb nev okla ore pa penn ' +
    'tenn tex va vt wash wis wyo'
  ).split(' '),
);

const LONGEST = 6;

const isSingleCapital = (text: string, start: number, end: number): boolean =>
  end - start === 1 && text.charAt(start) !== text.charAt(start).toLowerCase();

/** Letters with stops between them: U.S, p.m, e.g, A.B.C. */
function isDotted(text: string, start: number, end: number): boolean {
  if (end - start < 3 || end - start > 11) return false;
  for (let at = start; at < end; at++) if ((at - start) % 2 === 1 && text.charCodeAt(at) !== 46) return false;
  return (end - start) % 2 === 1;
}

/** Whether text[start, end), followed by a full stop, is an abbreviation. */
export function endsWithAbbreviation(text: string, start: number, end: number): boolean {
  if (isSingleCapital(text, start, end)) return text.charAt(start) !== 'I' && isInitial(text, start);
  if (isDotted(text, start, end)) return true;
  if (end - start > LONGEST) return false;
  const word = text.slice(start, end).toLowerCase();
  if (AMBIGUOUS.has(word))
    return text.slice(start, end) !== word && /^.\s?[\p{Lu}\p{Nd}]/u.test(text.slice(end, end + 3));
  if (!BEFORE_A_NAME.has(word) && !ANYWHERE.has(word)) return false;
  return (
    text.charAt(start) !== word.charAt(0) || word === 'vs' || word === 'v' || word === 'etc' || word === 'al'
  );
}

/** "J. Smith" but not "plan B." at the end of a text. */
const isInitial = (text: string, start: number): boolean =>
  /^.\.\s?\p{L}/u.test(text.slice(start, start + 5)) && !isPlatform(text, start);

/** "said on X. The army": where it was posted. */
const isPlatform = (text: string, start: number): boolean =>
  text.charAt(start) === 'X' && /\b(?:on|to|via|from) $/.test(text.slice(Math.max(0, start - 6), start));

/** Words in their own right: abbreviations only when capitalised before another capital or a number. */
const AMBIGUOUS = new Set(
  'no art la co mar sun sat wed mass miss ore ill ind del mo pa fig sec al est wash'.split(' '),
);

/** Whether a token that ends in a full stop never closes a sentence when a capital follows. */
export function neverEndsSentence(token: string): boolean {
  const word = token.slice(0, -1).toLowerCase();
  return word.length === 1 || BEFORE_A_NAME.has(word);
}
