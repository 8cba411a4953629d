import { expect, it } from 'vitest';
import { plainNote } from '../../src/exporters/plain-note.ts';
import { HARBOUR, textOf } from './written.ts';

it.each([
  ['Ask the ministry for *both* lists.', 'Ask the ministry for both lists.'],
  ['**Bold**, _slanted_, ~~gone~~ and `code`', 'Bold, slanted, gone and code'],
  ['See [the log](https://a.example/log).', 'See the log (https://a.example/log).'],
  ['https://a.example/x_y_z', 'https://a.example/x_y_z'],
  ['# Heading\n\nThen a paragraph.', 'Heading\n\nThen a paragraph.'],
  ['- one\n- two\n  - within\n', '• one\n• two\n  • within'],
  ['3. three\n4. four', '3. three\n4. four'],
  ['> quoted words\n\nand ours', 'quoted words\n\nand ours'],
  ['| a | b |\n|---|---|\n| 1 | 2 |', 'a | b\n1 | 2'],
  ['A & B <c@d.example>', 'A & B c@d.example'],
  ['2 < 3 and 5 > 4', '2 < 3 and 5 > 4'],
  ['<script>alert(1)</script>', '<script>alert(1)</script>'],
  ['snake_case_words and 3 * 4 * 5', 'snake_case_words and 3 * 4 * 5'],
  ['نامه را *دوباره* بخوانید', 'نامه را دوباره بخوانید'],
  ['***', '—'],
  ['', ''],
])('reads %j as %j', (markdown, plain) => {
  expect(plainNote(markdown)).toBe(plain);
});

it('leaves no sign of it in what people read, and the source in what machines do', async () => {
  for (const format of ['html', 'md'] as const) {
    const text = await textOf(format, HARBOUR);
    expect(text).toContain('Ask the ministry for both lists.');
    expect(text).not.toContain('*both*');
  }
  for (const format of ['json', 'webannotation'] as const)
    expect(await textOf(format, HARBOUR)).toContain('Ask the ministry for *both* lists.');
});
