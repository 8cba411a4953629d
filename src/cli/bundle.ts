// `whosaid bundle`: everything needed to check an article's report without this desk, in one signed file.
import { writeFileSync } from 'node:fs';
import { makeBundle } from '../bundle.js';
import { deskKey } from '../desk-key.js';
import { DATA_OPTION, withStore } from './data.js';
import { type CliIo, EXIT, readArgs, say, UsageError } from './io.js';

export async function bundleCommand(args: readonly string[], io: CliIo): Promise<number> {
  const { values, positionals } = readArgs({
    args: [...args],
    options: { ...DATA_OPTION, output: { type: 'string', short: 'o' } },
    allowPositionals: true,
  });
  const [article, ...rest] = positionals;
  if (article === undefined || rest.length > 0)
    throw new UsageError('name one article; “whosaid list” shows them');
  const { output } = values;
  if (output === undefined) throw new UsageError('say where to write it: -o FILE.zip');
  return withStore(values.data, io, async (store, folder) => {
    const signer = deskKey(folder);
    const bytes = await makeBundle(store, article, signer);
    writeFileSync(output, bytes);
    say(io, `${output}: ${bytes.length} bytes, sealed with the desk’s key ${signer.publicKey}`);
    return EXIT.done;
  });
}
