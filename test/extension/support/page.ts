// The page that shows the editor these tests run in. Every action waits for what it needs, and fails with what was not there.
import assert from 'node:assert/strict';
import type { EditorPage } from '../../../scripts/editor/editor-page.mjs';

/** Whether there is a page to act on. In the desktop edition there is none. */
export function hasPage(): boolean {
  return bridge() !== undefined;
}

/** Like `describe`, for tests that act on the page. Where there is none they are reported as pending, saying so. */
export function describeWithPage(title: string, tests: (this: Mocha.Suite) => void): void {
  if (hasPage()) describe(title, tests);
  else describe.skip(`${title} (needs the page, which the desktop edition does not have)`, tests);
}

/** Presses keys as Playwright names them: `F1`, `Enter`, `ControlOrMeta+Shift+M`. */
export async function press(keys: string): Promise<void> {
  await act('press', keys);
}

/** Types into whatever has the focus. */
export async function type(text: string): Promise<void> {
  await act('type', text);
}

/** Runs a command as a person does; the title is what the palette shows, with the category. */
export async function runFromPalette(title: string): Promise<void> {
  await act('runFromPalette', title);
}

/** Opens a file of the folder by its name, or the end of its path. */
export async function openFile(name: string): Promise<void> {
  await act('openFile', name);
}

/** Clicks the first visible element that a CSS selector finds. */
export async function click(selector: string): Promise<void> {
  await act('click', selector);
}

/** Points at the first visible element that a CSS selector finds. */
export async function hover(selector: string): Promise<void> {
  await act('hover', selector);
}

/** Waits until the page, or an element that a CSS selector finds, shows a text. */
export async function waitForText(text: string, selector?: string): Promise<void> {
  await act('waitForText', text, ...(selector === undefined ? [] : [selector]));
}

/** Waits until nothing that a CSS selector finds can be seen. */
export async function waitUntilGone(selector: string): Promise<void> {
  await act('waitUntilGone', selector);
}

/** The texts of all elements that a CSS selector finds at this moment. */
export async function texts(selector: string): Promise<readonly string[]> {
  return strings(await act('texts', selector));
}

/** The lines of the Problems panel that are in view: files and problems, each on one line, such as `Message. [Ln 2, Col 1]`. */
export async function problemsPanel(): Promise<readonly string[]> {
  return strings(await act('problemsPanel'));
}

/** Waits for a line in the Problems panel that holds a text. */
export async function waitForProblem(text: string): Promise<void> {
  await act('waitForProblem', text);
}

/** What an input box or quick pick shows. */
export interface QuickInput {
  readonly title: string;
  readonly placeholder: string;
  readonly value: string;
  readonly message: string;
  readonly items: readonly string[];
}

/** Waits for an input box or quick pick, and reads it. */
export async function quickInput(): Promise<QuickInput> {
  const shown = await act('quickInput');
  assert.ok(isRecord(shown));
  const { title, placeholder, value, message, items } = shown;
  return {
    title: string(title),
    placeholder: string(placeholder),
    value: string(value),
    message: string(message),
    items: strings(items),
  };
}

/** Chooses the item of a quick pick that has this label. */
export async function pick(label: string): Promise<void> {
  await act('pick', label);
}

/** Waits for a notification whose message holds a text. */
export async function waitForNotification(text: string): Promise<void> {
  await act('waitForNotification', text);
}

/** The messages of the notifications in view at this moment. */
export async function notifications(): Promise<readonly string[]> {
  return strings(await act('notifications'));
}

/** Waits for a button of a notification and clicks it. */
export async function clickNotificationButton(label: string): Promise<void> {
  await act('clickNotificationButton', label);
}

/** Waits for a modal dialog and reads its text. */
export async function dialog(): Promise<string> {
  return string(await act('dialog'));
}

/** Waits for a button of a modal dialog and clicks it. */
export async function clickDialogButton(label: string): Promise<void> {
  await act('clickDialogButton', label);
}

/** Takes a picture into out/editor/pictures, and returns its path. */
export async function screenshot(name: string): Promise<string> {
  return string(await act('screenshot', name));
}

let reported: Promise<unknown> = Promise.resolve();

/** Prints a line in the terminal of the person who runs the tests, after those before it. */
export function reportLine(line: string): void {
  reported = reported.then(() => act('reportLine', line));
}

/** Tells the runner that the tests are done, once all lines are there. */
export async function reportEnd(): Promise<void> {
  await reported;
  await act('reportEnd');
}

function bridge(): string | undefined {
  return process.env['ONEROSTER_TEST_BRIDGE'];
}

async function act(
  action: keyof EditorPage | 'reportLine' | 'reportEnd',
  ...values: readonly string[]
): Promise<unknown> {
  const address = bridge();
  if (!address) throw new Error(`There is no page for "${action}": put this test into describeWithPage.`);
  const response = await fetch(address, { method: 'POST', body: JSON.stringify({ action, values }) });
  const answer: unknown = await response.json();
  assert.ok(isRecord(answer));
  if (typeof answer['error'] === 'string')
    throw new Error(`${action}(${values.join(', ')}): ${answer['error']}`);
  return answer['value'];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function string(value: unknown): string {
  assert.ok(typeof value === 'string');
  return value;
}

function strings(value: unknown): readonly string[] {
  assert.ok(Array.isArray(value));
  return value.map(string);
}
