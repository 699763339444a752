// The tree of rosters in the side bar, used with the mouse and its menus.
import { click, press, texts, waitForText, waitUntilGone } from './page';
import { until } from './until';

export const tree = '.pane-body .monaco-list-row';

/** The row of a node by the beginning of what a screen reader says of it. */
export function row(label: string): string {
  return `${tree}[aria-label^="${label}"]`;
}

/** Opens a node until another is in view. */
export async function expand(label: string, shows: string): Promise<void> {
  await waitForText('', row(label));
  await until(async () => {
    if ((await texts(row(shows))).length > 0) return true;
    const isCollapsed = (await texts(`${row(label)}[aria-expanded="false"]`)).length > 0;
    if (isCollapsed) await click(`${row(label)} .monaco-tl-twistie`);
    return false;
  }, `${label} to show ${shows}`);
}

/** Does what the menu of a node has, with the keyboard. */
export async function chooseFromMenu(label: string, command: string): Promise<void> {
  await click(row(label));
  await press('Shift+F10');
  const focused = '.monaco-menu .action-item.focused .action-label';
  await waitForText('', '.monaco-menu .action-label');
  await until(async () => {
    if ((await texts(`${focused}[aria-label="${command}"]`)).length > 0) return true;
    await press('ArrowDown');
    return false;
  }, `${command} to be reached`);
  await press('Enter');
  await waitUntilGone('.monaco-menu');
}
