import { describe, expect, it } from 'vitest';
import { buildReport } from '../../src/core/report.ts';
import { blankSeal, checkSeal } from '../../src/core/seal.ts';
import { EXPORTERS, FORMATS } from '../../src/exporters/index.ts';
import { reportPieces, writeReport } from '../../src/issue-report.ts';
import { harbour, inputOf, SECRETS } from '../core/report/harbour.ts';
import { aSigner, CASES, HARBOUR, written } from './written.ts';

describe.each(FORMATS)('%s', (format) => {
  const exporter = EXPORTERS[format];

  it('gives the same bytes for the same head', async () => {
    const again = buildReport(inputOf(harbour()));
    expect(
      Buffer.from(await written(format, again)).equals(Buffer.from(await written(format, HARBOUR))),
    ).toBe(true);
  });

  it.each(CASES)('writes %s', async (_, report) => {
    expect((await written(format, report)).length).toBeGreaterThan(50);
  });

  it('holds nothing confidential', async () => {
    const text = Buffer.from(await written(format, HARBOUR)).toString('latin1');
    for (const secret of SECRETS) expect(text).not.toContain(secret);
  });

  it('is sealed, and one flipped byte is found', async () => {
    const signer = aSigner();
    const bytes = Buffer.from(await writeReport(HARBOUR, format, signer));
    if (!exporter.sealed) {
      expect(checkSeal(bytes)).toEqual({ state: 'none' });
      return;
    }
    expect(checkSeal(bytes)).toEqual({ state: 'holds', publicKey: signer.publicKey });
    for (let at = 0; at < bytes.length; at += Math.ceil(bytes.length / 97)) {
      const altered = Buffer.from(bytes);
      altered[at] = altered[at]! ^ 4;
      expect(checkSeal(altered).state, `byte ${at}`).not.toBe('holds');
    }
  });

  it.runIf(exporter.pieces)('gives the same bytes in pieces', async () => {
    const signer = aSigner();
    const whole = Buffer.from(await writeReport(HARBOUR, format, signer));
    expect([...reportPieces(HARBOUR, format, signer)].join('')).toBe(whole.toString('utf8'));
  });

  it('has no room for a seal it was not given', async () => {
    expect(Buffer.from(await written(format, HARBOUR)).includes(blankSeal('').slice(0, 15))).toBe(false);
  });
});
