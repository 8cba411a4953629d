// A full disk stops nobody from reading: when somebody was last seen may go unwritten.
import { isDiskFull } from '../core/errors.js';

export async function unlessDiskFull(write: () => Promise<void>): Promise<void> {
  await write().catch((error: unknown) => {
    if (!isDiskFull(error)) throw error;
  });
}
