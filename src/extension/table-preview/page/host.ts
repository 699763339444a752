/** The editor that shows the page. */
export interface Editor {
  postMessage(message: object): void;
  getState(): unknown;
  setState(state: object): void;
}

declare function acquireVsCodeApi(): Editor;

export const connectEditor = acquireVsCodeApi;
