// The way from a test in the extension host to the runner outside, which prints, and acts on the page (scripts/editor/bridge.mjs).
import type { EditorPage } from '../../../scripts/editor/editor-page.mjs';

type Action = keyof EditorPage | 'reportStart' | 'reportLine' | 'reportEnd';

/** Whether there is a runner to ask. In the desktop edition there is none, and no page. */
export function hasBridge(): boolean {
  return address() !== undefined;
}

/** Has the runner do something; rejects with what went wrong there. */
export async function ask(action: Action, ...values: readonly string[]): Promise<unknown> {
  const bridge = address();
  if (!bridge) throw new Error(`There is no page for "${action}": put this test into describeWithPage.`);
  const response = await fetch(bridge, { method: 'POST', body: JSON.stringify({ action, values }) });
  const answer: unknown = await response.json();
  if (!isRecord(answer)) throw new Error(`The runner gave no answer to "${action}".`);
  const { error, value } = answer;
  if (typeof error === 'string') throw new Error(`${action}(${values.join(', ')}): ${error}`);
  return value;
}

/** Narrows what has come from outside to an object. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function address(): string | undefined {
  return process.env['ONEROSTER_TEST_BRIDGE'];
}
