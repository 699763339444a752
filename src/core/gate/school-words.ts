import type { FileCounts, SchoolCounts } from './verdict';

/** Whether anything would be other than it is. */
export function isTouched({ isGone, files }: SchoolCounts): boolean {
  return isGone || files.some(hasChanges);
}

/** Whether any record of a file would be other than it is. */
export function hasChanges({ created, changed, removed }: FileCounts): boolean {
  return created + changed + removed > 0;
}

/** A school's name with its id, or the id alone. */
export function schoolName({ id, name }: SchoolCounts): string {
  return name === '' || name === id ? id : `${name} (${id})`;
}
