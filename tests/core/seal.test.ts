import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { blankSeal, checkSeal, fillSeal, fillSealIn, type Signer, sealBeside } from '../../src/core/seal.ts';

function signer(): Signer {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    publicKey: publicKey.export({ format: 'jwk' }).x!,
    sign: (message) => sign(null, Buffer.from(message), privateKey),
  };
}

const desk = signer();
const file = Buffer.from(`A report, 26 °C.\nseal: ${blankSeal(desk.publicKey)}\nThe end.\n`);
const sealed = fillSeal(file, desk);

describe('a sealed file', () => {
  it('holds as it was issued and names the key', () => {
    expect(checkSeal(sealed)).toEqual({ state: 'holds', publicKey: desk.publicKey });
    expect(sealed.length).toBe(file.length);
  });

  it('breaks when any one bit is flipped', () => {
    for (let at = 0; at < sealed.length; at++) {
      for (let bit = 0; bit < 8; bit++) {
        const altered = Buffer.from(sealed);
        altered[at] = altered[at]! ^ (1 << bit);
        expect(checkSeal(altered).state, `byte ${at}, bit ${bit}`).not.toBe('holds');
      }
    }
  });

  it('does not hold with a byte added or taken away', () => {
    expect(checkSeal(Buffer.concat([sealed, Buffer.from('\n')])).state).toBe('broken');
    expect(checkSeal(sealed.subarray(0, -1)).state).toBe('broken');
  });

  it('is the same made in pieces', () => {
    const text = file.toString();
    const pieces = [text.slice(0, 20), text.slice(20, -9), text.slice(-9)];
    expect([...fillSealIn(pieces, desk)].join('')).toBe(Buffer.from(sealed).toString());
  });

  it('is found behind lines that only look like one', () => {
    const decoy = `whosaid-seal:1:${'B'.repeat(43)}:${'C'.repeat(86)}`;
    const quoted = fillSeal(Buffer.from(`${decoy}\n${blankSeal(desk.publicKey)}\n${decoy}`), desk);
    expect(checkSeal(quoted)).toEqual({ state: 'holds', publicKey: desk.publicKey });
  });
});

describe('a seal beside a file', () => {
  it('holds for that file alone', () => {
    const beside = sealBeside(file, desk);
    expect(checkSeal(file, beside).state).toBe('holds');
    expect(checkSeal(file.subarray(1), beside).state).toBe('broken');
  });
});

it('a file without a seal says so', () => {
  expect(checkSeal(Buffer.from('A report.'))).toEqual({ state: 'none' });
});

it('another desk’s seal holds under its own key, so that the reader can tell them apart', () => {
  const other = signer();
  const check = checkSeal(fillSeal(Buffer.from(blankSeal(other.publicKey)), other));
  expect(check).toEqual({ state: 'holds', publicKey: other.publicKey });
});
