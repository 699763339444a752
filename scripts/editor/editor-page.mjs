// What a person does on the editor's page and sees there, for pictures and for tests (which reach it through bridge.mjs).
import { mkdir } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import { auditPage, focusedElement } from './audit-page.mjs';
import { projectFolder } from './project.mjs';

const picturesFolder = join(projectFolder, 'out/editor/pictures');
/** All that is seen; what is only read aloud (.monaco-aria-container) is there before. */
const anyPart =
  '.monaco-workbench > :not(.monaco-aria-container), .context-view, .monaco-hover, .monaco-dialog-box';
const patience = 15_000;
const quickInput = '.quick-input-widget';
const quickItems = `${quickInput} .quick-input-list .monaco-list-row`;
const problems = '.markers-panel .monaco-list-row';
const toasts = '.notifications-toasts .notification-list-item';
const dialog = '.monaco-dialog-box';

/** @typedef {ReturnType<typeof onPage>} EditorPage */

/**
 * Opens an editor in a page of its own.
 * @param {import('./playwright').Browser} browser
 * @param {string} url
 * @param {{ theme?: 'light' | 'dark', width?: number, height?: number, pixelRatio?: number, prepare?: (page: import('./playwright').Page) => Promise<void> }} [options]
 *   `prepare` is called before the page is loaded
 * @returns {Promise<EditorPage>}
 */
export async function openEditorPage(browser, url, options = {}) {
  const { theme = 'light', width = 1400, height = 900, pixelRatio = 1, prepare } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    deviceScaleFactor: pixelRatio,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  await prepare?.(page);
  await page.goto(url, { timeout: 60_000 });
  await page.locator('.monaco-workbench .statusbar').waitFor({ timeout: 60_000 });
  return onPage(page);
}

/**
 * The actions. All of them wait for what they need, up to 15 s, and then fail with what was not there.
 * Keys are named as Playwright names them; `ControlOrMeta` is right on every system.
 * @param {import('./playwright').Page} page
 */
function onPage(page) {
  return {
    /** @param {string} keys */
    press: (keys) => page.keyboard.press(keys),
    /** @param {string} text */
    type: (text) => page.keyboard.type(text),
    /** @param {string} title with its category, as the command palette shows it */
    runFromPalette: (title) => runFromPalette(page, title),
    /** @param {string} name a file name, or the end of a path, that only one file has */
    openFile: (name) => openFile(page, name),
    /** Clicks the first element that a selector finds. @param {string} selector */
    click: (selector) => page.locator(selector).filter({ visible: true }).first().click(),
    /** Points at the first element that a selector finds. @param {string} selector */
    hover: (selector) => page.locator(selector).filter({ visible: true }).first().hover(),
    /** Waits until a part of the page shows a text. @param {string} text @param {string} [selector] */
    waitForText: (text, selector = anyPart) =>
      page.locator(selector).filter({ hasText: text, visible: true }).first().waitFor(),
    /** Waits until nothing that a selector finds can be seen. @param {string} selector */
    waitUntilGone: (selector) => waitUntilGone(page, selector),
    /** The texts of everything that a selector finds now. @param {string} selector */
    texts: (selector) => texts(page.locator(selector)),
    /** Clicks the first element that a selector finds in the page of an extension, a webview. @param {string} selector */
    clickInWebview: (selector) => inWebview(page, selector).first().click(),
    /** Presses keys at the first element that a selector finds in a webview. @param {string} selector @param {string} keys */
    pressInWebview: (selector, keys) => inWebview(page, selector).first().press(keys),
    /** Waits until a part of a webview shows a text. @param {string} text @param {string} [selector] */
    waitForTextInWebview: (text, selector = 'body') =>
      inWebview(page, selector).filter({ hasText: text }).first().waitFor(),
    /** The texts of everything that a selector finds in a webview now. @param {string} selector */
    textsInWebview: (selector) => texts(inWebview(page, selector)),
    /** What keeps people from using the webview in view; none where all is well. */
    auditWebview: () => inWebview(page, 'body').first().evaluate(auditPage),
    /** What has the focus in the webview in view, such as `input#filter`; empty where nothing has. */
    focusInWebview: () => inWebview(page, 'body').first().evaluate(focusedElement),
    /** The lines of the Problems panel that are in view, opening it if need be: files and problems, each in one line. */
    problemsPanel: () => problemsPanel(page),
    /** Waits for a problem in the Problems panel. @param {string} text a part of it */
    waitForProblem: (text) => waitForProblem(page, text),
    /** What the input box or the quick pick shows. */
    quickInput: () => readQuickInput(page),
    /** Chooses an item of the quick pick, and waits until that has made way for what comes next. @param {string} label */
    pick: (label) => pick(page, label),
    /** Waits for a notification. @param {string} text a part of its message */
    waitForNotification: (text) =>
      page.locator(toasts).filter({ hasText: text, visible: true }).first().waitFor(),
    /** The messages of the notifications in view. */
    notifications: () => texts(page.locator(`${toasts} .notification-list-item-message`)),
    /** @param {string} label */
    clickNotificationButton: (label) => exactly(page, `${toasts} .monaco-button`, label).click(),
    /** The text of the dialog in view. */
    dialog: async () => oneLine(await page.locator(`${dialog} .dialog-message-row`).innerText()),
    /** @param {string} label */
    clickDialogButton: (label) => exactly(page, `${dialog} .monaco-button`, label).click(),
    /** Takes a picture. @param {string} name a path, or a name for out/editor/pictures @returns its path */
    screenshot: (/** @type {string} */ name) => screenshot(page, name),
  };
}

/**
 * @param {import('./playwright').Page} page
 * @param {string} title
 */
async function runFromPalette(page, title) {
  const row = exactly(page, quickItems, title);
  const end = Date.now() + patience;
  for (;;) {
    await page.keyboard.press('F1');
    await page.locator(`${quickInput} input[type="text"]`).waitFor();
    await page.keyboard.type(title);
    // The palette lists the commands there were when it was opened, and the extension's may only just be coming.
    const found = await row.waitFor({ timeout: 2_000 }).then(
      () => true,
      () => false,
    );
    if (found) return row.click();
    await page.keyboard.press('Escape');
    if (Date.now() > end) throw new Error(`The command palette has no command "${title}".`);
  }
}

/**
 * @param {import('./playwright').Page} page
 * @param {string} name
 */
async function openFile(page, name) {
  await page.keyboard.press('ControlOrMeta+P');
  await page.locator(`${quickInput} input[type="text"]`).waitFor();
  await page.keyboard.type(name);
  await page.locator(quickItems).filter({ hasText: name }).first().waitFor();
  await page.keyboard.press('Enter');
  const tab = page.locator('.tabs-container .tab.active').filter({ hasText: name.split('/').pop() ?? name });
  await tab.waitFor();
  await waitUntilGone(page, quickInput);
}

/**
 * What a selector finds in the webview in view.
 * @param {import('./playwright').Page} page
 * @param {string} selector
 */
function inWebview(page, selector) {
  return page
    .frameLocator('iframe.webview.ready')
    .last()
    .frameLocator('iframe#active-frame')
    .locator(selector)
    .filter({ visible: true });
}

/** @param {import('./playwright').Page} page @param {string} selector */
async function waitUntilGone(page, selector) {
  await page.locator(selector).filter({ visible: true }).first().waitFor({ state: 'hidden' });
}

/** @param {import('./playwright').Page} page */
async function problemsPanel(page) {
  await showProblems(page);
  return texts(page.locator(problems));
}

/** @param {import('./playwright').Page} page @param {string} text */
async function waitForProblem(page, text) {
  await showProblems(page);
  await page.locator(problems).filter({ hasText: text }).first().waitFor();
}

/** @param {import('./playwright').Page} page */
async function showProblems(page) {
  const panel = page.locator('.markers-panel').first();
  if (!(await panel.isVisible())) await page.keyboard.press('ControlOrMeta+Shift+M');
  await panel.waitFor();
}

/** @param {import('./playwright').Page} page */
async function readQuickInput(page) {
  const widget = page.locator(quickInput);
  await widget.waitFor();
  const input = widget.locator('input[type="text"]');
  return {
    title: oneLine(await widget.locator('.quick-input-title').innerText()),
    placeholder: (await input.getAttribute('placeholder')) ?? '',
    value: await input.inputValue(),
    message: oneLine(await widget.locator('.quick-input-message').innerText()),
    items: await texts(page.locator(`${quickItems} .quick-input-list-label`)),
  };
}

/**
 * @param {import('./playwright').Page} page
 * @param {string} label
 */
async function pick(page, label) {
  const item = exactly(page, quickItems, label);
  await item.click();
  await item.waitFor({ state: 'hidden' });
}

/**
 * @param {import('./playwright').Page} page
 * @param {string} name
 */
async function screenshot(page, name) {
  const file = name.endsWith('.png') ? name : `${name}.png`;
  const path = isAbsolute(file) ? file : join(picturesFolder, file);
  await mkdir(dirname(path), { recursive: true });
  await page.screenshot({ path, animations: 'disabled' });
  return path;
}

/**
 * The first visible element that shows exactly this text.
 * @param {import('./playwright').Page} page
 * @param {string} selector
 * @param {string} text
 */
function exactly(page, selector, text) {
  return page.locator(selector).getByText(text, { exact: true }).filter({ visible: true }).first();
}

/** @param {import('./playwright').Locator} locator */
async function texts(locator) {
  return (await locator.allInnerTexts()).map(oneLine);
}

/** @param {string} text */
function oneLine(text) {
  return text.replace(/\s+/g, ' ').trim();
}
