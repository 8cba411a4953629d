// `whosaid replay`: rebuilds every review from its events and proves that the stored ones match.
import { DATA_OPTION, withStore } from './data.js';
import { type CliIo, EXIT, readArgs, say } from './io.js';

export async function replayCommand(args: readonly string[], io: CliIo): Promise<number> {
  const { values } = readArgs({ args: [...args], options: { ...DATA_OPTION, repair: { type: 'boolean' } } });
  return withStore(values.data, io, async (store) => {
    const repair = values.repair === true;
    const { checked, mismatches } = await store.replay({ repair });
    for (const { statementId, message } of mismatches) say(io, `${statementId}: ${message}`);
    const found = mismatches.length === 0 ? 'all match their events' : `${mismatches.length} did not match`;
    say(io, `${checked} reviews replayed, ${found}${repair && mismatches.length > 0 ? ', repaired' : ''}.`);
    return mismatches.length === 0 || repair ? EXIT.done : EXIT.failed;
  });
}
