// src/extension/table-preview/page.generated.ts: the script and the style of a table's preview, made small, as text to put into the page.
import { pageSource } from '../page-source.mjs';

export const path = 'src/extension/table-preview/page.generated.ts';

export function generate() {
  return pageSource('src/extension/table-preview/page', 'scripts/generate/table-preview-page.mjs');
}
