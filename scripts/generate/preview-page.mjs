// src/extension/preview/page.generated.ts: the script and the style of the page that previews an import, made small, as text.
import { pageSource } from '../page-source.mjs';

export const path = 'src/extension/preview/page.generated.ts';

export function generate() {
  return pageSource('src/extension/preview/page', 'scripts/generate/preview-page.mjs');
}
