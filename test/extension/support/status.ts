// What the status bar says of rosters, for waits that may be longer than the page's own.
import { texts } from './page';
import { until } from './until';

/** Whether the status bar shows a text now. */
export async function isInStatus(text: string): Promise<boolean> {
  return (await texts('.statusbar-item')).some((item) => item.includes(text));
}

/** Waits until the status bar shows a text. */
export async function untilStatus(text: string, patience?: number): Promise<void> {
  await until(() => isInStatus(text), `the status bar to show "${text}"`, patience);
}
