import { sentence, type Sentence } from './say';

/**
 * A moment by the clock of this computer, to be said: `2026-11-25 23:30`, or as the reader's language writes that. Not by the
 * language's own means, as `grouped` says.
 * @param time as ISO 8601
 */
export function localMoment(time: string): Sentence {
  return sentence('{year}-{month}-{day} {hour}:{minute}', partsOf(time));
}

/** The day of a moment by the clock of this computer, to be said: `2026-11-25`. @param time as ISO 8601 */
export function localDay(time: string): Sentence {
  const { year, month, day } = partsOf(time);
  return sentence('{year}-{month}-{day}', { year, month, day });
}

/** As texts: as numbers, years would have a separator of thousands. */
function partsOf(time: string): Readonly<Record<'year' | 'month' | 'day' | 'hour' | 'minute', string>> {
  const date = new Date(time);
  const two = (value: number) => String(value).padStart(2, '0');
  return {
    year: String(date.getFullYear()),
    month: two(date.getMonth() + 1),
    day: two(date.getDate()),
    hour: two(date.getHours()),
    minute: two(date.getMinutes()),
  };
}
