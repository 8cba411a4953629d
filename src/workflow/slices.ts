// Work on many things at once, a slice at a time: a served desk answers others in between.
import { setImmediate } from 'node:timers/promises';

/** Some ten milliseconds of work on statements. */
const SLICE = 1_000;

/** Like `map`. A list shorter than a slice is done at one go. */
export async function mapInSlices<From, To>(
  list: readonly From[],
  work: (one: From, index: number) => To,
): Promise<To[]> {
  const done: To[] = [];
  for (const [index, one] of list.entries()) {
    if (index > 0 && index % SLICE === 0) await setImmediate();
    done.push(work(one, index));
  }
  return done;
}

/** Between two stretches of work on `count` things. */
export async function pauseAfter(count: number): Promise<void> {
  if (count >= SLICE) await setImmediate();
}
