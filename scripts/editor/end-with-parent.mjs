// Loaded into the editor's server before its own code (node --import). The server's standard input is a pipe held by the process that
// started it; when that process is gone, however it ended, the pipe closes and the server must not outlive it.
// The server's own children are started with the same flags and have other uses for their standard input.
if (process.argv[1]?.endsWith('server-main.js')) {
  process.stdin.on('end', () => process.exit(1));
  process.stdin.on('error', () => process.exit(1));
  process.stdin.resume();
  process.stdin.unref();
}
