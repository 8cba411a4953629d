// How sure a pairing of two sequences is. A pair hidden Markov model run forward and backward (Durbin et al.,
// "Biological Sequence Analysis", chapter 4) weighs every way to align them: where an element could as well stand
// against another, no pairing gets near 1. Of three equal paragraphs one of which is gone, none can be told.

/** How well the element at `row` fits the one at `column`, against two unrelated elements: 1 is no news, 0 is never. */
export type Fit = (row: number, column: number) => number;

export interface Pairing {
  /** For each row the column it stands against, or -1. */
  readonly column: Int32Array;
  /** For each row how sure that is, 0 to 1. */
  readonly sure: Float64Array;
}

/** Where elements may begin to come or go: 1 at an element that begins a sentence, 0 elsewhere. */
export interface Seams {
  readonly rows: Uint8Array;
  readonly columns: Uint8Array;
}

// What is put in or taken out is oftener whole sentences than the same stretch shifted by a few words.
const OPEN_AT_SEAM = 0.2;
const OPEN = 0.012;
const EXTEND = 0.8;
const SWITCH = 0.03;
const STAY = 0.95;
const CLOSE = 1 - EXTEND - SWITCH;

export function pairByPosterior(rows: number, columns: number, fitOf: Fit, seams: Seams): Pairing {
  if (rows === 0 || columns === 0)
    return { column: new Int32Array(rows).fill(-1), sure: new Float64Array(rows) };
  const width = columns + 1;
  const fits = new Float64Array((rows + 1) * width);
  for (let row = 1; row <= rows; row++)
    for (let column = 1; column <= columns; column++) fits[row * width + column] = fitOf(row - 1, column - 1);
  const opens = {
    rows: Float64Array.from(seams.rows, (seam) => (seam === 1 ? OPEN_AT_SEAM : OPEN)),
    columns: Float64Array.from(seams.columns, (seam) => (seam === 1 ? OPEN_AT_SEAM : OPEN)),
  };
  const { paired, alone } = runForward(rows, columns, fits, opens);
  weighBackward(rows, columns, fits, opens, paired, alone);
  return mostExpected(rows, columns, paired, alone);
}

/** For each row, and each column, how likely it is to be the first of a run that stands alone. */
interface Opens {
  readonly rows: Float64Array;
  readonly columns: Float64Array;
}

/** Probabilities are scaled row by row, so that a long text does not run out of numbers. */
function runForward(
  rows: number,
  columns: number,
  fits: Float64Array,
  opens: Opens,
): { paired: Float64Array; alone: Float64Array } {
  const width = columns + 1;
  const paired = new Float64Array((rows + 1) * width);
  const alone = new Float64Array((rows + 1) * width);
  let inserted = new Float64Array(width);
  let insertedBefore = new Float64Array(width);
  paired[0] = 1;
  for (let column = 1; column <= columns; column++)
    inserted[column] = (column === 1 ? opens.columns[0]! : 0) + EXTEND * inserted[column - 1]!;
  for (let row = 1; row <= rows; row++) {
    [inserted, insertedBefore] = [insertedBefore, inserted];
    inserted[0] = 0;
    const base = row * width;
    const above = base - width;
    const open = opens.rows[row - 1]!;
    let sum = 0;
    for (let column = 0; column <= columns; column++) {
      const here = base + column;
      const up = above + column;
      alone[here] = open * paired[up]! + EXTEND * alone[up]! + SWITCH * insertedBefore[column]!;
      if (column > 0) {
        paired[here] =
          fits[here]! * (STAY * paired[up - 1]! + CLOSE * (alone[up - 1]! + insertedBefore[column - 1]!));
        inserted[column] =
          opens.columns[column - 1]! * paired[here - 1]! +
          EXTEND * inserted[column - 1]! +
          SWITCH * alone[here - 1]!;
      }
      sum += paired[here]! + alone[here]! + inserted[column]!;
    }
    const scale = 1 / sum;
    for (let column = 0; column <= columns; column++) {
      paired[base + column] = paired[base + column]! * scale;
      alone[base + column] = alone[base + column]! * scale;
      inserted[column] = inserted[column]! * scale;
    }
  }
  return { paired, alone };
}

/** Turns forward probabilities into posteriors, in place. */
function weighBackward(
  rows: number,
  columns: number,
  fits: Float64Array,
  opens: Opens,
  paired: Float64Array,
  alone: Float64Array,
): void {
  const width = columns + 1;
  let fromPaired = new Float64Array(width);
  let fromAlone = new Float64Array(width);
  const fromInserted = new Float64Array(width);
  let pairedBelow = new Float64Array(width);
  let aloneBelow = new Float64Array(width);
  for (let row = rows; row >= 1; row--) {
    const base = row * width;
    const below = base + width;
    [fromPaired, pairedBelow] = [pairedBelow, fromPaired];
    [fromAlone, aloneBelow] = [aloneBelow, fromAlone];
    let sum = 0;
    let largest = 0;
    for (let column = columns; column >= 0; column--) {
      let endPaired = row === rows && column === columns ? 1 : 0;
      let endAlone = endPaired;
      let endInserted = endPaired;
      if (row < rows) {
        const deleted = aloneBelow[column]!;
        endPaired += opens.rows[row]! * deleted;
        endAlone += EXTEND * deleted;
        endInserted += SWITCH * deleted;
        if (column < columns) {
          const next = fits[below + column + 1]! * pairedBelow[column + 1]!;
          endPaired += STAY * next;
          endAlone += CLOSE * next;
          endInserted += CLOSE * next;
        }
      }
      if (column < columns) {
        const more = fromInserted[column + 1]!;
        endPaired += opens.columns[column]! * more;
        endAlone += SWITCH * more;
        endInserted += EXTEND * more;
      }
      fromPaired[column] = endPaired;
      fromAlone[column] = endAlone;
      fromInserted[column] = endInserted;
      if (endPaired + endAlone + endInserted > largest) largest = endPaired + endAlone + endInserted;
      const here = base + column;
      sum += paired[here]! * endPaired + alone[here]! * endAlone;
    }
    // Every path passes each row once, paired or alone, so a row's posteriors sum to 1.
    for (let column = 0; column <= columns; column++) {
      const here = base + column;
      paired[here] = sum > 0 ? (paired[here]! * fromPaired[column]!) / sum : 0;
      fromPaired[column] = fromPaired[column]! / largest;
      fromAlone[column] = fromAlone[column]! / largest;
      fromInserted[column] = fromInserted[column]! / largest;
    }
  }
}

/** The pairing whose posteriors sum highest (maximum expected accuracy). `gain` is room to work in. */
function mostExpected(rows: number, columns: number, posterior: Float64Array, gain: Float64Array): Pairing {
  const width = columns + 1;
  gain.fill(0);
  for (let row = 1; row <= rows; row++) {
    const base = row * width;
    for (let column = 1; column <= columns; column++) {
      const here = base + column;
      const both = gain[here - width - 1]! + posterior[here]!;
      const skip = Math.max(gain[here - width]!, gain[here - 1]!);
      gain[here] = Math.max(both, skip);
    }
  }
  const column = new Int32Array(rows).fill(-1);
  const sure = new Float64Array(rows);
  let row = rows;
  let at = columns;
  while (row > 0 && at > 0) {
    const here = row * width + at;
    if (gain[here] === gain[here - width]) row--;
    else if (gain[here] === gain[here - 1]) at--;
    else {
      column[row - 1] = at - 1;
      sure[row - 1] = posterior[here]!;
      row--;
      at--;
    }
  }
  return { column, sure };
}
