// Which parts of a page are the article: Mozilla's Readability, asked only for the numbers of what it kept.
import { Readability } from '@mozilla/readability';
import type { SlimDocument, SlimElement } from './slim-page.js';

/** The numbers of the elements whose text Readability keeps; null when it finds no article. */
export function bodyOfPage(slim: SlimDocument): ReadonlySet<number> | null {
  // Classes and markup are never shown: leaving them alone saves two walks over the page.
  const article = new Readability<SlimElement>(slim as never, {
    keepClasses: true,
    serializer: (node) => node as unknown as SlimElement,
  }).parse();
  if (!article?.content) return null;
  const kept = new Set<number>();
  for (const element of [article.content, ...article.content.getElementsByTagName('*')])
    if (element.owner > 0) kept.add(element.owner);
  return kept.size > 0 ? kept : null;
}
