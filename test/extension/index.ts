// Runs the bundled tests beside it with mocha, inside the extension host, and leaves the counts in a file. In the desktop edition VS Code
// calls `run`; in the server edition this is an extension that runs them once the editor has started (see scripts/editor/bundle-tests.mjs).
import Mocha from 'mocha';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import { hasPage, reportEnd, reportLine, screenshot } from './support/page';

/** Starts the tests without making the editor wait for them. */
export function activate(): void {
  void run().finally(reportEnd);
}

/** Runs all the tests; rejects if any of them fails. */
export async function run(): Promise<void> {
  process.setSourceMapsEnabled(true);
  if (hasPage()) Mocha.reporters.Base.consoleLog = (...values: unknown[]) => reportLine(format(...values));
  const mocha = new Mocha({
    color: process.env['ONEROSTER_TEST_COLOR'] === '1',
    forbidOnly: true,
    timeout: 60_000,
  });
  mocha.rootHooks({ afterEach: pictureOfFailure });
  const tests = readdirSync(__dirname).filter((name) => name.endsWith('.test.js'));
  for (const name of tests.sort()) mocha.addFile(join(__dirname, name));
  const failed = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    const report = () => writeCounts(runner.stats);
    // After every test, so that a crash does not lose the counts.
    runner.on('test end', report).on('end', report);
  });
  if (failed > 0) throw new Error(`${failed} editor tests failed.`);
}

function writeCounts(stats: Mocha.Stats | undefined): void {
  const file = process.env['ONEROSTER_TEST_COUNTS'];
  if (!file || !stats) return;
  writeFileSync(
    file,
    JSON.stringify({ passed: stats.passes, failed: stats.failures, pending: stats.pending }),
  );
}

async function pictureOfFailure(this: Mocha.Context): Promise<void> {
  if (this.currentTest?.state !== 'failed' || !hasPage()) return;
  const name = this.currentTest
    .titlePath()
    .join(' ')
    .replace(/[^\w]+/g, '-');
  reportLine(`      the page at that moment: ${await screenshot(`failed/${name}`)}`);
}
