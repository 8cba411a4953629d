// The font library brings a Brotli decoder in script, which takes a tenth of a second to load its dictionary. Node has its
// own, so that one stands in its place; to be imported before pdfkit.
import { createRequire } from 'node:module';
import { brotliDecompressSync } from 'node:zlib';

const require = createRequire(import.meta.url);
const fonts = createRequire(createRequire(require.resolve('pdfkit')).resolve('fontkit'));
const path = fonts.resolve('brotli/dec/decode.js');
const decoder = new (require('node:module') as typeof import('node:module'))(path);
decoder.filename = path;
decoder.loaded = true;
decoder.exports = {
  BrotliDecompressBuffer: (bytes: Uint8Array): Uint8Array => new Uint8Array(brotliDecompressSync(bytes)),
};
require.cache[path] ??= decoder;
