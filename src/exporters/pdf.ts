// A report as PDF. What sets it is loaded when the first one is asked for: the other forms need none of it.
import type { Exporter } from './exporter.js';

export const pdf: Exporter = {
  label: 'PDF',
  mediaType: 'application/pdf',
  extension: 'pdf',
  sealed: true,
  write: async (report, options = {}) => (await import('./pdf/document.js')).writePdf(report, options),
};
