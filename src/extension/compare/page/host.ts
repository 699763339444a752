import { make, type PageElement } from '../../../page/dom';

declare function acquireVsCodeApi(): { postMessage(message: unknown): void };

/** The editor that shows the page. */
export const host = acquireVsCodeApi();

/** A button that does something. */
export function button(className: string, label: string, act: () => void): PageElement {
  const element = make('button', className, label);
  element.setAttribute('type', 'button');
  element.addEventListener('click', act);
  return element;
}
