// Reads from the log of an sshd how long a client is connected: from the server's first sight of it to its leaving.
import { performance } from 'node:perf_hooks';

const longestWait = 10_000;

/**
 * @typedef {object} ConnectionClock
 * @property {() => void} reset before a client is started
 * @property {() => Promise<number>} seconds how long it was connected, once it has left
 */

/**
 * @param {import('node:stream').Readable} log at the level VERBOSE
 * @returns {ConnectionClock}
 */
export function startConnectionClock(log) {
  /** @type {{ began?: number, ended?: number }} */
  let connection = {};
  log.on('data', (text) => {
    const now = performance.now();
    if (/^Connection from /m.test(text)) connection.began ??= now;
    if (/^(?:Disconnected from|Connection closed by|Connection reset by) /m.test(text))
      connection.ended = now;
  });
  return {
    reset: () => void (connection = {}),
    async seconds() {
      const latest = performance.now() + longestWait;
      while (performance.now() < latest) {
        const { began, ended } = connection;
        if (began !== undefined && ended !== undefined) return (ended - began) / 1000;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      throw new Error('The log of sshd does not say when the client came and left.');
    },
  };
}
