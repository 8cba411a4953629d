// What the control words of RTF stand for: destinations, characters and code pages.
import iconv from 'iconv-lite';

/** Destinations whose words are about the document, or pictures and objects in hexadecimal. */
export const SKIPPED = new Set(
  'colortbl stylesheet listtable listoverridetable revtbl rsidtbl generator info pict object objdata themedata datastore latentstyles fldinst filetbl xmlnstbl mmathPr ftnsep ftnsepc aftnsep aftnsepc bkmkstart bkmkend nonshppict listtext pntext pntxta pntxtb annotation atnid atnauthor author operator company'.split(
    ' ',
  ),
);

export const HEADERS = new Set('header headerl headerr headerf footer footerl footerr footerf'.split(' '));

export const CHARACTERS: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  endash: '–',
  emdash: '—',
  emspace: '\u2003',
  enspace: '\u2002',
  '~': '\u00A0',
  _: '\u2011',
  '{': '{',
  '}': '}',
  '\\': '\\',
};

/** \fcharsetN of the font table, where it is not the document's own code page. */
export const CHARSETS: Readonly<Record<number, string>> = {
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gb18030',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
};

/** Optional destinations that do hold text of the document. */
export const READ_IF_OPTIONAL = new Set(['shppict', 'fldrslt', 'footnote']);

export const codepageName = (param: number | undefined): string => {
  const name =
    param === 932
      ? 'shift_jis'
      : param === 936
        ? 'gb18030'
        : param === 949
          ? 'euc-kr'
          : param === 950
            ? 'big5'
            : param === 65001
              ? 'utf-8'
              : `windows-${param}`;
  return iconv.encodingExists(name) ? name : 'windows-1252';
};
