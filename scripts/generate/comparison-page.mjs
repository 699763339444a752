// src/extension/compare/page.generated.ts: the script and the style of a comparison's page, as text to put into it.
import { pageSource } from '../page-source.mjs';

export const path = 'src/extension/compare/page.generated.ts';

export function generate() {
  return pageSource('src/extension/compare/page', 'scripts/generate/comparison-page.mjs');
}
