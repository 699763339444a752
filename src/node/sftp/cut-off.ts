import type { Socket } from 'node:net';

/** Cuts a connection, and waits until it is gone: some servers let in one at a time. */
export function cutOff(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    if (socket.closed) resolve();
    else socket.destroy().once('close', () => resolve());
  });
}
