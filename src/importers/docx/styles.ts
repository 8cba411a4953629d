// What the paragraph styles of a Word file mean. Style ids are translated with Word; names of built-in styles never are.
import type { BlockKind } from '../../core/article.js';
import { readXml } from './ooxml.js';

interface Style {
  name: string;
  basedOn: string | null;
  outlined: boolean;
  numbered: boolean;
}

export type StyleKinds = (styleId: string | null) => BlockKind;

/** From `word/styles.xml`; without one every paragraph is plain. */
export function readStyles(bytes: Uint8Array | null): StyleKinds {
  const styles = bytes === null ? new Map<string, Style>() : parseStyles(bytes);
  return (styleId) => {
    const seen = new Set<string>();
    for (let id = styleId; id !== null && !seen.has(id); id = styles.get(id)?.basedOn ?? null) {
      seen.add(id);
      const kind = kindOf(styles.get(id) ?? { name: id, basedOn: null, outlined: false, numbered: false });
      if (kind !== null) return kind;
    }
    return 'paragraph';
  };
}

function parseStyles(bytes: Uint8Array): Map<string, Style> {
  const styles = new Map<string, Style>();
  let style: Style | null = null;
  readXml(bytes, {
    open({ name, attributes }) {
      if (name === 'style' && attributes.type === 'paragraph' && attributes.styleId) {
        style = { name: attributes.styleId, basedOn: null, outlined: false, numbered: false };
        styles.set(attributes.styleId, style);
      } else if (style === null) return;
      else if (name === 'name') style.name = attributes.val ?? style.name;
      else if (name === 'basedOn') style.basedOn = attributes.val ?? null;
      else if (name === 'outlineLvl') style.outlined = Number(attributes.val) < 9;
      else if (name === 'numPr') style.numbered = true;
    },
    close(name) {
      if (name === 'style') style = null;
    },
  });
  return styles;
}

function kindOf({ name, outlined, numbered }: Style): BlockKind | null {
  const plain = name.toLowerCase();
  if (plain === 'title') return 'headline';
  if (outlined || plain === 'subtitle' || /^heading ?\d/.test(plain)) return 'subheading';
  if (/^(?:intense )?quote$|^block ?(?:text|quot)/.test(plain)) return 'block_quote';
  if (plain === 'caption') return 'caption';
  if (/^(?:header|footer)$/.test(plain)) return 'furniture';
  if (numbered || /^list (?:bullet|number)/.test(plain)) return 'list_item';
  return null;
}
