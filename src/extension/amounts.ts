/** A number of bytes as people say it: `812 bytes`, `1.2 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return counted(bytes, 'byte');
  const units = ['kB', 'MB', 'GB'] as const;
  const step = Math.min(Math.floor(Math.log10(bytes) / 3), units.length);
  const amount = bytes / 1000 ** step;
  return `${amount.toFixed(amount < 100 ? 1 : 0)} ${units[step - 1] ?? ''}`;
}

/** `1 error`, `1,204 errors`. */
export function counted(count: number, one: string): string {
  return `${grouped(count)} ${one}${count === 1 ? '' : 's'}`;
}

/** `1,204`. Not by the language's own means: their first use holds the editor for ten milliseconds and more. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
