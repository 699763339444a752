// src/extension/preview/page.generated.ts: the script and the style of the page that previews an import, made small, as text.
import { bundledPage } from './report-page.mjs';

export const path = 'src/extension/preview/page.generated.ts';

export function generate() {
  return bundledPage('src/extension/preview/page', 'scripts/generate/preview-page.mjs');
}
