import type { ProfileFact } from '../spec/types';
import { inEnglish, type Say } from '../text/say';
import { parseTime, timeText, type Schedule, type SchedulerId, type TimeOfDay } from './scheduled-job';

/** What somebody has to know about when the consumer reads, in sentences. */
export interface SyncNote {
  /** Whether a package of that time misses the reading that is meant. */
  readonly isLate: boolean;
  readonly text: string;
}

const minutesOfDay = 24 * 60;

/** What is known of when a consumer reads, held against the time of a job; undefined where nothing is known. */
export function syncNote(
  { sync }: Pick<ProfileFact, 'sync'>,
  time: TimeOfDay,
  scheduler: SchedulerId,
  say: Say = inEnglish,
): SyncNote | undefined {
  if (sync === undefined) return undefined;
  const due = sync.exportBy === undefined ? undefined : parseTime(sync.exportBy);
  if (due === undefined) return { isLate: false, text: say(sync.text) };
  const meant = { due: timeText(due), time: timeText(time) };
  const zones =
    scheduler === 'github'
      ? say('{due} is meant by the clock of the district; the job runs in UTC.', meant)
      : say(
          '{due} is meant by the clock of the district; the job runs by the clock of the computer that runs it.',
          meant,
        );
  // What lies there for more than half a day before it is read was meant for the reading before.
  const wait = (minutesOf(due) - minutesOf(time) + minutesOfDay) % minutesOfDay;
  const isLate = wait > minutesOfDay / 2;
  const outcome = isLate
    ? say('A job at {time} is late for that: its package waits for the next evening.', meant)
    : say('A job at {time} is in time for that.', meant);
  return { isLate, text: `${say(sync.text)} ${outcome} ${zones}` };
}

/** A schedule that says what is known of when the consumer reads, first of its notes. */
export function withSyncNote(schedule: Schedule, note: SyncNote | undefined): Schedule {
  return note === undefined ? schedule : { ...schedule, notes: [note.text, ...schedule.notes] };
}

function minutesOf({ hour, minute }: TimeOfDay): number {
  return hour * 60 + minute;
}
