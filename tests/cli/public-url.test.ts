import { describe, expect, it } from 'vitest';
import { publicUrlOf } from '../../src/cli/public-url.ts';

describe('the desk’s own address', () => {
  it.each([
    [undefined, undefined],
    ['', undefined],
    ['https://desk.example', 'https://desk.example'],
    ['https://desk.example/', 'https://desk.example'],
    ['HTTPS://Desk.Example:443/', 'https://desk.example'],
    ['https://desk.example:8443', 'https://desk.example:8443'],
    ['https://گزارش.example', 'https://xn--mgbubk52d.example'],
    ['https://[2001:db8::1]', 'https://[2001:db8::1]'],
  ])('%s is taken as %s', (given, taken) => {
    expect(publicUrlOf(given, true)).toBe(taken);
  });

  it('may be plain where there is no TLS', () => {
    expect(publicUrlOf('http://desk.lan:3000', false)).toBe('http://desk.lan:3000');
  });

  it.each([
    ['desk.example', 'give it whole, like https://desk.example'],
    ['//desk.example', 'give it whole'],
    ['https://', 'give it whole'],
    ['https://desk .example', 'give it whole'],
    ['javascript:alert(1)', 'give it whole'],
    ['ftp://desk.example', 'give it whole'],
    ['https://user:word@desk.example', 'leave out the user name'],
    ['https://desk.example/whosaid', 'at the root of its address; give https://desk.example'],
    ['https://desk.example/?a=1', 'at the root'],
    ['https://desk.example/#top', 'at the root'],
    ['https://desk.example?', 'at the root'],
    ['http://desk.example', 'reached by https://'],
    ['https://0.0.0.0:3000', 'where a program listens'],
    ['https://[::]', 'where a program listens'],
  ])('%s is refused: %s', (given, sentence) => {
    expect(() => publicUrlOf(given, true)).toThrow(sentence);
  });
});
