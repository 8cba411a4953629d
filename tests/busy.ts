// What this thread has worked, which on a busy machine is less than the time that went by; the same clock where the
// system does not say (all but Linux).
import { readFileSync } from 'node:fs';

export function busyMs(): number {
  try {
    return Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return performance.now();
  }
}
