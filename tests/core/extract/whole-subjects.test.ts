// Who a clause is about, and where what is said of it begins and ends.
import { describe, expect, it } from 'vitest';
import { said } from './said.ts';

describe('the subject of a clause', () => {
  it.each([
    [
      'The dairy that owns the truck says nothing of the kind happened.',
      'dairy: nothing of the kind happened',
    ],
    [
      'The group that claimed the attack said on Telegram it would strike again.',
      'group: it would strike again',
    ],
    ['Mayor Roe last night blasted the plan as "mad".', 'Roe: the plan as mad'],
    [
      'SANTA MARTA DEL RÍO, Nov 9 (CW) - The foreign ministry of Calderra, which supplies the army, said it was "studying" the reports.',
      'foreign ministry of Calderra: it was studying the reports',
    ],
    ['The army moved on the town, officials said.', 'officials: The army moved on the town'],
  ])('speaks as a whole: %j', (text, expected) => {
    expect(said(text)).toEqual([expected]);
  });

  it('is a notice, not the gate it is pinned to', () => {
    const text = 'A notice pinned to the gate of the Norland embassy reads: "Citizens should leave by road."';
    expect(said(text)).toEqual([
      expect.stringMatching(/^(?:notice|Norland embassy).*: Citizens should leave by road$/),
    ]);
  });
});

describe('a claim and what becomes of it', () => {
  const before = 'The Dawn Column left Keyla on Monday. ';
  it.each([
    [
      'A claim by the column that it had captured two helicopters is disputed by the air force, which says both aircraft left on Saturday.',
      ['Dawn Column: it had captured two helicopters', 'air force: both aircraft left on Saturday'],
    ],
    ['The column said the road was open.', ['Dawn Column: the road was open']],
  ])('are parted: %j', (text, expected) => {
    expect(said(before + text)).toEqual(expected);
  });
});

describe('a name cut after its owner', () => {
  it('goes on to its noun, and not to the day', () => {
    const found = said("Zambia's main opposition alliance on Friday alleged ballot-stuffing in the north.");
    expect(found).toEqual([expect.stringMatching(/^Zambia.s main opposition alliance: ballot-stuffing/)]);
  });
});

describe('what is told on', () => {
  it('has two speakers', () => {
    const text =
      'Ona Dwyer-Kim farms sheep. Dwyer-Kim said her neighbor, whose name she asked the Courier not to print, told her the men had fired over a milk truck.';
    const found = said(text);
    expect(found.at(-1)).toBe(
      "Ona Dwyer-Kim's neighbor (via Ona Dwyer-Kim): the men had fired over a milk truck",
    );
    expect(found.at(-2)).toMatch(/^Ona Dwyer-Kim: her neighbor, .* told her the men had fired/);
  });

  it('is not told by whoever has a name', () => {
    const text =
      'The soldiers who hold the pass have a different view of the wells. Their captain, a courteous man named Ardavan Kia, insists that no well was ever poisoned. "We drink from them ourselves," he said, and poured me a glass.';
    expect(said(text).at(-1)).toBe('Ardavan Kia: We drink from them ourselves');
    expect(said(text).join()).not.toContain('Ardavan Kia, insists');
  });

  it('is not whom it was told to', () => {
    const text = 'Her mother, Lenuța, tells us Daria said the engine room was full of smoke.';
    expect(said(text)).toEqual([
      'Lenuța: Daria said the engine room was full of smoke',
      'Daria (via Lenuța): the engine room was full of smoke',
    ]);
  });
});

describe('what is no content', () => {
  it.each([
    ['Daria Voinescu, a passenger, phoned her mother at noon.', []],
    [
      'There will be no talks, according to an aide to the interior minister quoted by the Evening Ledger.',
      ['aide to the interior minister (via Evening Ledger): There will be no talks'],
    ],
    [
      'Councilman Burt Lippe told the Gazette the militia "has been more help than the state". He said this in the hallway, after the meeting.',
      ['Burt Lippe (via Gazette): the militia has been more help than the state'],
    ],
  ])('is left out: %j', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });
});

describe('a dispatch run under another’s name', () => {
  it('went through the agency it is from, and does not begin with it', () => {
    const text =
      'From the Reuters news agency: Doctors at the hospital have counted 31 bodies, the head of surgery said.';
    expect(said(text)).toEqual([
      'head of surgery (via Reuters news agency): Doctors at the hospital have counted 31 bodies',
    ]);
  });
});

describe('minutes', () => {
  it('speak for themselves', () => {
    const text =
      'According to minutes posted on the town website, Unger asked the state for guardsmen on Aug. 21 and got no answer.';
    expect(said(text)).toContain('minutes: Unger asked the state for guardsmen on Aug. 21 and got no answer');
  });
});
