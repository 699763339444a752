import { connect, type Socket } from 'node:net';
import {
  cancelled,
  connectFailure,
  connectionTimeout,
  type ServerAddress,
} from '../../core/delivery/connection-errors';

interface OpenSocketOptions {
  readonly milliseconds: number;
  readonly signal: AbortSignal | undefined;
}

/**
 * Makes the TCP connection. It is made here and handed to the SSH library, so that each phase has its own time-out and
 * its own message, and so that a cancel can cut it at any moment.
 */
export function openSocket(
  server: ServerAddress,
  { milliseconds, signal }: OpenSocketOptions,
): Promise<Socket> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(cancelled());
      return;
    }
    // Where a name has several addresses, Node gives up on each after a quarter of a second: too soon for a far server.
    const socket = connect({ host: server.host, port: server.port, autoSelectFamilyAttemptTimeout: 2_500 });
    const timer = setTimeout(() => settle(connectionTimeout('connecting', server)), milliseconds);
    const onAbort = () => settle(cancelled());
    const onError = (error: NodeJS.ErrnoException) => settle(connectFailure(error.code, server));

    function settle(failure?: Error): void {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      socket.removeAllListeners('connect');
      socket.removeListener('error', onError);
      if (failure === undefined) {
        socket.setNoDelay(true);
        resolve(socket);
        return;
      }
      // A late error of a socket nobody waits for says nothing new.
      socket.on('error', () => undefined);
      socket.destroy();
      reject(failure);
    }

    signal?.addEventListener('abort', onAbort);
    socket.once('connect', () => settle());
    socket.once('error', onError);
  });
}
