// Keys under which a fingerprint is looked up. Kept in an index from each key to its stories, they find the few worth
// comparing among any number: two stories alike by 0.4 share one in 19 cases of 20, by 0.1 in one of 25.
import { BANDS, type Fingerprint, ROWS } from './fingerprint.js';
import { mix } from './hash.js';

/** Whole numbers below 2⁴⁰, one a band; none for a text without words. */
export function bandsOf(fingerprint: Fingerprint): number[] {
  if (fingerprint.minima.length === 0) return [];
  return Array.from({ length: BANDS }, (_, band) => {
    const rows = fingerprint.minima.slice(band * ROWS, (band + 1) * ROWS);
    return band * 2 ** 32 + rows.reduce(mix, band);
  });
}
