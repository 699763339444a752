// npm run pictures: takes the README's pictures from the real thing, the sample district in a real VS Code. With `--look DIR` they
// go there instead, for a look.
import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { openBrowser } from './editor/browser.mjs';
import { buildExtension } from './editor/bundle-tests.mjs';
import { openEditorPage } from './editor/editor-page.mjs';
import { startEditor } from './editor/host.mjs';
import { openLifetime } from './editor/lifetime.mjs';
import { projectFolder } from './editor/project.mjs';
import { takeReportPicture } from './pictures/html-report.mjs';
import { openPractice } from './practice/district.mjs';
import { applyCorrections, readCorrections } from './sample-district/corrections.mjs';

const look = process.argv.indexOf('--look');
const folder = look < 0 ? join(projectFolder, 'docs/pictures') : resolve(process.argv[look + 1] ?? '.');

const lifetime = openLifetime();
try {
  await mkdir(folder, { recursive: true });
  await buildExtension();
  const practice = await openPractice(lifetime, join(projectFolder, '.cache/pictures'));
  const editor = await startEditor(lifetime, {
    folder: practice.district,
    extensionPath: projectFolder,
    userSettings: { 'editor.minimap.enabled': false },
  });
  const browser = await openBrowser(lifetime);
  await takeReport(browser, practice.district);
  const page = await openEditorPage(browser, editor.url, { width: 1280, height: 800 });
  try {
    await takePictures(page, practice);
  } catch (error) {
    await page.screenshot(join(folder, 'failed.png'));
    throw error;
  }
  console.log(`The pictures are in ${folder}.`);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await lifetime.end();
}

/**
 * @param {import('./editor/editor-page.mjs').EditorPage} page
 * @param {import('./practice/district.mjs').Practice} practice
 */
async function takePictures(page, practice) {
  const take = (/** @type {string} */ name) => page.screenshot(join(folder, `${name}.png`));

  await page.openFile('users.csv');
  await page.waitForProblem('8/17/2026');
  await page.click('.markers-panel .monaco-list-row');
  await page.press('End');
  await page.click('.markers-panel .monaco-list-row:has-text("techer")');
  await page.waitForText('techer', '.view-line');
  await take('problems');

  await takeExplorer(page);
  await page.press('ControlOrMeta+J');
  await page.openFile('enrollments.csv');
  await page.press('ControlOrMeta+G');
  await page.type('14:34');
  await page.press('Enter');
  await page.press('ControlOrMeta+K');
  await page.press('ControlOrMeta+I');
  await page.waitForText('record', '.monaco-hover');
  await take('hover');
  await page.press('Escape');

  await applyCorrections(
    practice.district,
    await readCorrections(join(projectFolder, 'examples/sample-district.corrections.json')),
  );
  await forgetTarget(practice.district);
  await page.runFromPalette('OneRoster: Package & Upload');
  await page.waitForText('Connect to SFTP Server', '.quick-input-title');
  await page.type(`${practice.url}/`);
  await page.press('Enter');
  for (const prompt of ['Port', 'User name', 'Folder on the server', 'Password']) {
    await page.waitForText(prompt, '.quick-input-widget');
    await page.press('Enter');
  }
  await page.waitForText('Password', '.quick-input-message');
  await page.type(practice.password);
  await page.press('Enter');
  await page.waitForText('Is this the right server?', '.monaco-dialog-box');
  await take('host-key');
  await page.clickDialogButton('Trust and Continue');
  await page.waitForText('for the first time?', '.monaco-dialog-box');
  await page.clickDialogButton('Deliver');
  await page.waitForNotification('OneRoster.zip (');
  await take('uploaded');
  await takePages(page);
}

/** Whole pages, without what lies beside them. @param {import('./editor/editor-page.mjs').EditorPage} page */
async function takePages(page) {
  const clear = () => page.runFromPalette('Notifications: Clear All Notifications');
  await clear();
  await page.runFromPalette('View: Close All Editors');
  await page.runFromPalette('OneRoster: Preview Import');
  await page.waitForTextInWebview('Larkspur Valley High School');
  await page.screenshot(join(folder, 'import-preview.png'));
  await page.runFromPalette('View: Close All Editors');
  await page.runFromPalette('OneRoster: Roster Report');
  await page.waitForTextInWebview('Larkspur Valley High School');
  await page.waitForNotification('no names of people');
  await clear();
  await page.screenshot(join(folder, 'roster-report.png'));
  await page.runFromPalette('View: Close All Editors');
  await page.runFromPalette('Welcome: Open Walkthrough...');
  await page.type('Your first roster');
  await page.waitForText('Your first roster', '.quick-input-list');
  await page.press('Enter');
  await page.waitForText('Open the sample', '.getting-started-step');
  await page.screenshot(join(folder, 'first-steps.png'));
}

/** @param {import('./editor/editor-page.mjs').EditorPage} page */
async function takeExplorer(page) {
  const row = (/** @type {string} */ label) => `.pane-body .monaco-list-row[aria-label^="${label}"]`;
  const expand = (/** @type {string} */ label) => page.click(`${row(label)} .monaco-tl-twistie`);
  await page.runFromPalette('View: Show OneRoster');
  for (const label of [
    'Targets,',
    'practice,',
    'Schools,',
    'Larkspur Valley High School,',
    'Algebra I (Section 1),',
  ]) {
    await page.waitForText('', row(label));
    await expand(label);
  }
  await page.click(row('Ibáñez, Elena,'));
  await page.screenshot(join(folder, 'explorer.png'));
  await page.runFromPalette('View: Show Explorer');
}

/**
 * @param {import('./editor/playwright').Browser} browser
 * @param {string} district
 */
async function takeReport(browser, district) {
  const report = join(district, '..', 'report.html');
  const program = join(projectFolder, 'dist/cli.js');
  const args = [
    program,
    'validate',
    basename(district),
    '--format',
    'html',
    '--output',
    report,
    '--fail-on',
    'never',
  ];
  await promisify(execFile)(process.execPath, args, { cwd: join(district, '..') });
  await takeReportPicture(browser, { report, picture: join(folder, 'report.png'), height: 900 });
}

/** @param {string} district */
async function forgetTarget(district) {
  const path = join(district, 'oneroster.config.json');
  const { profile } = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, `${JSON.stringify({ profile }, undefined, 2)}\n`);
}
