import { parseHTML } from 'linkedom';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { chainStops, provenanceChain } from '../../src/exporters/pictures/chain.ts';
import { speakerMatrix } from '../../src/exporters/pictures/matrix.ts';
import { statusBar } from '../../src/exporters/pictures/status-bar.ts';
import { sayingsTimeline } from '../../src/exporters/pictures/timeline.ts';
import { HARBOUR, HARD } from './written.ts';

const statements = HARBOUR.articles[0]!.statements;
const hard = HARD.articles[0]!.statements;
const days = statements.map((one, n) => ({ ...one, saidOn: n === 0 ? null : `2031-05-0${1 + (n % 4)}` }));
const crowd = Array.from({ length: 40 }, (_, n) => ({
  ...statements[0]!,
  number: n + 1,
  saidOn: `2031-0${1 + (n % 2)}-01`,
}));

const element = (svg: string) => parseHTML(`<main>${svg}</main>`).document.querySelector('svg')!;
const said = (svg: string) => element(svg).querySelector('desc')?.textContent;

describe('every picture', () => {
  it.each([
    ['status bar', statusBar(HARBOUR.counts.byRating)],
    ['speakers', speakerMatrix(HARBOUR.bySpeaker)],
    ['speakers with hostile names', speakerMatrix(HARD.bySpeaker)],
    ['timeline', sayingsTimeline(days)],
    ['crowded timeline', sayingsTimeline(crowd)],
    ['chain', provenanceChain(statements[4]!, 'The Marrow Bay Courier', 'chain')],
    ['hostile chain', provenanceChain(hard[2]!, '"><script>', 'chain')],
  ])('is XML with a title, a description, and no style a strict policy would drop: %s', (_, svg) => {
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw error;
    });
    parser.write(svg).close();
    expect(svg).not.toMatch(/ style=|<script|<style/);
    expect(element(svg).querySelector('title')?.textContent).not.toBe('');
    expect(said(svg)).not.toBe('');
  });
});

it('the status bar gives each status its share', () => {
  const widths = [...element(statusBar(HARBOUR.counts.byRating)).querySelectorAll('rect')].map((rect) =>
    Number(rect.getAttribute('width')),
  );
  expect(widths.length).toBe(7);
  expect(widths.at(-1)! / widths[0]!).toBeCloseTo(2, 1);
});

it('the timeline stacks statements over their day and counts those without one', () => {
  expect(said(sayingsTimeline(days))).toBe(
    '1 May 2031: two statements (straight to the publisher, through Northwire); 2 May 2031: two statements (straight to the publisher); 3 May 2031: two statements (straight to the publisher); 4 May 2031: two statements (straight to the publisher). 1 without a day.',
  );
  expect(sayingsTimeline(crowd)).toContain('+11');
});

it.each([
  ['no day at all', statements.map((one) => ({ ...one, saidOn: null }))],
  ['one day', statements],
])('there is no timeline of %s', (_, list) => {
  expect(sayingsTimeline(list)).toBe('');
});

it('the timeline says through whom, and draws as one the ways it has no room for', () => {
  const ways = days.map((one, n) => ({ ...one, saidOn: `2031-05-0${1 + (n % 4)}`, via: [`Agency ${n}`] }));
  const many = [...ways, ...ways.map((one) => ({ ...one, via: ['The ninth'] }))];
  expect(said(sayingsTimeline(many))).toContain('through The ninth');
  expect(said(sayingsTimeline(many))).toContain('in other ways');
  const straight = days.map((one) => ({ ...one, via: [] }));
  expect(said(sayingsTimeline(straight))).not.toContain('straight');
});

it('the matrix counts the speakers it has no room for', () => {
  const many = Array.from({ length: 20 }, (_, n) => ({ ...HARBOUR.bySpeaker[0]!, name: `Speaker ${n}` }));
  expect(speakerMatrix(many)).toContain('and 6 more, listed in the table');
});

it('the chain reads from the speaker to the publisher', () => {
  expect(chainStops(statements[4]!, 'The Marrow Bay Courier')).toEqual([
    'Pal Osei, secretary, Dockers’ Union',
    'interview · 2 May 2031',
    'Northwire',
    'The Marrow Bay Courier',
  ]);
});
