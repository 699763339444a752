// The few parts of the browser that the page uses. The browser's own types are not loaded, because the rest of the program
// must not lean on them.
import type { FromPage, ToPage } from './page-messages';

export interface PageElement {
  textContent: string | null;
  className: string;
  hidden: boolean;
  value: string;
  append(...nodes: (PageElement | string)[]): void;
  replaceChildren(...nodes: (PageElement | string)[]): void;
  addEventListener(type: string, listener: () => void): void;
  setAttribute(name: string, value: string): void;
  focus(): void;
}

interface PageDocument {
  createElement(name: string): PageElement;
  getElementById(id: string): PageElement | null;
}

declare const document: PageDocument;
declare const window: {
  addEventListener(type: 'message', listener: (event: { readonly data: ToPage }) => void): void;
};
declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: string): void;
};
declare function setTimeout(work: () => void, milliseconds: number): number;
declare function clearTimeout(timer: number): void;

export const host = acquireVsCodeApi();

export function onMessage(listener: (message: ToPage) => void): void {
  window.addEventListener('message', ({ data }) => listener(data));
}

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

/** Does work once nothing has asked for it for a while, in milliseconds. */
export function afterPause(pause: number, work: () => void): () => void {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(work, pause);
  };
}
