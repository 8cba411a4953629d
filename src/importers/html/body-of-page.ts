// Which parts of a page are the article: Mozilla's Readability, asked only for the marks of what it kept. It runs on the
// small DOM of its own package, which needs well-formed markup (the slim page is) and takes under half of linkedom's time.
import { Readability } from '@mozilla/readability';
import JSDOMParser from '@mozilla/readability/JSDOMParser.js';

/** The little of the DOM that is used here. */
export interface SlimElement {
  readonly children: readonly SlimElement[];
  getAttribute(name: string): string | null;
}

export interface SlimDocument {
  readonly documentElement: SlimElement;
}

/** The `data-w` numbers of the elements whose text Readability keeps; null when it finds no article. */
export function bodyOfPage(slim: string): ReadonlySet<number> | null {
  const document = new JSDOMParser().parse(slim, 'https://page.invalid/');
  // Classes and markup are never shown: leaving them alone saves two walks over the page.
  const article = new Readability<SlimElement>(document as never, {
    keepClasses: true,
    serializer: (node) => node as unknown as SlimElement,
  }).parse();
  if (!article?.content) return null;
  const kept = new Set<number>();
  const waiting: SlimElement[] = [article.content];
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    const owner = element.getAttribute('data-w');
    if (owner !== null) kept.add(Number(owner));
    waiting.push(...element.children);
  }
  return kept.size > 0 ? kept : null;
}
