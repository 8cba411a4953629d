// The little DOM that Readability judges pages on: it has to answer as a browser's would, however it is moved about.
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import {
  attributeOf,
  type SlimDocument,
  type SlimElement,
  SlimPage,
} from '../../src/importers/html/slim-page.js';

/** `<div class="page"><p>One, <a>two</a> three</p> between <ul><li>four</li><li>five</li></ul></div>` after a head. */
function page(): SlimDocument {
  const slim = new SlimPage();
  const nest = (tag: string, inside: () => void): void => {
    slim.enter(slim.put(tag, tag === 'div' ? [attributeOf('class', 'page')] : []));
    inside();
    slim.leave();
  };
  nest('div', () => {
    nest('p', () => {
      slim.text('One');
      slim.text(', ');
      slim.element('a', [], 'two');
      slim.text(' three');
    });
    slim.text(' between ');
    nest('ul', () => {
      slim.element('li', [], 'four');
      slim.element('li', [], 'five');
    });
  });
  return slim.finish((head) => head.element('title', [], ' A title & more '));
}

const MARKUP =
  '<html><head><title> A title &amp; more </title></head><body><div class="page"><p>One, <a>two</a> three</p> between <ul><li>four</li><li>five</li></ul></div></body></html>';

interface Dom {
  readonly body: Element;
  readonly documentElement: Element;
  readonly title: string;
  createElement(tag: string): Element;
}

const ours = (): Dom => page() as unknown as Dom;
const browsers = (): Dom => new JSDOM(MARKUP).window.document;
const first = (dom: Dom, tag: string): Element => dom.body.getElementsByTagName(tag)[0]!;

/** Everything that can be seen of an element, from every side. */
function seen(element: Element): unknown {
  return {
    tag: element.tagName,
    text: element.textContent,
    children: element.children.length,
    before: element.previousSibling?.textContent ?? null,
    after: element.nextElementSibling?.tagName ?? null,
    last: element.lastChild?.textContent ?? null,
    nodes: Array.from(element.childNodes, ({ nodeType, textContent }) => [nodeType, textContent]),
    all: Array.from(element.getElementsByTagName('*'), ({ tagName }) => tagName),
    within: Array.from(element.children, seen),
  };
}

const CHANGES: Readonly<Record<string, (dom: Dom) => void>> = {
  'left alone': () => {},
  'an element removed': (dom) => first(dom, 'a').remove(),
  'a text removed': (dom) => first(dom, 'ul').previousSibling!.remove(),
  'the first and the last of a list removed': (dom) => {
    first(dom, 'li').remove();
    first(dom, 'li').remove();
  },
  'an element moved to the end of another': (dom) => void first(dom, 'ul').appendChild(first(dom, 'a')),
  'a text moved into a new element in its place': (dom) => {
    const text = first(dom, 'ul').previousSibling!;
    const paragraph = dom.createElement('p');
    text.parentNode!.replaceChild(paragraph, text);
    paragraph.appendChild(text);
  },
  'a parent replaced by its child': (dom) => {
    const list = first(dom, 'ul');
    list.parentNode!.replaceChild(list.children[1]!, list);
  },
  'changed after its text was read': (dom) => {
    expect(dom.body.textContent).toContain('four');
    expect(dom.body.childNodes.length).toBe(1);
    first(dom, 'li').remove();
    first(dom, 'p').appendChild(first(dom, 'ul'));
  },
};

describe('the slim page', () => {
  for (const [name, change] of Object.entries(CHANGES))
    it(`is seen as a browser's would be: ${name}`, () => {
      const [mine, reference] = [ours(), browsers()];
      change(mine);
      change(reference);
      expect(seen(mine.body)).toEqual(seen(reference.body));
      expect(mine.documentElement.textContent).toBe(reference.documentElement.textContent);
      expect(mine.title).toBe(reference.title);
    });

  it('starts anew from a copy of its body as often as asked, whatever became of the one before', () => {
    const { body } = page();
    const before = seen(body as unknown as Element);
    const copy = body.innerHTML;
    for (let time = 0; time < 2; time++) {
      body.firstElementChild!.remove();
      body.innerHTML = copy;
      expect(seen(body as unknown as Element)).toEqual(before);
      body.getElementsByTagName('li')[0]!.remove();
      expect(body.textContent).toBe('One, two three between five');
      body.innerHTML = copy;
    }
  });

  it('sets, replaces and removes attributes of one element and of no other', () => {
    const dom = page();
    const division = dom.body.firstElementChild as SlimElement;
    const copy = division.clone();
    division.className = 'other';
    division.id = 'new';
    expect([division.className, division.id, division.hasAttribute('rel')]).toEqual(['other', 'new', false]);
    division.removeAttribute('class');
    expect(division.getAttribute('class')).toBeNull();
    expect([copy.className, copy.id]).toEqual(['page', '']);
  });
});
