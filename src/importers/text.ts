// Plain text: kept character for character, byte order mark and control codes apart. Only its blocks are worked out.
import { findBlocks } from '../core/blocks/find-blocks.js';
import { type ImportedDocument, metadataFromBlocks, NO_METADATA } from './document.js';
import type { DecodedText } from './encoding.js';

export function readText(decoded: DecodedText): ImportedDocument {
  const { text } = decoded;
  const blocks = findBlocks(text);
  return {
    ...metadataFromBlocks(NO_METADATA, text, blocks),
    text,
    blocks,
    mediaType: 'text/plain',
    encoding: decoded.encoding,
    warnings: decoded.warnings,
    trace: traceLines(text, blocks),
  };
}

/** The line, counted from 1, on which each block starts. */
function traceLines(text: string, blocks: ImportedDocument['blocks']): ImportedDocument['trace'] {
  let line = 1;
  let at = 0;
  return blocks.map(({ start }, block) => {
    while (at < start) {
      const code = text.charCodeAt(at++);
      if (code === 10 || (code === 13 && text.charCodeAt(at) !== 10)) line++;
    }
    return { block, from: `line ${line}` };
  });
}
