import { describe, expect, it } from 'vitest';
import type { ImportedDocument } from '../../src/importers/document.ts';
import { readDocument } from '../../src/importers/read-document.ts';

const read = (mail: string | Buffer, name = 'message.eml'): Promise<ImportedDocument> =>
  readDocument({ bytes: Buffer.from(mail as string, 'latin1'), name });

const HEAD = `From: "Harbour Office" <press@harbour.example>\r
To: desk@post.example\r
Subject: RE: =?utf-8?Q?Ferry_to_sail_=E2=80=93_again?=\r
Date: Fri, 8 Mar 2024 23:40:00 -0500\r
Message-ID: <1@harbour.example>\r
MIME-Version: 1.0\r
`;

const SAID = 'The harbour office said that the ferry would sail again.';

describe('an e-mail', () => {
  it('takes its metadata from its headers and its words from its text', async () => {
    const document = await read(`${HEAD}Content-Type: text/plain; charset=utf-8\r\n\r\n${SAID}\r\n`);
    expect(document).toMatchObject({
      title: 'Ferry to sail – again',
      byline: 'Harbour Office',
      publishedOn: '2024-03-08',
      mediaType: 'message/rfc822',
    });
    expect(document.text.trim()).toBe(SAID);
  });

  it('is known without its name', async () => {
    expect(await read(`${HEAD}\r\n${SAID}`, 'note.txt')).toMatchObject({ mediaType: 'message/rfc822' });
  });

  it('prefers the HTML part, and reads curly quotes in windows-1252', async () => {
    const mail = `${HEAD}Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nplain\r\n--b\r\nContent-Type: text/html; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<h2>Ferry</h2><p>=93We will sail,=94 he said.</p>\r\n--b--\r\n`;
    const document = await read(mail);
    expect(document.text).toBe('Ferry\n\n“We will sail,” he said.');
  });

  it('sets the message it answers aside', async () => {
    const mail = `${HEAD}\r\n${SAID}\r\n\r\nOn Thu, 7 Mar 2024 at 10:00, Desk <desk@post.example> wrote:\r\n\r\n> Will the ferry sail?\r\n> Please answer.\r\n`;
    const { text, blocks, warnings } = await read(mail);
    const kept = blocks.filter(({ setAside }) => !setAside).map(({ start, end }) => text.slice(start, end));
    expect(kept).toEqual([SAID]);
    expect(text).toContain('Will the ferry sail?');
    expect(warnings).toContain('The earlier message this e-mail quotes was set aside.');
  });

  it('tells a quotation of its own from the message it answers', async () => {
    const html = `<p>${SAID}</p><blockquote><p>&ldquo;We will sail,&rdquo; the mayor said.</p></blockquote><p>He left at once, she said.</p><div>On Thu, 7 Mar 2024 at 10:00, Desk wrote:</div><blockquote><p>Will the ferry sail?</p></blockquote>`;
    const { text, blocks } = await read(`${HEAD}Content-Type: text/html; charset=utf-8\r\n\r\n${html}`);
    const kept = blocks.filter(({ setAside }) => !setAside).map(({ start, end }) => text.slice(start, end));
    expect(kept).toEqual([SAID, '“We will sail,” the mayor said.', 'He left at once, she said.']);
  });

  it('keeps what it forwards, which is what the sender wanted read', async () => {
    const mail = `${HEAD.replace('RE:', 'Fwd:')}\r\n---------- Forwarded message ----------\r\nFrom: a@b.example\r\n\r\n${SAID} It was the third time, the office said.\r\n`;
    const { text, blocks } = await read(mail);
    expect(
      blocks.some(({ setAside, start, end }) => !setAside && text.slice(start, end).startsWith(SAID)),
    ).toBe(true);
  });

  it.each([
    [
      '---------- Forwarded message ---------',
      'From: Ida Holm <ida@a.example>\r\nDate: Tue, Mar 5, 2024 at 10:00 AM\r\nSubject: Ferry\r\nTo: <b@b.example>',
    ],
    [
      '-----Original Message-----',
      'From: Ida Holm\r\nSent: Tuesday, March 5, 2024 10:00 AM\r\nTo: Jens\r\nSubject: Ferry',
    ],
    [
      'Begin forwarded message:',
      'From: "Ida Holm" <ida@a.example>\r\nDate: March 5, 2024 at 10:00:00 AM GMT+1\r\nTo: Jens',
    ],
  ])('counts days from when %s was written, and takes its head for nobody’s words', async (line, head) => {
    const mail = `${HEAD.replace('RE:', 'Fwd:')}\r\nSee what she says.\r\n\r\n${line}\r\n${head}\r\n\r\n${SAID}\r\n`;
    const { text, blocks, byline, publishedOn } = await read(mail);
    expect({ byline, publishedOn }).toEqual({ byline: 'Ida Holm', publishedOn: '2024-03-05' });
    const kept = blocks.filter(({ setAside }) => !setAside).map(({ start, end }) => text.slice(start, end));
    expect(kept).toContain(SAID);
    expect(kept.join()).not.toMatch(/From:|Sent:|Date:|Subject|Original|orwarded/);
  });

  it.each([
    ['German', 'Am 7. März 2024 um 10:00 schrieb Jens Pell <j@post.example>:'],
    ['French', 'Le 7 mars 2024 à 10:00, Jens Pell <j@post.example> a écrit :'],
    ['Spanish', 'El 7 de marzo de 2024, Jens Pell escribió:'],
  ])('knows how mail programs quote in %s', async (_, line) => {
    const bytes = Buffer.from(
      `${HEAD}Content-Type: text/plain; charset=utf-8\r\n\r\n${SAID}\r\n\r\n${line}\r\n\r\n> Will it sail?\r\n`,
    );
    const { text, blocks } = await readDocument({ bytes, name: 'a.eml' });
    const kept = blocks.filter(({ setAside }) => !setAside).map(({ start, end }) => text.slice(start, end));
    expect(kept).toEqual([SAID]);
  });

  it('reads the other part where the HTML holds no words', async () => {
    const mail = `${HEAD}Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n${SAID}\r\n--b\r\nContent-Type: text/html\r\n\r\n<html><body><img src="x"></body></html>\r\n--b--\r\n`;
    expect((await read(mail)).text.trim()).toBe(SAID);
  });

  it('tells its encoding by its bytes where it names none, and says when letters are lost all the same', async () => {
    const bare = await read(`${HEAD}Content-Type: text/plain\r\n\r\nThe caf\xe9 said \x93no\x94.\r\n`);
    expect(bare.text.trim()).toBe('The café said “no”.');
    expect(bare.warnings).toEqual(['The file is not UTF-8; it was read as windows-1252.']);
    const wrong = await read(
      `${HEAD}Content-Type: text/plain; charset=utf-8\r\n\r\nThe caf\xe9 said no.\r\n`,
    );
    expect(wrong.warnings.join()).toContain('could not be read and stand as \uFFFD');
  });

  it('is read from a mailbox file, where lines that begin with “From ” are marked', async () => {
    const mail = `From a@b.example Fri Mar  8 23:40:00 2024\r\n${HEAD}\r\n>From the start, she said, the ferry was late.\r\n`;
    const { text, blocks } = await read(mail);
    expect(text.trim()).toBe('From the start, she said, the ferry was late.');
    expect(blocks.every(({ setAside }) => !setAside)).toBe(true);
  });

  it('names its attachments, safely', async () => {
    const mail = `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n${SAID}\r\n--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename="../../etc/report.pdf"\r\n\r\nx\r\n--b--\r\n`;
    expect((await read(mail)).warnings).toContain('One attachment was not read: report.pdf.');
  });

  it('says what to do when all it holds is an attachment', async () => {
    const mail = `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename="report.pdf"\r\n\r\nx\r\n--b--\r\n`;
    await expect(read(mail)).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('Save its attachment (report.pdf)'),
    });
  });

  it('is a page when a browser saved one as mail', async () => {
    const story = `<p>${SAID} It was the third time this year, the office said, and not the last.</p>`.repeat(
      6,
    );
    const mail = `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://post.example/ferry\r\nSubject: Ferry\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><head><link rel="canonical" href="/ferry"></head><body><nav>Menu</nav><article>${story}</article></body></html>\r\n--b--\r\n`;
    const document = await read(mail, 'page.mht');
    expect(document).toMatchObject({ mediaType: 'multipart/related', url: 'https://post.example/ferry' });
    expect(document.blocks[0]).toMatchObject({ kind: 'furniture', setAside: true });
  });

  it('is a page when a word processor saved one as mail, without saying from whom', async () => {
    const mail = `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><body><p>${SAID}</p></body></html>\r\n--b--\r\n`;
    expect(await read(mail, 'page.mht')).toMatchObject({ text: SAID, mediaType: 'message/rfc822' });
  });

  it.each(['utf-16', 'UTF-16LE', '"utf-16be"'])(
    'is not taken for Chinese when it says %s and is not',
    async (charset) => {
      const mail = `${HEAD}Content-Type: text/plain; charset=${charset}\r\n\r\n${SAID} It said so twice.\r\n`;
      const document = await read(mail);
      expect(document.text.trim()).toBe(`${SAID} It said so twice.`);
      expect(document.warnings[0]).toContain('says that it is in UTF-16, which it is not');
    },
  );

  it('is read in UTF-16 when it is', async () => {
    const words = '海港办公室星期五表示渡轮将再次启航。“明天”，他说。';
    for (const said of [words, SAID]) {
      const body = Buffer.from(said, 'utf16le').toString('base64');
      const mail = `${HEAD}Content-Type: text/plain; charset=utf-16le\r\nContent-Transfer-Encoding: base64\r\n\r\n${body}\r\n`;
      expect(await read(mail)).toMatchObject({ text: said, warnings: [] });
    }
  });

  it('is refused when its parts are nested without end', async () => {
    const nested = Array.from(
      { length: 500 },
      (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`,
    ).join('');
    await expect(read(HEAD + nested)).rejects.toMatchObject({ code: 'invalid' });
  });
});
