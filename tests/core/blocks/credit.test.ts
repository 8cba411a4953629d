import { describe, expect, it } from 'vitest';
import { findCredit } from '../../../src/core/blocks/credit.js';
import { findBlocks } from '../../../src/core/blocks/find-blocks.js';

const BODY = 'Four workers died in a fire on Sunday, the fire chief said. The cause is not known.';

describe('findCredit', () => {
  it.each([
    ['Source: Meridian Press', 'Meridian Press'],
    ['SOURCE: MERIDIAN PRESS', 'MERIDIAN PRESS'],
    ['Source: Meridian Press | 4 May 2025', 'Meridian Press'],
    ['Credit: The Daily Bell.', 'The Daily Bell'],
    ['This article was originally published by The Daily Bell on 4 May 2025.', 'The Daily Bell'],
    ['Originally published in The Daily Bell', 'The Daily Bell'],
  ])('reads %j', (line, name) => {
    const text = `${BODY}\n\n${line}`;
    expect(findCredit(text, findBlocks(text))).toBe(name);
  });

  it.each([
    'Sources said the mill was insured.',
    'The source of the fire is not known.',
    'Source code was not released, the company said.',
    'Photo: The mill on Monday.',
  ])('takes no credit from %j', (line) => {
    const text = `${BODY}\n\n${line}`;
    expect(findCredit(text, findBlocks(text))).toBeNull();
  });
});
