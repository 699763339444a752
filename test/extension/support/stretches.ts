// Tells from a profile how much of each stretch between two ticks of the thread was ours.
import type { Profiler } from 'node:inspector';

export type Frame = Pick<Profiler.ProfileNode['callFrame'], 'functionName' | 'url' | 'lineNumber'>;

/** Whether something is ours, by the calls that led to it: the outermost first. */
export type IsOurs = (calls: readonly Frame[]) => boolean;

/** What was seen of a thread. */
export interface Recording {
  readonly profile: Profiler.Profile;
  /** When the thread came round to its timers, in microseconds, as the profile counts them. */
  readonly ticks: readonly number[];
  /**
   * What one look at the stack stands for at most, in microseconds. More than that lies between two looks where the whole process
   * was made to wait, which is nobody's fault.
   */
  readonly longestSample: number;
  /** How much longer everything took, for the most part, than it takes on the same machine at rest. */
  readonly slowness: number;
}

/** What ran between two ticks. Times are in milliseconds. */
export interface Stretch {
  readonly length: number;
  /** What of it was ours, as long as it would have taken on the machine at rest. */
  readonly ours: number;
  /** Where that was, with its share, the largest first. */
  readonly places: readonly string[];
}

/** The stretches in which something of ours ran, the one with the most of it first. */
export function stretchesOf(recording: Recording, isOurs: IsOurs): readonly Stretch[] {
  const { profile, ticks, longestSample, slowness } = recording;
  const placeOf = placesOf(profile, isOurs);
  const found = new Map<number, Map<string, number>>();
  let time = profile.startTime;
  let at = 0;
  for (const [index, node] of (profile.samples ?? []).entries()) {
    const delta = profile.timeDeltas?.[index] ?? 0;
    time += delta;
    while ((ticks[at + 1] ?? Infinity) < time) at++;
    const place = placeOf.get(node);
    if (place === undefined) continue;
    const places = found.get(at) ?? new Map<string, number>();
    found.set(at, places.set(place, (places.get(place) ?? 0) + Math.min(delta, longestSample) / slowness));
  }
  return [...found]
    .map(([tick, places]) => stretch((ticks[tick + 1] ?? time) - (ticks[tick] ?? 0), places))
    .sort((a, b) => b.ours - a.ours);
}

function stretch(length: number, places: ReadonlyMap<string, number>): Stretch {
  const sorted = [...places].sort(([, a], [, b]) => b - a);
  return {
    length: length / 1000,
    ours: sorted.reduce((sum, [, share]) => sum + share, 0) / 1000,
    places: sorted.map(([place, share]) => `${(share / 1000).toFixed(1)} ms ${place}`),
  };
}

/** For each node of a profile that is ours: the calls that led to it, the innermost first. */
function placesOf({ nodes }: Profiler.Profile, isOurs: IsOurs): ReadonlyMap<number, string> {
  const places = new Map<number, string>();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const visit = (id: number, outer: readonly Frame[]): void => {
    const node = byId.get(id);
    if (node === undefined) return;
    const calls = [...outer, node.callFrame];
    if (isOurs(calls)) places.set(id, calls.slice(-5).reverse().map(nameOf).join(' < '));
    for (const child of node.children ?? []) visit(child, calls);
  };
  const inner = new Set(nodes.flatMap(({ children = [] }) => children));
  for (const { id } of nodes) if (!inner.has(id)) visit(id, []);
  return places;
}

function nameOf({ functionName, url, lineNumber }: Frame): string {
  return `${functionName || '(anonymous)'} ${url.split('/').at(-1) ?? ''}:${String(lineNumber + 1)}`;
}
