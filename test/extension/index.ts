// Runs the bundled tests beside it with mocha, inside the extension host, and leaves the counts in a file. In the desktop edition VS Code
// calls `run`; in the server edition this is an extension that runs them once the editor has started (see scripts/editor/bundle-tests.mjs).
import Mocha from 'mocha';
import { readdirSync, realpathSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { format } from 'node:util';
import * as vscode from 'vscode';
import { screenshot } from './support/page';
import { openReport, type Report } from './support/report';

/** Starts the tests without making the editor wait for them. */
export function activate(): void {
  const report = openReport();
  report.start();
  void runMocha(report)
    .catch((error: unknown) => {
      report.line(format(error));
    })
    .finally(() => report.end());
}

/** Runs all the tests; rejects if any of them fails. */
export async function run(): Promise<void> {
  await runMocha(undefined);
}

async function runMocha(report: Report | undefined): Promise<void> {
  process.setSourceMapsEnabled(true);
  const mocha = new Mocha({
    color: process.env['ONEROSTER_TEST_COLOR'] === '1',
    forbidOnly: true,
    timeout: 60_000,
  });
  if (report) {
    Mocha.reporters.Base.consoleLog = (...values: unknown[]) => report.line(format(...values));
    mocha.rootHooks({ afterEach: pictureOfFailure(report) });
  }
  const tests = readdirSync(__dirname).filter((name) => name.endsWith('.test.js'));
  for (const name of tests.sort()) mocha.addFile(join(__dirname, name));
  const rejections = watchRejections();
  const stats = await new Promise<Mocha.Stats | undefined>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats));
    // After every test, so that a crash does not lose the counts.
    runner.on('test end', () => writeCounts(runner.stats, 0));
  });
  writeCounts(stats, rejections.size);
  if (rejections.size > 0) throw new Error(`Rejections that nothing handled:\n${[...rejections].join('\n')}`);
  if (stats?.failures !== 0) throw new Error('Not all editor tests passed.');
}

/** Collects rejections that the extension does not handle, which VS Code only logs; those of other extensions are not ours. */
function watchRejections(): ReadonlySet<string> {
  // A set, because mocha emits again what it has seen.
  const rejections = new Set<string>();
  const tested = vscode.extensions.getExtension('oneroster-tools.oneroster');
  const folder = tested ? join(realpathSync(tested.extensionPath), sep) : undefined;
  process.on('unhandledRejection', (reason) => {
    const stack = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
    const origin = stack.split('\n').find((line) => /^\s+at .*[\\/]/.test(line)) ?? '';
    if (folder && origin.includes(folder) && !origin.includes('node_modules')) rejections.add(stack);
  });
  return rejections;
}

function writeCounts(stats: Mocha.Stats | undefined, rejections: number): void {
  const file = process.env['ONEROSTER_TEST_COUNTS'];
  if (!file || !stats) return;
  const { passes: passed, failures, pending } = stats;
  writeFileSync(file, JSON.stringify({ passed, failed: failures + rejections, pending }));
}

function pictureOfFailure(report: Report) {
  return async function (this: Mocha.Context): Promise<void> {
    if (this.currentTest?.state !== 'failed') return;
    const words = this.currentTest.titlePath().join(' ').match(/\w+/g) ?? [];
    report.line(`      the page at that moment: ${await screenshot(`failed/${words.join('-')}`)}`);
  };
}
