// The few parts of the browser that our pages use. The browser's own types are not loaded, because the rest of the program must not
// lean on them.

export interface PageElement {
  id: string;
  textContent: string | null;
  className: string;
  title: string;
  hidden: boolean;
  open: boolean;
  disabled: boolean;
  value: string;
  checked: boolean;
  scrollTop: number;
  scrollLeft: number;
  readonly clientHeight: number;
  readonly clientWidth: number;
  readonly offsetHeight: number;
  readonly offsetLeft: number;
  readonly offsetWidth: number;
  readonly dataset: Record<string, string | undefined>;
  readonly style: { setProperty(name: string, value: string): void };
  append(...nodes: (PageElement | string)[]): void;
  replaceChildren(...nodes: (PageElement | string)[]): void;
  remove(): void;
  focus(): void;
  scrollIntoView(): void;
  addEventListener(type: string, listener: (event: PageEvent) => void): void;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  closest(selector: string): PageElement | null;
}

export interface PageEvent {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly data: unknown;
  readonly target: PageElement;
  preventDefault(): void;
}

interface PageDocument {
  createElement(name: string): PageElement;
  getElementById(id: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

interface PageWindow {
  addEventListener(type: string, listener: (event: PageEvent) => void): void;
  setTimeout(work: () => void, milliseconds: number): number;
  clearTimeout(timer: number | undefined): void;
  requestAnimationFrame(work: () => void): number;
}

declare const document: PageDocument;
declare const window: PageWindow;

export const page = document;
export const pageWindow = window;

export function byId(id: string): PageElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no #${id}.`);
  return found;
}

/** A new element with a class and content. */
export function make(name: string, className: string, ...content: (PageElement | string)[]): PageElement {
  const element = document.createElement(name);
  if (className !== '') element.className = className;
  element.append(...content);
  return element;
}
