// Wrong passwords slow the next try down, by account and by address. The wait is capped, so nobody is locked out for ever.
import type { AccountStore, Tries } from '../core/account-store.js';
import { throttled } from '../core/errors.js';

/** Tries that cost nothing, then 1, 2, 4 … seconds up to the cap; forgotten a quarter of an hour after the last one. */
const FREE = { account: 5, address: 30 } as const;
const LONGEST_WAIT = 300;
const FORGOTTEN_AFTER = 15 * 60;

type Kind = keyof typeof FREE;
export type TryKey = `${Kind}:${string}`;

export const accountKey = (login: string): TryKey => `account:${login.toLowerCase()}`;
export const addressKey = (address: string): TryKey => `address:${address}`;

/** Seconds until the next try is taken; 0 when it is welcome now. */
export function waitFor(key: TryKey, tries: Tries | undefined, now: number): number {
  if (!tries) return 0;
  const since = (now - Date.parse(tries.lastAt)) / 1000;
  if (since > FORGOTTEN_AFTER) return 0;
  const over = tries.n - FREE[key.slice(0, key.indexOf(':')) as Kind];
  if (over < 0) return 0;
  return Math.max(0, Math.ceil(Math.min(LONGEST_WAIT, 2 ** Math.min(over, 20)) - since));
}

export async function refuseIfThrottled(
  store: AccountStore,
  keys: readonly TryKey[],
  now: number,
): Promise<void> {
  for (const key of keys) {
    const wait = waitFor(key, await store.tries(key), now);
    if (wait > 0)
      throw throttled(
        `Too many wrong tries. Wait ${wait} ${wait === 1 ? 'second' : 'seconds'}, then try again.`,
        wait,
      );
  }
}

export async function countTry(store: AccountStore, keys: readonly TryKey[], now: number): Promise<void> {
  for (const key of keys) {
    const before = await store.tries(key);
    if (before && (now - Date.parse(before.lastAt)) / 1000 > FORGOTTEN_AFTER) await store.clearTries(key);
    await store.addTry(key, new Date(now).toISOString());
  }
}
