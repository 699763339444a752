// Lets tests inside the extension host report, and act on the page that shows their editor: an HTTP endpoint on this machine only.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

/** @typedef {Readonly<Record<string, (...values: never[]) => unknown>>} Actions */

/**
 * Opens the bridge. Tests POST `{ "action": "press", "values": ["F1"] }` to its address and get `{ "value": … }` or `{ "error": "…" }`.
 * @param {import('./lifetime.mjs').Lifetime} lifetime closes it
 * @param {Promise<Actions>} actions requests wait for them
 * @returns {Promise<string>} its address, which no one else can guess
 */
export async function openBridge(lifetime, actions) {
  const path = `/${randomUUID()}`;
  const server = createServer((request, response) => {
    void answer(request.method === 'POST' && request.url === path ? request : undefined, actions).then(
      (said) => {
        response.setHeader('content-type', 'application/json').end(JSON.stringify(said));
      },
    );
  });
  await new Promise((resolve, reject) => {
    server.on('error', reject).listen(0, '127.0.0.1', () => resolve(undefined));
  });
  lifetime.own(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The bridge has no port.');
  return `http://127.0.0.1:${address.port}${path}`;
}

/**
 * @param {import('node:http').IncomingMessage | undefined} request
 * @param {Promise<Actions>} actions
 * @returns {Promise<{ value: unknown } | { error: string }>}
 */
async function answer(request, actions) {
  if (!request) return { error: 'This is not the address of the bridge.' };
  try {
    const { action, values } = JSON.parse(await text(request));
    const act = new Map(Object.entries(await actions)).get(action);
    if (!act) return { error: `There is no action "${action}".` };
    return { value: await act(.../** @type {never[]} */ (values)) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
