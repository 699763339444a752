// The few parts of the browser that the page uses. The browser's own types are not loaded, because the rest of the program
// must not lean on them.

export interface PageElement {
  textContent: string | null;
  className: string;
  hidden: boolean;
  open: boolean;
  disabled: boolean;
  append(...nodes: (PageElement | string)[]): void;
  replaceChildren(...nodes: (PageElement | string)[]): void;
  remove(): void;
  focus(): void;
  setAttribute(name: string, value: string): void;
  addEventListener(type: string, listener: () => void): void;
}

interface PageDocument {
  createElement(name: string): PageElement;
  getElementById(id: string): PageElement | null;
}

declare const document: PageDocument;
declare const window: {
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
};
declare function acquireVsCodeApi(): { postMessage(message: unknown): void };

export const host = acquireVsCodeApi();
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

/** A button that does something. */
export function button(className: string, label: string, act: () => void): PageElement {
  const element = make('button', className, label);
  element.setAttribute('type', 'button');
  element.addEventListener('click', act);
  return element;
}

/** `1 record`, `1,204 records`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}
