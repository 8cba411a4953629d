// Who tells and who is told, and where what is said ends before a clause of its own.
import { describe, expect, it } from 'vitest';
import { said, speakersIn } from './said.ts';

describe('who tells', () => {
  it.each([
    [
      'The defendant returned a fortnight later for a fourth, Priya Lakhani, prosecuting, told Aldersby magistrates.',
      'Priya Lakhani: The defendant returned a fortnight later for a fourth',
    ],
    ['The van had no brakes, Sgt Rory Beale told the court.', 'Rory Beale: The van had no brakes'],
    [
      'The gate was open all night, a neighbour, Tess Orr, told the inquest.',
      'Tess Orr: The gate was open all night',
    ],
  ])('stands before “told”, and not after it: %j', (text, expected) => {
    expect(said(text)).toEqual([expected]);
  });

  it('is not whoever is told, where nobody else is named', () => {
    const text =
      'Farmer died after slurry tank lid gave way, inquest told\n\nA lid gave way on a farm on Sunday.';
    expect(said(text).join()).not.toContain('inquest:');
  });

  it('is nobody who is named where a court or a jury hears: it is no narration', () => {
    expect(said('Vicar hid funds in font, jury hears')).toEqual(['unnamed: Vicar hid funds in font']);
    expect(said('The choir sings on Mondays, and the court hears appeals on Tuesdays.')).toEqual([]);
  });

  it.each([
    'The vicar hid funds in the font, the court heard.',
    'The jury heard that the vicar hid funds in the font.',
    'Jurors were told that the vicar hid funds in the font.',
  ])('is nobody who only listened: %j', (text) => {
    expect(said(text)).toHaveLength(1);
    expect(said(text)[0]).toMatch(/^unnamed: .*the vicar hid funds in the font$/i);
  });

  it('may stand after “by”', () => {
    const text = 'Families were told by the ministry that the road was open.';
    expect(said(text)).toEqual(['ministry: the road was open']);
  });

  it('is not described by what it speaks of', () => {
    const text = 'The nurse returned for a fourth, Ann Lee, a lawyer, told magistrates.';
    expect(speakersIn(text)).toEqual(['Ann Lee, lawyer']);
  });
});

describe('what somebody calls for or praises', () => {
  it.each([
    [
      'The coroner, Mr Padraic Shine, called for grants to replace older covers and he extended his sympathy to the widow.',
      'Padraic Shine: grants to replace older covers',
    ],
    ['Mayor Roe praised the crews, and she left for the port.', 'Roe: the crews'],
  ])('ends before a clause of its own: %j', (text, expected) => {
    expect(said(text)).toContain(expected);
  });

  it.each([
    'Ann Lee said the boat sank and he swam ashore.',
    'Ann Lee said that the gate was open and they had left.',
  ])('goes on where it is a clause itself: %j', (text) => {
    expect(said(text)).toHaveLength(1);
    expect(said(text)[0]).toMatch(/(?:ashore|left)$/);
  });
});
