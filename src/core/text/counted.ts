import type { Say } from './say';

/** `1 record`, `1,204 records`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** As `counted`, in the reader's language, which has a text for one and a text for many. */
export function countedIn(say: Say, count: number, one: string, many = `${one}s`): string {
  return say(`{count} ${count === 1 ? one : many}`, { count });
}

/**
 * A whole number as `1,204`. Not by the language's own means: their first use takes ten milliseconds and more, which would hold the
 * editor.
 */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
