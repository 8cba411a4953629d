// A report as a Word file. What writes it is loaded when the first one is asked for: the other forms need none of it.
import type { Exporter } from './exporter.js';

export const docx: Exporter = {
  label: 'Word (DOCX)',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  extension: 'docx',
  sealed: true,
  write: async (report, options = {}) => (await import('./docx/document.js')).writeDocx(report, options),
};
