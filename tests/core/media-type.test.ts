import { expect, test } from 'vitest';
import { sniffMediaType } from '../../src/core/media-type.js';

const bytes = (latin1: string): Uint8Array => Uint8Array.from(latin1, (c) => c.charCodeAt(0));

test.each([
  ['\x89PNG\r\n\x1a\nIHDR', 'image/png'],
  ['\xff\xd8\xff\xe0JFIF', 'image/jpeg'],
  ['RIFF\0\0\0\0WEBPVP8 ', 'image/webp'],
  ['RIFF\0\0\0\0WAVEfmt ', 'audio/wav'],
  ['\0\0\0\x18ftypmp42', 'video/mp4'],
  ['\0\0\0\x18ftypheic', 'image/heic'],
  ['%PDF-1.7\n%\xe2\xe3', 'application/pdf'],
  ['{\\rtf1\\ansi', 'application/rtf'],
  [
    'PK\x03\x04....[Content_Types].xml..word/document.xml',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ],
  ['PK\x03\x04....xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['PK\x03\x04....notes.txt', 'application/zip'],
  ['  <!DOCTYPE html><script>alert(1)</script>', 'text/html'],
  ['\xef\xbb\xbf<?xml version="1.0"?><svg onload="alert(1)"/>', 'application/xml'],
  ['time,tide\n12:01,3.4\n', 'text/plain'],
  ['\xd8\xb3\xd9\x84\xd8\xa7\xd9\x85', 'text/plain'],
  ['', 'application/octet-stream'],
  ['MZ\x90\0\x03', 'application/octet-stream'],
  ['\x7fELF\x02\x01\x01', 'application/octet-stream'],
])('%j is %s', (head, type) => {
  expect(sniffMediaType(bytes(head))).toBe(type);
});

test('a character cut in two by the sample is still text', () => {
  expect(sniffMediaType(new TextEncoder().encode(`${'a'.repeat(4095)}é and on`))).toBe('text/plain');
});
