import { RosterError } from '../core/errors';
import { throwIfCancelled } from '../node/cancel';
import type { CliContext } from './terminal';

const longest = 64 * 1024;

/** The first line of a stream, without its line end. Throws `usage` where it is empty or has no end, and `cancelled`. */
export async function readSecret(
  stream: CliContext['stdin'],
  signal: AbortSignal | undefined,
): Promise<string> {
  const stop = () => stream.destroy();
  signal?.addEventListener('abort', stop, { once: true });
  let text = '';
  try {
    for await (const piece of stream) {
      text += String(piece);
      if (text.includes('\n') || text.length > longest) break;
    }
  } catch (error) {
    throwIfCancelled(signal);
    throw error;
  } finally {
    signal?.removeEventListener('abort', stop);
  }
  const [line = ''] = text.split(/\r?\n/);
  if (line !== '' && line.length <= longest) return line;
  throw new RosterError(
    'usage',
    'Standard input holds no password.',
    'Pipe the password in, on one line, or put it into ONEROSTER_SFTP_PASSWORD.',
  );
}
