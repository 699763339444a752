import { page } from '../../../../page/dom';

declare const location: { readonly hash: string };

export const pageLocation = location;

/** What lies in the page as data. */
export function readData(id: string): unknown {
  return JSON.parse(page.getElementById(id)?.textContent ?? '[]');
}
