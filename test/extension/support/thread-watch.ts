// Watches the thread that the extension shares with VS Code and with all other extensions: how long it is held at a stretch, and by
// whom. A ticker tells where one stretch ends and the next begins; V8's profiler, which looks at the stack several times a
// millisecond, tells how much of a stretch was ours. What others do in it, the garbage collector included, does not count.
import { Session } from 'node:inspector/promises';
import { realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import * as vscode from 'vscode';
import { stretchesOf, type Frame, type IsOurs, type Recording, type Stretch } from './stretches';

/** Microseconds between two looks at the stack. */
const interval = 200;

/** Begins to watch; what it returns ends it. */
export async function watchThread(): Promise<() => Promise<Recording>> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval });
  await session.post('Profiler.start');
  const stopTicker = startTicker();
  return async () => {
    const { ticks, slowness } = stopTicker();
    const { profile } = await session.post('Profiler.stop');
    session.disconnect();
    return { profile, ticks, slowness, longestSample: 2 * interval };
  };
}

/** Notes the time whenever the thread comes round to its timers. Node and V8 take it from the same clock. */
function startTicker(): () => Pick<Recording, 'ticks' | 'slowness'> {
  const ticks = [now()];
  const yardsticks = [measure()];
  const tick = () => {
    ticks.push(now());
    if (ticks.length % 20 === 0) yardsticks.push(measure());
    timer = setTimeout(tick, 1);
  };
  let timer = setTimeout(tick, 1);
  return () => {
    clearTimeout(timer);
    yardsticks.sort((a, b) => a - b);
    const median = yardsticks[Math.floor(yardsticks.length / 2)] ?? 1;
    return { ticks: [...ticks, now()], slowness: median / (yardsticks[0] ?? median) };
  };
}

/** Microseconds that a small work takes, which is always the same. Among many, the shortest tells what it takes at rest. */
function measure(): number {
  const start = process.hrtime.bigint();
  JSON.parse(yardstick);
  return Number(process.hrtime.bigint() - start) / 1000;
}

const yardstick = JSON.stringify(
  Array.from({ length: 500 }, (_, index) => ({ index, text: 'x'.repeat(20) })),
);

function now(): number {
  return Number(process.hrtime.bigint() / 1000n);
}

/** How often a work is watched that seems to hold the thread for too long. */
const patience = 5;

/**
 * The longest stretch of ours during some work. Where it is too long, the work is done again, and the best counts: what holds the
 * thread by its nature does so every time, but a busy machine does not.
 * @param limit milliseconds from which on it is too long
 */
export async function longestHold(limit: number, work: () => PromiseLike<unknown>): Promise<Stretch> {
  const isOurs = isOfExtension();
  let best: Stretch | undefined;
  for (let tries = 0; tries < patience && (best === undefined || best.ours > limit); tries++) {
    const stop = await watchThread();
    await work();
    const longest = stretchesOf(await stop(), isOurs)[0] ?? { length: 0, ours: 0, places: [] };
    if (best === undefined || longest.ours < best.ours) best = longest;
  }
  return best ?? { length: 0, ours: 0, places: [] };
}

/** What the extension's programs do, and Node's reading of what has come for them, which may precede any call of theirs. */
export function isOfExtension(): IsOurs {
  const isFrame = frameOfExtension();
  return (calls) => calls.some(isFrame);
}

/** Whether a call is one of the extension's own functions. */
export function frameOfExtension(): (frame: Frame) => boolean {
  const programs = join(extensionFolder(), 'dist', sep);
  return ({ url }) => url.replace(/^file:\/\//, '').startsWith(programs);
}

/** Where the extension that is tested lies, as its code knows it: without links. */
export function extensionFolder(): string {
  const extension = vscode.extensions.getExtension('oneroster-tools.oneroster');
  if (extension === undefined) throw new Error('VS Code does not know the extension.');
  return realpathSync(extension.extensionPath);
}

/** A stretch in words, for a failure. */
export function describeStretch({ length, ours, places }: Stretch): string {
  return `${ours.toFixed(1)} ms of ours in a stretch of ${length.toFixed(1)} ms:\n${places.slice(0, 8).join('\n')}`;
}
