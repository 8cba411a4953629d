import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Event } from '../../src/core/event.js';
import { chain, type Draft, genesis, type Head, type LoggedEvent, verifyChain } from '../../src/core/log.js';

const draft = (n: number, confidential = false): Draft => ({
  kind: 'noted',
  payload: {
    noteId: `n${n}`,
    replyTo: null,
    body: `Note ${n}`,
    confidential,
    span: { start: n, end: n + 4 },
    mentions: ['jonas'],
  },
  id: `event-${n}`,
  articleId: 'a1',
  statementId: n % 2 ? 's1' : null,
  at: `2026-03-02T09:0${n}:00.000Z`,
  by: 'amira',
  confidential,
  salt: `salt-${n}`,
});

function logOf(drafts: readonly Draft[]): Event[] {
  const events: Event[] = [];
  let head: Head = genesis('a1');
  for (const each of drafts) {
    const event = chain(head, each);
    events.push(event);
    head = event;
  }
  return events;
}

const LOG = logOf([1, 2, 3, 4, 5].map((n) => draft(n, n === 3)));
const HEAD: Head = { seq: 5, hash: LOG[4]?.hash ?? '' };

describe('an untouched chain', () => {
  test('verifies, with every head that was ever printed', () => {
    expect(verifyChain('a1', LOG, [genesis('a1'), ...LOG, HEAD])).toBeNull();
    expect(verifyChain('a1', [])).toBeNull();
  });

  test('verifies after a round trip through JSON with its keys in another order', () => {
    const shuffled = LOG.map((event) =>
      JSON.parse(JSON.stringify(Object.fromEntries(Object.entries(event).reverse()))),
    );
    expect(verifyChain('a1', shuffled, [HEAD])).toBeNull();
  });

  test('verifies where a confidential payload and its salt are withheld', () => {
    const withheld: LoggedEvent[] = LOG.map((event) => {
      const { payload, salt, ...sealed } = event;
      return event.confidential ? sealed : { ...sealed, payload, salt };
    });
    expect(withheld[2]).not.toHaveProperty('payload');
    expect(verifyChain('a1', withheld, [HEAD])).toBeNull();
  });
});

describe('a chain that was altered is found', () => {
  const flipAt = (text: string, at: number, bit: number): string =>
    String.fromCharCode(
      ...[...text].map((c, i) => (i === at ? c.charCodeAt(0) ^ (1 << bit) : c.charCodeAt(0))),
    );

  test('whatever bit of whatever field of whatever event is flipped', () => {
    const texts = (event: Event): string[] =>
      (
        [
          'id',
          'articleId',
          'statementId',
          'at',
          'by',
          'kind',
          'salt',
          'payloadDigest',
          'previous',
          'hash',
        ] as const
      ).filter((field) => typeof event[field] === 'string' && event[field] !== '');
    fc.assert(
      fc.property(fc.nat(4), fc.nat(), fc.nat(), fc.nat(6), (index, which, where, bit) => {
        const event = LOG[index] as Event;
        const fields = texts(event);
        const field = fields[which % fields.length] as keyof Event;
        const value = String(event[field]);
        const altered = { ...event, [field]: flipAt(value, where % value.length, bit) } as Event;
        const fault = verifyChain('a1', LOG.with(index, altered));
        expect(fault, field).not.toBeNull();
        expect(fault?.seq).toBe(index + 1);
      }),
      { numRuns: 1000 },
    );
  });

  test('whatever bit of what an event says is flipped', () => {
    fc.assert(
      fc.property(fc.nat(4), fc.nat(), fc.nat(6), (index, where, bit) => {
        const event = LOG[index] as Extract<Event, { kind: 'noted' }>;
        const { body } = event.payload;
        const payload = { ...event.payload, body: flipAt(body, where % body.length, bit) };
        expect(verifyChain('a1', LOG.with(index, { ...event, payload }))).toMatchObject({
          seq: index + 1,
          message: `what event ${index + 1} says was altered`,
        });
      }),
    );
  });

  const [a, b, c, d, e] = LOG as [Event, Event, Event, Event, Event];
  const { payload: _payload, ...silenced } = b;
  test.each<[string, LoggedEvent[], Head[], number, RegExp]>([
    ['the first is gone', [b, c, d, e], [], 1, /event 1 is missing/],
    ['one in the middle is gone', [a, b, d, e], [], 3, /event 3 is missing/],
    ['two are swapped', [a, c, b, d, e], [], 2, /event 2 is missing/],
    [
      'two are swapped and renumbered',
      [a, { ...c, seq: 2 }, { ...b, seq: 3 }, d, e],
      [],
      2,
      /does not follow/,
    ],
    ['one stands twice', [a, b, b, c, d, e], [], 3, /event 3 is missing/],
    ['the last is cut off', [a, b, c, d], [HEAD], 5, /the log ends at event 4.*cut off/],
    ['all is cut off', [], [HEAD], 5, /the log ends at event 0/],
    ['a payload is missing that is not confidential', [a, silenced, c, d, e], [], 2, /says is missing/],
    [
      'one is called confidential to hide it',
      [a, { ...silenced, confidential: true }, c, d, e],
      [],
      2,
      /altered/,
    ],
    ['it is another article’s', [{ ...a, articleId: 'a2' }, b, c, d, e], [], 1, /another article/],
    [
      'it was rewritten from the start',
      logOf([draft(1), draft(2)]),
      [{ seq: 2, hash: 'f'.repeat(64) }],
      2,
      /not the one/,
    ],
  ])('%s', (_name, events, printed, seq, message) => {
    expect(verifyChain('a1', events, printed)).toEqual({ seq, message: expect.stringMatching(message) });
  });

  test('a rewritten end that chains well is found against a printed head', () => {
    const forged = logOf([draft(1), draft(2), draft(3, true), draft(4), { ...draft(5), by: 'jonas' }]);
    expect(verifyChain('a1', forged)).toBeNull();
    expect(verifyChain('a1', forged, [HEAD])).toMatchObject({ seq: 5 });
  });

  test('a withheld payload cannot be guessed from its digest without the salt', () => {
    const [first] = logOf([draft(1, true)]);
    const [second] = logOf([{ ...draft(1, true), salt: 'another' }]);
    expect(first?.payloadDigest).not.toBe(second?.payloadDigest);
  });
});
