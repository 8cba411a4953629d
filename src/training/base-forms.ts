// Base forms a word may be an inflection of, by rule; irregular verbs by list.

const IRREGULAR = new Map(
  (
    'said say|told tell|thought think|wrote write|written write|spoke speak|spoken speak|swore swear|sworn swear|' +
    'held hold|found find|felt feel|heard hear|knew know|known know|saw see|seen see|sought seek|taught teach|' +
    'read read|meant mean|understood understand|forgot forget|forgotten forget|began begin|begun begin|' +
    'gave give|given give|took take|taken take|made make|went go|gone go|came come|put put|set set|let let|' +
    'sang sing|sung sing|wept weep|laid lay|shot shoot|struck strike|threw throw|thrown throw|cast cast|' +
    'broke break|broken break|brought bring|bought buy|caught catch|chose choose|chosen choose|drew draw|drawn draw|' +
    'fought fight|got get|gotten get|kept keep|led lead|left leave|lost lose|met meet|paid pay|ran run|sent send|' +
    'shown show|stood stand|was be|were be|been be|is be|are be|am be|has have|had have|did do|done do|does do|' +
    'foretold foretell|forbade forbid|forbidden forbid|forecast forecast|bade bid|quoth quoth|overheard overhear|' +
    'misspoke misspeak|withdrew withdraw|withheld withhold|upheld uphold|dreamt dream|spelt spell|shook shake'
  )
    .split('|')
    .map((pair) => pair.split(' ') as [string, string]),
);

export function baseForms(word: string): string[] {
  const forms: string[] = [];
  const irregular = IRREGULAR.get(word);
  if (irregular) forms.push(irregular);
  if (word.endsWith('ies')) forms.push(`${word.slice(0, -3)}y`);
  if (word.endsWith('es')) forms.push(word.slice(0, -2));
  if (word.endsWith('s') && !word.endsWith('ss')) forms.push(word.slice(0, -1));
  if (word.endsWith('ied')) forms.push(`${word.slice(0, -3)}y`);
  if (word.endsWith('ed')) forms.push(word.slice(0, -1), word.slice(0, -2), undoubled(word.slice(0, -2)));
  if (word.endsWith('ing'))
    forms.push(`${word.slice(0, -3)}e`, word.slice(0, -3), undoubled(word.slice(0, -3)));
  return forms.filter((form) => form.length > 1);
}

const undoubled = (stem: string): string => (/([^aeiou])\1$/.test(stem) ? stem.slice(0, -1) : stem);
