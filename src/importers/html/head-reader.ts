// Gathers what a page says about itself while its tags go by, and puts it in the head of the slim page.
import type { PageHead } from './flow.js';
import { type JsonLd, parseJsonLd } from './json-ld.js';
import { attributeOf, type SlimPage } from './slim-page.js';

type Attributes = Record<string, string>;

const LONGEST_VALUE = 2_000;

export class HeadReader {
  readonly #meta = new Map<string, string>();
  readonly #times: string[] = [];
  readonly #published: string[] = [];
  readonly #scripts: string[] = [];
  #title: string | null = null;
  #canonical: string | null = null;
  #language: string | null = null;
  #reading: string[] | null = null;
  #readingTitle = false;

  open(tag: string, attributes: Attributes): void {
    if (tag === 'html') this.#language ??= attributes.lang ?? attributes['xml:lang'] ?? null;
    else if (tag === 'body') this.#language ??= attributes.lang ?? null;
    else if (tag === 'meta') this.#meet(attributes);
    else if (tag === 'link') this.#link(attributes);
    else if (tag === 'time') this.#time(attributes);
    else if (tag === 'title') this.#readingTitle = true;
    else if (tag === 'script' && isJsonLd(attributes.type)) this.#reading = [];
  }

  /** True when the text was the title's or a script's, and none of the page's. */
  text(tag: string, text: string): boolean {
    if (this.#reading !== null && tag === 'script') {
      this.#reading.push(text);
      return true;
    }
    if (!this.#readingTitle || tag !== 'title') return false;
    this.#title = (this.#title ?? '') + text;
    return true;
  }

  close(tag: string): void {
    if (tag === 'script' && this.#reading !== null) {
      this.#scripts.push(this.#reading.join(''));
      this.#reading = null;
    }
    if (tag === 'title') this.#readingTitle = false;
  }

  #meet(attributes: Attributes): void {
    const { content } = attributes;
    if (!content) return;
    const names = `${attributes.name ?? ''} ${attributes.property ?? ''} ${attributes.itemprop ?? ''}`;
    for (const name of names.toLowerCase().split(/\s+/))
      if (name !== '' && !this.#meta.has(name)) this.#meta.set(name, content.slice(0, LONGEST_VALUE));
  }

  #link(attributes: Attributes): void {
    if (attributes.rel?.toLowerCase().split(/\s+/).includes('canonical'))
      this.#canonical ??= attributes.href ?? null;
  }

  #time(attributes: Attributes): void {
    const { datetime } = attributes;
    if (!datetime) return;
    const isPublication =
      'pubdate' in attributes ||
      /datepublished/i.test(attributes.itemprop ?? '') ||
      /\bpublished\b/i.test(attributes.class ?? '');
    (isPublication ? this.#published : this.#times).push(datetime.slice(0, LONGEST_VALUE));
  }

  finish(): PageHead {
    const jsonLd: JsonLd[] = this.#scripts.flatMap(parseJsonLd);
    return {
      title: (this.#title ?? '').replace(/\s+/g, ' ').trim(),
      meta: this.#meta,
      canonical: this.#canonical,
      language: this.#language,
      times: [...this.#published, ...this.#times],
      jsonLd,
    };
  }

  /** What Readability reads a page's own title from, to tell the headline from a subheading. */
  describe(page: SlimPage): void {
    page.element('title', [], this.#title ?? '');
    for (const [name, content] of this.#meta)
      page.put('meta', [attributeOf('property', name), attributeOf('content', content)]);
    for (const json of this.#scripts)
      page.element('script', [attributeOf('type', 'application/ld+json')], json);
  }
}

const isJsonLd = (type: string | undefined): boolean => /^\s*application\/ld\+json\b/i.test(type ?? '');
