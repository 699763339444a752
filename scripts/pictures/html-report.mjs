// A picture of the HTML report, as a browser shows it.
import { pathToFileURL } from 'node:url';

/**
 * Opens a report and takes a picture of its upper part, with one rule open.
 * @param {import('../editor/playwright').Browser} browser
 * @param {{ report: string, picture: string, rule?: string, theme?: 'light' | 'dark', width?: number, height?: number, pixelRatio?: number }} options
 *   `report` and `picture` are paths; `rule` is the id of the rule to open
 */
export async function takeReportPicture(browser, options) {
  const { report, picture, rule, theme = 'light', width = 1280, height = 1100, pixelRatio = 1 } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    deviceScaleFactor: pixelRatio,
  });
  const page = await context.newPage();
  const address = pathToFileURL(report).href;
  await page.goto(rule === undefined ? address : `${address}#rule-${rule}`);
  await page.locator('#filter').waitFor();
  if (rule !== undefined) await page.locator(`#rule-${rule} table`).first().waitFor();
  // The fragment has opened the rule and scrolled to it; the picture begins at the top.
  await page.goto(`${address}#top`);
  await page.screenshot({ path: picture, animations: 'disabled' });
}
