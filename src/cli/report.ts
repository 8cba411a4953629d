// `whosaid report`: the verification report of one article, or of several, in any of the formats. Nothing is recorded.
import { createWriteStream, readFileSync, writeFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setFlagsFromString } from 'node:v8';
import { RATINGS, type Rating } from '../core/rating.js';
import type { Report } from '../core/report/model.js';
import type { Selection } from '../core/report/selection.js';
import { type Signer, sealBeside } from '../core/seal.js';
import { deskKey } from '../desk-key.js';
import type { ExportOptions } from '../exporters/exporter.js';
import { EXPORTERS, FORMATS, type Format, isFormat } from '../exporters/index.js';
import { linkable } from '../exporters/markup.js';
import { longReport, reportPieces, writeReport } from '../issue-report.js';
import { DATA_OPTION, withStore } from './data.js';
import { type CliIo, EXIT, readArgs, UsageError } from './io.js';
import { publicUrlOf } from './public-url.js';

/**
 * How long a function runs before the engine compiles it for speed, in bytes of code run through. A command that ends after
 * one report spends as much on that as on the report: with nine times the usual patience a PDF takes a third less CPU time,
 * and one of 4,000 statements no more than it did.
 */
const PATIENCE = '--interrupt-budget=1200000';

export async function reportCommand(args: readonly string[], io: CliIo): Promise<number> {
  setFlagsFromString(PATIENCE);
  const { values, positionals } = readArgs({
    args: [...args],
    options: {
      ...DATA_OPTION,
      format: { type: 'string' },
      output: { type: 'string', short: 'o' },
      bom: { type: 'boolean' },
      rating: { type: 'string', multiple: true },
      speaker: { type: 'string', multiple: true },
      party: { type: 'string', multiple: true },
      site: { type: 'string' },
    },
    allowPositionals: true,
  });
  if (positionals.length === 0) throw new UsageError('name the article; “whosaid list” shows them');
  const format = formatOf(values.format, values.output);
  const selection: Selection = {
    ...(values.rating && { ratings: values.rating.map(ratingOf) }),
    ...(values.speaker && { speakers: values.speaker }),
    ...(values.party && { parties: values.party }),
  };
  const site = values.site ?? publicUrlOf(io.env.WHOSAID_PUBLIC_URL, false);
  if (site !== undefined && !linkable(site))
    throw new UsageError('--site is an address that begins with https://');
  const options = { bom: values.bom, site };
  return withStore(values.data, io, async (store, folder) => {
    const { report, close } = await longReport(store, positionals, selection);
    try {
      const signer = deskKey(folder);
      const chunks = await chunksOf(report, format, signer, options);
      if (values.output === undefined) {
        await pipeline(chunks, io.stdout, { end: false });
        return EXIT.done;
      }
      await pipeline(chunks, createWriteStream(values.output));
      if (!EXPORTERS[format].sealed)
        writeFileSync(`${values.output}.seal`, sealBeside(readFileSync(values.output), signer));
      return EXIT.done;
    } finally {
      close();
    }
  });
}

/** Streamed where the format allows it, so that a report of any length goes through little memory. */
async function chunksOf(
  report: Report,
  format: Format,
  signer: Signer,
  options: Omit<ExportOptions, 'seal'>,
) {
  return EXPORTERS[format].pieces
    ? Readable.from(reportPieces(report, format, signer, options))
    : Readable.from([await writeReport(report, format, signer, options)]);
}

function formatOf(named: string | undefined, output: string | undefined): Format {
  const name = named ?? guessed(output) ?? 'html';
  if (!isFormat(name)) throw new UsageError(`there is no format “${name}”; there are ${FORMATS.join(', ')}`);
  return name;
}

/** By the file's ending, the longest that fits: `.prov.json` is not `.json`. */
function guessed(output: string | undefined): Format | undefined {
  const fitting = FORMATS.filter((format) =>
    output?.toLowerCase().endsWith(`.${EXPORTERS[format].extension}`),
  );
  return fitting.sort((a, b) => EXPORTERS[b].extension.length - EXPORTERS[a].extension.length)[0];
}

function ratingOf(name: string): Rating {
  const rating = RATINGS.find((one) => one === name);
  if (!rating) throw new UsageError(`there is no rating “${name}”; there are ${RATINGS.join(', ')}`);
  return rating;
}
