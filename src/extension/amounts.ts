import { counted, say } from './say';

/** A number of bytes as people say it: `812 bytes`, `1.2 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return counted(bytes, 'byte');
  const units = ['kB', 'MB', 'GB'] as const;
  const step = Math.min(Math.floor(Math.log10(bytes) / 3), units.length);
  const amount = bytes / 1000 ** step;
  const [whole = '', parts] = amount.toFixed(amount < 100 ? 1 : 0).split('.');
  const digits = parts === undefined ? whole : say('{whole}.{parts}', { whole, parts });
  return `${digits} ${units[step - 1] ?? ''}`;
}
