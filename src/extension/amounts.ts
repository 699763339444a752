import { decimal, spoken } from '../core/text/say';
import { counted, say } from './say';

/** A number of bytes as people say it: `812 bytes`, `1.2 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return counted(bytes, 'byte');
  const units = ['kB', 'MB', 'GB'] as const;
  const step = Math.min(Math.floor(Math.log10(bytes) / 3), units.length);
  const amount = bytes / 1000 ** step;
  const digits = decimal(amount.toFixed(amount < 100 ? 1 : 0));
  return `${spoken(digits, say)} ${units[step - 1] ?? ''}`;
}
