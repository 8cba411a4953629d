import { describe, expect, it } from 'vitest';
import { findDateline } from '../../../src/core/blocks/dateline.js';

describe('findDateline', () => {
  it.each([
    ['VARNA, March 3 (Corvo News) - Four workers died.', 'VARNA', 'Corvo News', 'March 3'],
    ['Port Amber, 9 May 2025, Friday (PNA) - The quay opened.', 'Port Amber', 'PNA', '9 May 2025, Friday'],
    ['(Delta) -- Profit rose.', null, 'Delta', null],
    ['June 5 (NWS) -- The glider fell.', null, 'NWS', 'June 5'],
    ['SALT HILL — The council voted.', 'SALT HILL', null, null],
    ['SALT HILL, Utah — The council voted.', 'SALT HILL, Utah', null, null],
    ['EL TULE. The mayor left.', 'EL TULE', null, null],
    ['BRUSSELS/PARIS, 4 Oct (Corvo) – Ministers met.', 'BRUSSELS/PARIS', 'Corvo', '4 Oct'],
  ])('reads %j', (paragraph, place, agency, date) => {
    expect(findDateline(paragraph)).toMatchObject({ place, agency, date });
  });

  it.each([
    'The council voted on Tuesday - at last.',
    'Minister Ana Lopez - who left early - said no.',
    'May 5 was cold.',
    'NATO said the talks went on.',
    '“We are here,” he said.',
  ])('finds none in %j', (paragraph) => {
    expect(findDateline(paragraph)).toBeNull();
  });

  it('covers the opening up to the first word of text', () => {
    const paragraph = 'SALT HILL — The council voted.';
    expect(paragraph.slice(findDateline(paragraph)!.end)).toBe('The council voted.');
  });
});
