// src/cli/report/html/page.generated.ts: the script and the style of the HTML report, made small, as text to put into the page.
import { pageSource } from '../page-source.mjs';

export const path = 'src/cli/report/html/page.generated.ts';

export function generate() {
  return pageSource('src/cli/report/html/page', 'scripts/generate/report-page.mjs');
}
