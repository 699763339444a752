import type { TimeOfDay } from './scheduled-job';

/** When a job that runs every day runs next, by the clock of this computer. */
export function nextRun({ hour, minute }: TimeOfDay, now: Date): Date {
  const today = new Date(now.getFullYear(), now.getMonth(), now.getDate(), hour, minute);
  return today > now ? today : new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, hour, minute);
}
