import { grouped } from '../text/counted';
import type { FileCounts, GateCounts, GateVerdict, SchoolCounts } from './verdict';

/** What a delivery would change, file by file and school by school, as plain text. It names no person. */
export function describeVerdict({ reasons, counts }: GateVerdict): string {
  const lines = [
    'Why the change gate has stopped this delivery:',
    '',
    ...reasons.map(({ message }) => `- ${message}`),
    '',
    ...describeCounts(counts),
  ];
  return `${lines.join('\n')}\n`;
}

/** What would be created, changed and removed, file by file and school by school, in lines. */
export function describeCounts({ files, schools }: GateCounts): readonly string[] {
  return [
    'What it would change, by file:',
    '',
    ...files.map(describeFile),
    ...schools.filter(isTouched).flatMap((school) => ['', ...describeSchool(school)]),
    ...describeUntouched(schools.filter((school) => !isTouched(school))),
  ];
}

/** Whether anything would be other than it is. */
export function isTouched({ isGone, files }: SchoolCounts): boolean {
  return isGone || files.some(hasChanges);
}

/** Whether any record of a file would be other than it is. */
export function hasChanges({ created, changed, removed }: FileCounts): boolean {
  return created + changed + removed > 0;
}

function describeSchool(school: SchoolCounts): readonly string[] {
  const { isGone, files } = school;
  const title = `${schoolName(school)}${isGone ? ', which is gone' : ''}:`;
  return [title, ...files.filter(hasChanges).map(describeFile)];
}

function describeUntouched(schools: readonly SchoolCounts[]): readonly string[] {
  return schools.length === 0 ? [] : ['', `Nothing changes at: ${schools.map(schoolName).join(', ')}`];
}

/** A school's name with its id, or the id alone. */
export function schoolName({ id, name }: SchoolCounts): string {
  return name === '' || name === id ? id : `${name} (${id})`;
}

function describeFile({ file, before, after, created, changed, removed }: FileCounts): string {
  const what = `${grouped(created)} created, ${grouped(changed)} changed, ${grouped(removed)} removed`;
  return `  ${file}: ${grouped(before)} before, ${grouped(after)} after; ${what}`;
}
