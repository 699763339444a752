// Runs one program as a whole process, and measures it from start to end.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { clearInterval, setInterval } from 'node:timers';

/** How often the peak of a running process's memory is read. The kernel keeps the peak, so only the last moments can be missed. */
const readEvery = 20;

/**
 * @typedef {object} Command
 * @property {string} command
 * @property {readonly string[]} args
 * @property {Readonly<Record<string, string>>} [env] besides the environment of this process
 *
 * @typedef {object} Run
 * @property {number} seconds
 * @property {number | undefined} peakBytes most memory of the process itself, where the system tells (Linux)
 * @property {string} stdout
 */

/**
 * @param {Command} what
 * @param {import('../../scripts/editor/lifetime.mjs').Lifetime} lifetime whose end is the process's, too
 * @returns {Promise<Run>}
 */
export async function runProcess({ command, args, env = {} }, lifetime) {
  const start = performance.now();
  const child = spawn(command, args, {
    // Node reads these certificates at each start, connection or not: on a machine with many of them that is 40 ms in every program.
    env: { ...process.env, NODE_EXTRA_CA_CERTS: undefined, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  lifetime.own(() => child.kill());
  const memory = watchPeak(child.pid);
  const said = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => (said.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (said.stderr += text));
  try {
    /** @type {number | string | null} */
    const ending = await new Promise((resolve, reject) => {
      child.on('error', reject).on('close', (code, signal) => resolve(code ?? signal));
    });
    const seconds = (performance.now() - start) / 1000;
    if (ending === 0) return { seconds, peakBytes: memory.peak(), stdout: said.stdout };
    throw new Error(
      `${command} ${args.join(' ')} ended with ${String(ending)}.\n${said.stderr}${said.stdout}`,
    );
  } finally {
    memory.stop();
  }
}

/** @param {number | undefined} pid */
function watchPeak(pid) {
  if (process.platform !== 'linux' || pid === undefined)
    return { peak: () => undefined, stop: () => undefined };
  /** @type {number | undefined} */
  let peak;
  // The last reading counts, not the largest: a process that has not begun its program yet still shows the memory of this one.
  const timer = setInterval(() => (peak = readPeak(pid) ?? peak), readEvery);
  return { peak: () => peak, stop: () => clearInterval(timer) };
}

/** @param {number} pid @returns {number | undefined} bytes; undefined when the process has ended */
function readPeak(pid) {
  try {
    const kilobytes = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
  } catch {
    return undefined;
  }
}
