// The page as Readability is shown it: the little of the DOM that its rules touch. The text of all elements is one string,
// of which an element not changed since is a slice: Readability asks every element for its text many times over.

const ELEMENT = 1;
const TEXT = 3;
const DOCUMENT = 9;

/** Known only once the page has been read to its end. */
interface PageText {
  text: string;
}

export interface SlimAttribute {
  readonly name: string;
  readonly value: string;
}

type SlimNode = SlimText | SlimElement;

const NONE: readonly never[] = [];

abstract class Linked {
  parentNode: Parent | null = null;
  previousSibling: SlimNode | null = null;
  nextSibling: SlimNode | null = null;

  get nextElementSibling(): SlimElement | null {
    return elementFrom(this.nextSibling);
  }

  remove(): void {
    const { parentNode, previousSibling, nextSibling } = this;
    if (parentNode === null) return;
    if (previousSibling === null) parentNode.firstChild = nextSibling;
    else previousSibling.nextSibling = nextSibling;
    if (nextSibling === null) parentNode.lastChild = previousSibling;
    else nextSibling.previousSibling = previousSibling;
    this.parentNode = this.previousSibling = this.nextSibling = null;
    parentNode.change();
  }
}

function elementFrom(from: SlimNode | null): SlimElement | null {
  let node = from;
  while (node !== null && node.nodeType !== ELEMENT) node = node.nextSibling;
  return node as SlimElement | null;
}

export class SlimText extends Linked {
  readonly nodeType = TEXT;
  readonly childNodes = NONE;
  readonly #page: PageText;
  readonly #start: number;
  end: number;

  constructor(page: PageText, start: number, end: number) {
    super();
    this.#page = page;
    this.#start = start;
    this.end = end;
  }

  get textContent(): string {
    return this.#page.text.slice(this.#start, this.end);
  }

  clone(): SlimText {
    return new SlimText(this.#page, this.#start, this.end);
  }
}

abstract class Parent extends Linked {
  abstract readonly nodeType: number;
  firstChild: SlimNode | null = null;
  lastChild: SlimNode | null = null;
  readonly page: PageText;
  start: number;
  end: number;
  /** A parent of anything changed is changed itself. */
  changed = false;
  #children: readonly SlimElement[] | null = null;
  #childNodes: readonly SlimNode[] | null = null;

  constructor(page: PageText, start: number) {
    super();
    this.page = page;
    this.start = start;
    this.end = start;
  }

  get firstElementChild(): SlimElement | null {
    return elementFrom(this.firstChild);
  }

  get children(): readonly SlimElement[] {
    this.#children ??= this.#listed((node): node is SlimElement => node.nodeType === ELEMENT);
    return this.#children;
  }

  get childNodes(): readonly SlimNode[] {
    this.#childNodes ??= this.#listed((node): node is SlimNode => node !== null);
    return this.#childNodes;
  }

  #listed<T extends SlimNode>(isWanted: (node: SlimNode) => node is T): readonly T[] {
    const list: T[] = [];
    for (let node = this.firstChild; node !== null; node = node.nextSibling)
      if (isWanted(node)) list.push(node);
    return list.length === 0 ? NONE : list;
  }

  change(): void {
    this.#children = null;
    this.#childNodes = null;
    for (let node: Parent | null = this; node !== null && !node.changed; node = node.parentNode)
      node.changed = true;
  }

  get textContent(): string {
    if (!this.changed) return this.page.text.slice(this.start, this.end);
    let text = '';
    for (let node = this.firstChild; node !== null; node = node.nextSibling) text += node.textContent;
    return text;
  }

  getElementsByTagName(name: string): SlimElement[] {
    const wanted = name === '*' ? null : name.toUpperCase();
    const found: SlimElement[] = [];
    let node = this.firstChild;
    while (node !== null) {
      let next: SlimNode | null = null;
      if (node.nodeType === ELEMENT) {
        if (wanted === null || node.tagName === wanted) found.push(node);
        next = node.firstChild;
      }
      for (let at: Linked = node; next === null && at !== this; at = at.parentNode!) next = at.nextSibling;
      node = next;
    }
    return found;
  }

  /** As it stood in the page; `appendChild` is for what Readability moves. */
  add(node: SlimNode): void {
    const last = this.lastChild;
    if (last === null) this.firstChild = node;
    else last.nextSibling = node;
    node.previousSibling = last;
    node.parentNode = this;
    this.lastChild = node;
  }

  appendChild(node: SlimNode): void {
    node.remove();
    this.add(node);
    this.change();
  }

  removeChild(node: SlimNode): void {
    node.remove();
  }

  replaceChild(node: SlimNode, old: SlimNode): void {
    node.remove();
    const { previousSibling, nextSibling } = old;
    node.parentNode = this;
    node.previousSibling = previousSibling;
    node.nextSibling = nextSibling;
    if (previousSibling === null) this.firstChild = node;
    else previousSibling.nextSibling = node;
    if (nextSibling === null) this.lastChild = node;
    else nextSibling.previousSibling = node;
    old.parentNode = old.previousSibling = old.nextSibling = null;
    this.change();
  }
}

export class SlimElement extends Parent {
  readonly nodeType = ELEMENT;
  /** Upper case. Readability renames elements where they stand once `__JSDOMParser__` tells it that it may. */
  tagName: string;
  readonly __JSDOMParser__ = true;
  attributes: readonly SlimAttribute[];
  /** The number that the text directly in it goes by; 0 when there is none. */
  owner = 0;

  constructor(page: PageText, start: number, tagName: string, attributes: readonly SlimAttribute[]) {
    super(page, start);
    this.tagName = tagName;
    this.attributes = attributes;
  }

  get nodeName(): string {
    return this.tagName;
  }

  get className(): string {
    return this.getAttribute('class') ?? '';
  }

  set className(value: string) {
    this.setAttribute('class', value);
  }

  get id(): string {
    return this.getAttribute('id') ?? '';
  }

  set id(value: string) {
    this.setAttribute('id', value);
  }

  get src(): string {
    return this.getAttribute('src') ?? '';
  }

  getAttribute(name: string): string | null {
    for (const attribute of this.attributes) if (attribute.name === name) return attribute.value;
    return null;
  }

  hasAttribute(name: string): boolean {
    return this.getAttribute(name) !== null;
  }

  setAttribute(name: string, value: string): void {
    this.setAttributeNode(attributeOf(name, value));
  }

  setAttributeNode(attribute: SlimAttribute): void {
    this.attributes = [...this.attributes.filter(({ name }) => name !== attribute.name), attribute];
  }

  removeAttribute(name: string): void {
    if (this.hasAttribute(name))
      this.attributes = this.attributes.filter((attribute) => attribute.name !== name);
  }

  /** Readability keeps the body's to start anew from; a copy serves it as well as markup, and needs no reading. */
  get innerHTML(): SlimElement {
    return this.clone();
  }

  set innerHTML(copy: SlimElement) {
    while (this.firstChild !== null) this.firstChild.remove();
    for (let node = copy.firstChild; node !== null; node = node.nextSibling) this.add(node.clone());
  }

  clone(): SlimElement {
    const copy = new SlimElement(this.page, this.start, this.tagName, this.attributes);
    copy.end = this.end;
    copy.changed = this.changed;
    copy.owner = this.owner;
    for (let node = this.firstChild; node !== null; node = node.nextSibling) copy.add(node.clone());
    return copy;
  }
}

export const attributeOf = (name: string, value: string): SlimAttribute => new Attribute(name, value);

class Attribute implements SlimAttribute {
  readonly name: string;
  readonly value: string;

  constructor(name: string, value: string) {
    this.name = name;
    this.value = value;
  }

  cloneNode(): this {
    return this;
  }
}

export class SlimDocument extends Parent {
  readonly nodeType = DOCUMENT;
  readonly documentURI = 'https://page.invalid/';
  readonly baseURI = this.documentURI;
  title = '';
  readonly documentElement: SlimElement;
  readonly head: SlimElement;
  readonly body: SlimElement;

  constructor(page: PageText) {
    super(page, 0);
    this.documentElement = this.createElement('html');
    this.head = new SlimElement(page, 0, 'HEAD', NONE);
    this.body = new SlimElement(page, 0, 'BODY', NONE);
    this.add(this.documentElement);
    this.documentElement.add(this.head);
    this.documentElement.add(this.body);
    // The head is written after the body, so that neither of the two around them is one slice.
    this.documentElement.change();
  }

  createElement(tag: string): SlimElement {
    const element = new SlimElement(this.page, 0, tag.toUpperCase(), NONE);
    element.changed = true;
    return element;
  }
}

/** Puts the page together in the order its tags and its text go by. */
export class SlimPage {
  readonly #page: PageText = { text: '' };
  readonly document = new SlimDocument(this.#page);
  readonly #parts: string[] = [];
  #length = 0;
  #at = this.document.body;

  /** The element, empty; what follows stands in it when it is `enter`ed. */
  put(tag: string, attributes: readonly SlimAttribute[]): SlimElement {
    const element = new SlimElement(this.#page, this.#length, upperCase(tag), attributes);
    this.#at.add(element);
    return element;
  }

  enter(element: SlimElement): void {
    this.#at = element;
  }

  leave(): void {
    this.#at.end = this.#length;
    this.#at = this.#at.parentNode as SlimElement;
  }

  text(text: string): void {
    this.#parts.push(text);
    const start = this.#length;
    this.#length += text.length;
    const last = this.#at.lastChild;
    if (last !== null && last.nodeType === TEXT) last.end = this.#length;
    else this.#at.add(new SlimText(this.#page, start, this.#length));
  }

  element(tag: string, attributes: readonly SlimAttribute[], text: string): SlimElement {
    const element = this.put(tag, attributes);
    this.enter(element);
    this.text(text);
    this.leave();
    return element;
  }

  /** Nothing may be put after this. `writeHead` puts what stands in the head. */
  finish(writeHead: (page: SlimPage) => void): SlimDocument {
    const { body, head } = this.document;
    body.end = this.#length;
    head.start = this.#length;
    this.enter(head);
    writeHead(this);
    head.end = this.#length;
    this.#page.text = this.#parts.join('');
    this.document.title = head.getElementsByTagName('title')[0]?.textContent.trim() ?? '';
    return this.document;
  }
}

const UPPER = new Map<string, string>();

function upperCase(tag: string): string {
  const known = UPPER.get(tag);
  if (known !== undefined) return known;
  const upper = tag.toUpperCase();
  // A page may make up as many names as it likes.
  if (UPPER.size < 500) UPPER.set(tag, upper);
  return upper;
}
