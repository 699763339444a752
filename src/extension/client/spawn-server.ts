import { spawn } from 'node:child_process';
import type { LogOutputChannel } from 'vscode';
import { StreamMessageReader, StreamMessageWriter, type MessageTransports } from 'vscode-languageclient/node';
import { decodeInTurns } from './decode-in-turns';
import { encodeInTurns } from './encode-in-turns';

export interface SpawnedServer {
  readonly transports: MessageTransports;
  /** Ends the process if it still runs. */
  kill(): void;
}

/** Starts the server's program; it speaks by its standard streams, and ends when they do. */
export async function spawnServer(module: string, log: LogOutputChannel): Promise<SpawnedServer> {
  const server = spawn(process.execPath, [module, '--stdio'], {
    // In the desktop edition, the editor's own program is what runs JavaScript.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', ELECTRON_NO_ASAR: '1' },
  });
  server.stderr.setEncoding('utf8').on('data', (text: string) => log.error(text.trimEnd()));
  // A write to a process that is gone; that it is gone is noticed by the end of its answers.
  server.stdin.on('error', (error) => log.debug(error.message));
  await new Promise((resolve, reject) => {
    server.once('spawn', resolve);
    server.on('error', reject);
  });
  return {
    transports: {
      reader: new StreamMessageReader(server.stdout, { contentTypeDecoder: decodeInTurns }),
      writer: new StreamMessageWriter(server.stdin, { contentTypeEncoder: encodeInTurns }),
    },
    kill: () => server.kill(),
  };
}
