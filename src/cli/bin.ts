#!/usr/bin/env node
import { runCli } from './main';

const interruption = new AbortController();
// Once only: a second Ctrl+C ends the process at once, whatever it is doing.
process.once('SIGINT', () => interruption.abort());
process.once('SIGTERM', () => interruption.abort());
// A reader that has left, such as `head`, is no failure of ours.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

runCli(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  stdin: process.stdin,
  env: process.env,
  cwd: process.cwd(),
  signal: interruption.signal,
  program: {
    argv: [process.execPath, process.argv[1] ?? ''],
    isElectron: process.versions['electron'] !== undefined,
  },
}).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`oneroster: This is a bug in OneRoster, not in your files.\n${details}\n`);
    process.exitCode = 2;
  },
);
