// Words after a name and a colon, words signed with a dash: what attributes them, and what is no name.
import { describe, expect, it } from 'vitest';
import { cuesIn, said } from './said.ts';

describe('a label', () => {
  it('says with its mark that somebody said it', () => {
    expect(cuesIn('Bosun Iti Malae: “They fed us before they fed themselves.”')).toEqual([':']);
    expect(cuesIn('“They fed us before they fed themselves.” – Iti Malae, bosun')).toEqual(['–']);
  });

  it.each([
    ['Port Authority said in a statement: “We look forward to reopening.”', 'said in a statement'],
    ['Then she went on: “It will be late when we land.”', 'went on'],
    ['On Friday, Ann Lee joined the march, saying: “We will not leave.”', 'saying'],
  ])('is no clause: %j', (text, cue) => {
    const found = cuesIn(text);
    expect(found).toHaveLength(1);
    expect(cue).toContain(found[0]);
  });

  it('begins no paragraph of words that somebody else began, though each opens with a mark', () => {
    const text = [
      'A partial transcript follows.',
      '“ORR: The boats were late. Nobody had warned the harbour.',
      '“LEE: Why had nobody warned it?',
      '“ORR: The radio was out. It has been out since May.',
      '“LEE: Who should have mended it?”',
    ].join('\n\n');
    const found = said(text);
    expect(found).toEqual([
      expect.stringContaining('The boats were late. Nobody had warned the harbour'),
      expect.stringContaining('The radio was out. It has been out since May'),
    ]);
    expect(found.join()).not.toContain('Why');
  });
});
