/**
 * A time as people read it where they are: `2026-11-25 23:30`. Not by the language's own means, as `grouped` says.
 * @param time as ISO 8601
 */
export function localTime(time: string): string {
  const date = new Date(time);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}
