// What every exporter is: a report goes in, bytes come out. Pure: the same report gives the same bytes.
import type { Report } from '../core/report/model.js';

export interface ExportOptions {
  /** A blank seal to be filled in once the bytes are known; without one the file carries none. */
  readonly seal?: string;
  /** The desk's public address, for forms that link to a statement's page. */
  readonly site?: string;
  /** CSV only: begin with a byte order mark, which Excel needs to read UTF-8. */
  readonly bom?: boolean;
}

export interface Exporter {
  readonly label: string;
  readonly mediaType: string;
  readonly extension: string;
  write(report: Report, options?: ExportOptions): Uint8Array | Promise<Uint8Array>;
  /** The same bytes piece by piece, for reports too long to hold twice. */
  pieces?(report: Report, options?: ExportOptions): Iterable<string>;
  /** False where the format has no room for a seal: it is then kept in a file beside it. */
  readonly sealed: boolean;
}

type TextExporter = Omit<Exporter, 'write'> & Required<Pick<Exporter, 'pieces'>>;

export function textExporter(exporter: TextExporter): Exporter & TextExporter {
  const encoder = new TextEncoder();
  return {
    ...exporter,
    write: (report, options = {}) => encoder.encode([...exporter.pieces(report, options)].join('')),
  };
}
