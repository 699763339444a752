// The HTML report as a browser shows it. The browser is the one that the editor's tests use.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as BrowserModule from '../../../scripts/editor/browser.mjs';
import { openLifetime } from '../../../scripts/editor/lifetime.mjs';
import type { Browser, Page } from '../../../scripts/editor/playwright';
import { formatHtml } from '../../../src/cli/report/html/html-format';
import type { RosterReport } from '../../../src/cli/report/roster-report';
import type { LocatedProblem } from '../../../src/core/validate-roster';
import { formatJunit } from '../../../src/cli/report/junit-format';
import { inTemporaryFolder } from '../../node/support/temporary-folder';
import { everyBadRole, manyBadRoles, reportOf, reportOfFolder, write } from './support/report-of';

describe('HTML report in a browser', function () {
  this.timeout(240_000);
  const lifetime = openLifetime();
  const opened: { browser?: Browser } = {};

  before(async () => {
    // Where its files lie is counted from its own place, so it is not bundled.
    const path = pathToFileURL(resolve('scripts/editor/browser.mjs')).href;
    const { openBrowser } = (await import(path)) as typeof BrowserModule;
    opened.browser = await openBrowser(lifetime);
  });

  after(() => lifetime.end());

  it('shows totals, and draws the places of a cause when it is opened', async () => {
    const report = await reportOfFolder('examples/sample-district');
    await withPage(write(formatHtml, [report]), async (page) => {
      assert.equal(await page.locator('.totals .error dd').innerText(), String(report.totals.error));
      assert.equal(await result(page), whole(report));
      assert.equal(await page.locator('table').count(), 0);
      await page.locator('#rule-dangling-reference > summary').click();
      const cells = page.locator('#rule-dangling-reference td');
      await cells.first().waitFor();
      assert.deepEqual(await cells.allInnerTexts(), [
        'enrollments.csv:623:11 and 2 more',
        '623',
        'classSourcedId',
      ]);
    });
  });

  it('filters by severity, by a bar of a chart and by words, and says how much is left', async () => {
    const report = await reportOfFolder('examples/sample-district');
    const { problems } = report;
    await withPage(write(formatHtml, [report]), async (page) => {
      await page.locator('.toggle.error input').click();
      const others = problems.filter(({ severity }) => severity !== 'error');
      assert.equal(await result(page), part(others, report));
      const rules = new Set(others.map(({ rule }) => rule));
      assert.equal(await page.locator('.rule').filter({ visible: true }).count(), rules.size);
      await page.locator('#clear').click();
      assert.equal(await result(page), whole(report));
      await page.locator('svg a[data-value="users.csv"]').click();
      assert.equal(await page.locator('#file').inputValue(), 'users.csv');
      const inUsers = problems.filter(({ file }) => file === 'users.csv');
      assert.equal(await result(page), part(inUsers, report));
      await page.locator('#search').click();
      await page.keyboard.type('FAMILYNAME');
      const named = inUsers.filter(({ field }) => field === 'familyName');
      assert.equal(await result(page), part(named, report));
      await page.locator('#rule-required-value td').first().waitFor();
      await page.keyboard.type(' is not there');
      assert.equal(await result(page), part([], report));
    });
  });

  it('has values neither to see nor to find, unless asked', async () => {
    const report = await reportOfFolder('examples/sample-district');
    const wrong = report.problems.filter(({ value }) => value === 'techer');
    assert.equal(wrong.length, 1);
    for (const showValues of [false, true]) {
      const html = write(formatHtml, [report], { showValues });
      assert.equal(html.includes('techer'), showValues);
      await withPage(html, async (page) => {
        await page.locator('#search').click();
        await page.keyboard.type('techer');
        assert.equal(await result(page), part(showValues ? wrong : [], report));
      });
    }
  });

  it('stays quick with very many problems: a hundred rows at a time', async () => {
    const report = reportOf(manyBadRoles(5000), everyBadRole);
    await withPage(write(formatHtml, [report]), async (page) => {
      assert.equal(await page.locator('.totals .error dd').innerText(), '5,000');
      const rule = page.locator('#rule-invalid-value');
      await rule.locator('summary').first().click();
      const rows = rule.locator('tbody tr');
      await rows.first().waitFor();
      assert.equal(await rows.count(), 100);
      await rule.locator('.more').click();
      assert.equal(await rows.count(), 200);
      assert.match(await rule.locator('.more').innerText(), /800 left/);
    });
  });

  it('runs under its own policy, and takes nothing from a file for a part of itself', async () => {
    const hostile = reportOf(
      '=== orgs.csv\nsourcedId,name,type\no1,North,<b id=evil>"</script><b id=evil>"\n',
    );
    await withPage(write(formatHtml, [hostile], { showValues: true }), async (page) => {
      assert.match(await result(page), /^\d+ places?, /);
      assert.equal(await page.locator('#evil').count(), 0);
      // With a style that the policy refuses the filter would not be a row.
      assert.ok(await page.locator('.filter').isVisible());
    });
  });

  it('reads the JUnit report as XML', async () => {
    const report = await reportOfFolder('test/rosters/broken-csv');
    const xml = write(formatJunit, [report], { showValues: true });
    await withPage(
      xml,
      async (page) => {
        assert.equal(await page.locator('parsererror').count(), 0);
        assert.equal(await page.locator('testcase').count(), xml.match(/<testcase /g)?.length);
      },
      'report.xml',
    );
  });

  async function withPage(
    content: string,
    look: (page: Page) => Promise<void>,
    name = 'report.html',
  ): Promise<void> {
    await inTemporaryFolder(async (folder) => {
      const path = join(folder, name);
      await writeFile(path, content);
      const context = await opened.browser?.newContext({ viewport: { width: 1200, height: 900 } });
      assert.ok(context !== undefined);
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      await page.goto(pathToFileURL(path).href);
      await look(page);
    });
  }

  async function result(page: Page): Promise<string> {
    await page.locator('#filter').waitFor();
    return page.locator('#result').innerText();
  }
});

/** What the page says when the filter lets everything through. */
function whole({ totals }: RosterReport): string {
  return `${String(totalOf(totals))} places, ${String(Object.keys(totals.byRule).length)} rules`;
}

/** What the page says when the filter lets these problems through. */
function part(problems: readonly LocatedProblem[], { totals }: RosterReport): string {
  const places = problems.reduce((sum, { count }) => sum + count, 0);
  const rules = new Set(problems.map(({ rule }) => rule)).size;
  return `${String(places)} of ${String(totalOf(totals))} places, ${String(rules)} ${rules === 1 ? 'rule' : 'rules'}`;
}

function totalOf({ error, warning, information }: RosterReport['totals']): number {
  return error + warning + information;
}
