// The few parts of the browser that the page uses. The browser's own types are not loaded, because the rest of the program
// must not lean on them.

export interface PageElement {
  textContent: string | null;
  className: string;
  hidden: boolean;
  open: boolean;
  value: string;
  checked: boolean;
  readonly dataset: Record<string, string | undefined>;
  append(...nodes: (PageElement | string)[]): void;
  replaceChildren(...nodes: (PageElement | string)[]): void;
  remove(): void;
  addEventListener(type: string, listener: (event: { preventDefault(): void }) => void): void;
  setAttribute(name: string, value: string): void;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  scrollIntoView(): void;
}

interface PageDocument {
  createElement(name: string): PageElement;
  getElementById(id: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

declare const document: PageDocument;
declare const window: { addEventListener(type: string, listener: () => void): void };
declare const location: { readonly hash: string };

export const page: PageDocument = document;
export const pageWindow = window;
export const pageLocation = location;

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

/** What lies in the page as data. */
export function readData(id: string): unknown {
  return JSON.parse(document.getElementById(id)?.textContent ?? '[]');
}
