// Makes a server on this machine a distant one: what comes from either side is passed on a while later, as much of it as there is.
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { performance } from 'node:perf_hooks';

/** Bytes on their way in one direction. Far more than a client sends without an answer; it only keeps memory in bounds. */
const mostOnTheWay = 64 * 1024 * 1024;

/**
 * @param {number} port of the server, on this machine
 * @param {number} delay milliseconds in each direction
 * @param {import('../../scripts/editor/lifetime.mjs').Lifetime} lifetime whose end is the proxy's, too
 * @returns {Promise<number>} the port to connect to
 */
export async function startLatencyProxy(port, delay, lifetime) {
  /** @type {Set<import('node:net').Socket>} */
  const open = new Set();
  const options = { allowHalfOpen: true, noDelay: true };
  const server = createServer(options, (near) => {
    const far = connect({ ...options, host: '127.0.0.1', port });
    for (const [from, to] of /** @type {const} */ ([
      [near, far],
      [far, near],
    ])) {
      open.add(from);
      from.on('error', () => to.destroy()).on('close', () => open.delete(from));
      passOnLater(from, to, delay);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  lifetime.own(() => {
    server.close();
    for (const socket of open) socket.destroy();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.');
  return address.port;
}

/**
 * @param {import('node:net').Socket} from
 * @param {import('node:net').Socket} to
 * @param {number} delay
 */
function passOnLater(from, to, delay) {
  /** What is on its way, the oldest first; the end of the connection has no bytes. @type {{ due: number, bytes?: Buffer }[]} */
  const queue = [];
  let onTheWay = 0;
  from.on('data', (bytes) => {
    onTheWay += bytes.length;
    if (onTheWay > mostOnTheWay) from.pause();
    send({ due: performance.now() + delay, bytes });
  });
  from.on('end', () => send({ due: performance.now() + delay }));

  /** @param {typeof queue[number]} item */
  function send(item) {
    if (queue.push(item) === 1) setTimeout(deliver, delay);
  }

  function deliver() {
    const now = performance.now();
    while (queue[0] !== undefined && queue[0].due <= now) {
      const { bytes } = queue[0];
      queue.shift();
      if (bytes === undefined) to.end();
      else to.write(bytes);
      onTheWay -= bytes?.length ?? 0;
    }
    if (from.isPaused() && onTheWay <= mostOnTheWay) from.resume();
    if (queue[0] !== undefined) setTimeout(deliver, queue[0].due - now);
  }
}
