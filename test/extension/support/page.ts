// The page that shows the editor these tests run in. Every action waits for what it needs, and fails with what was not there.
import * as vscode from 'vscode';
import assert from 'node:assert/strict';
import { ask, hasBridge, isRecord } from './bridge';

/** Like `describe`, for tests that act on the page. Where there is none they are reported as pending, saying so. */
export function describeWithPage(title: string, tests: (this: Mocha.Suite) => void): void {
  if (hasBridge()) describe(title, tests);
  else describe.skip(`${title} (needs the page, which the desktop edition does not have)`, tests);
}

/** Presses keys as Playwright names them: `F1`, `Enter`, `ControlOrMeta+Shift+M`. */
export async function press(keys: string): Promise<void> {
  await ask('press', keys);
}

/** Types into whatever has the focus. */
export async function type(text: string): Promise<void> {
  await ask('type', text);
}

/** Runs a command as a person does; the title is what the palette shows, with the category. */
export async function runFromPalette(title: string): Promise<void> {
  await ask('runFromPalette', title);
}

/** Opens a file of the folder by its name, or the end of its path. */
export async function openFile(name: string): Promise<void> {
  await ask('openFile', name);
}

/** A selector for what is in the page of a webview, such as a table's preview, which lies in two frames. */
export function inPreview(selector: string): string {
  const enter = 'internal:control=enter-frame';
  return `iframe.webview.ready >> ${enter} >> #active-frame >> ${enter} >> ${selector}`;
}

/** Clicks the first visible element that a CSS selector finds. */
export async function click(selector: string): Promise<void> {
  await ask('click', selector);
}

/** Points at the first visible element that a CSS selector finds. */
export async function hover(selector: string): Promise<void> {
  await ask('hover', selector);
}

/** Waits until the page, or an element that a CSS selector finds, shows a text. */
export async function waitForText(text: string, selector?: string): Promise<void> {
  await ask('waitForText', text, ...(selector === undefined ? [] : [selector]));
}

/** Waits until nothing that a CSS selector finds can be seen. */
export async function waitUntilGone(selector: string): Promise<void> {
  await ask('waitUntilGone', selector);
}

/** The texts of all elements that a CSS selector finds at this moment. */
export async function texts(selector: string): Promise<readonly string[]> {
  return strings(await ask('texts', selector));
}

/** Clicks the first visible element that a CSS selector finds in the page of an extension, a webview. */
export async function clickInWebview(selector: string): Promise<void> {
  await ask('clickInWebview', selector);
}

/** Presses keys at the first visible element that a CSS selector finds in a webview. */
export async function pressInWebview(selector: string, keys: string): Promise<void> {
  await ask('pressInWebview', selector, keys);
}

/** Waits until a webview, or an element of it that a CSS selector finds, shows a text. */
export async function waitForTextInWebview(text: string, selector?: string): Promise<void> {
  await ask('waitForTextInWebview', text, ...(selector === undefined ? [] : [selector]));
}

/** What keeps people from using the webview in view by keyboard, with a screen reader or in this theme; none where all is well. */
export async function auditWebview(): Promise<readonly string[]> {
  return strings(await ask('auditWebview'));
}

/** What has the focus in the webview in view, such as `input#filter`; empty where nothing has. */
export async function focusInWebview(): Promise<string> {
  return String(await ask('focusInWebview'));
}

/** The texts of all visible elements that a CSS selector finds in a webview at this moment. */
export async function textsInWebview(selector: string): Promise<readonly string[]> {
  return strings(await ask('textsInWebview', selector));
}

/** The lines of the Problems panel that are in view: files and problems, each on one line, such as `Message. [Ln 2, Col 1]`. */
export async function problemsPanel(): Promise<readonly string[]> {
  return strings(await ask('problemsPanel'));
}

/** Waits for a line in the Problems panel that holds a text. */
export async function waitForProblem(text: string): Promise<void> {
  await ask('waitForProblem', text);
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
  const shown = await ask('quickInput');
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
  await ask('pick', label);
}

/** Waits for a notification whose message holds a text. */
export async function waitForNotification(text: string): Promise<void> {
  await ask('waitForNotification', text);
}

/** The messages of the notifications in view at this moment. */
export async function notifications(): Promise<readonly string[]> {
  return strings(await ask('notifications'));
}

/** Takes all notifications away, and waits until none is seen: a late look must not take an old one for a new one. */
export async function clearNotifications(): Promise<void> {
  await vscode.commands.executeCommand('notifications.clearAll');
  await waitUntilGone('.notifications-toasts .notification-list-item');
}

/** Waits for a button of a notification and clicks it. */
export async function clickNotificationButton(label: string): Promise<void> {
  await ask('clickNotificationButton', label);
}

/** Waits for a modal dialog and reads its text. */
export async function dialog(): Promise<string> {
  return string(await ask('dialog'));
}

/** Waits for a button of a modal dialog and clicks it. */
export async function clickDialogButton(label: string): Promise<void> {
  await ask('clickDialogButton', label);
}

/** Takes a picture into out/editor/pictures, and returns its path. */
export async function screenshot(name: string): Promise<string> {
  return string(await ask('screenshot', name));
}

function string(value: unknown): string {
  assert.ok(typeof value === 'string');
  return value;
}

function strings(value: unknown): readonly string[] {
  assert.ok(Array.isArray(value));
  return value.map(string);
}
