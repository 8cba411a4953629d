// Every form a report can leave in, by the name used on the command line and in addresses.
import { claimreview } from './claimreview.js';
import { csv } from './csv.js';
import { docx } from './docx.js';
import type { Exporter } from './exporter.js';
import { html } from './html.js';
import { json } from './json.js';
import { markdown } from './markdown.js';
import { pdf } from './pdf.js';
import { provJson } from './prov/json.js';
import { provTurtle } from './prov/turtle.js';
import { webannotation } from './webannotation.js';

export const FORMATS = [
  'html',
  'pdf',
  'docx',
  'md',
  'csv',
  'json',
  'claimreview',
  'webannotation',
  'prov-json',
  'prov-turtle',
] as const;
export type Format = (typeof FORMATS)[number];

export const EXPORTERS: Readonly<Record<Format, Exporter>> = {
  html,
  pdf,
  docx,
  md: markdown,
  csv,
  json,
  claimreview,
  webannotation,
  'prov-json': provJson,
  'prov-turtle': provTurtle,
};

export const isFormat = (name: string): name is Format => (FORMATS as readonly string[]).includes(name);
