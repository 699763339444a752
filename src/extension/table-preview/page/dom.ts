// The few parts of the browser that the page uses. The browser's own types are not loaded, because the rest of the program
// must not lean on them.

export interface PageElement {
  id: string;
  textContent: string | null;
  className: string;
  title: string;
  hidden: boolean;
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
  addEventListener(type: string, listener: (event: PageEvent) => void): void;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  querySelectorAll(selector: string): Iterable<PageElement>;
  closest(selector: string): PageElement | null;
  focus(): void;
}

export interface PageEvent {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly data: unknown;
  readonly target: PageElement;
  preventDefault(): void;
}

/** The editor that shows the page. */
export interface Editor {
  postMessage(message: object): void;
  getState(): unknown;
  setState(state: object): void;
}

declare const document: {
  createElement(name: string): PageElement;
  getElementById(id: string): PageElement | null;
};
declare const window: {
  addEventListener(type: string, listener: (event: PageEvent) => void): void;
  setTimeout(work: () => void, milliseconds: number): number;
  clearTimeout(timer: number | undefined): void;
  requestAnimationFrame(work: () => void): number;
};
declare function acquireVsCodeApi(): Editor;

export const pageWindow = window;
export const connectEditor = acquireVsCodeApi;

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
