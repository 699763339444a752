import { pageWindow } from '../../../page/dom';
import type { FromPage, ToPage } from './page-messages';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: string): void;
};

/** The editor that shows the page. */
export const host = acquireVsCodeApi();

export function onMessage(listener: (message: ToPage) => void): void {
  // Nobody else sends messages to this page.
  pageWindow.addEventListener('message', ({ data }) => listener(data as ToPage));
}

/** Does work once nothing has asked for it for a while, in milliseconds. */
export function afterPause(pause: number, work: () => void): () => void {
  let timer = 0;
  return () => {
    pageWindow.clearTimeout(timer);
    timer = pageWindow.setTimeout(work, pause);
  };
}
