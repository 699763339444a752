import { inEnglish, spoken, type Say } from '../text/say';
import type { FileCounts, GateCounts, GateVerdict, SchoolCounts } from './verdict';

/** What a delivery would change, file by file and school by school, as plain text. It names no person. */
export function describeVerdict({ reasons, counts }: GateVerdict, say: Say = inEnglish): string {
  const lines = [
    say('Why the change gate has stopped this delivery:'),
    '',
    ...reasons.map(({ sentence }) => `- ${spoken(sentence, say)}`),
    '',
    ...describeCounts(counts, say),
  ];
  return `${lines.join('\n')}\n`;
}

/** What would be created, changed and removed, file by file and school by school, in lines. */
export function describeCounts({ files, schools }: GateCounts, say: Say = inEnglish): readonly string[] {
  return [
    say('What it would change, by file:'),
    '',
    ...files.map((file) => describeFile(file, say)),
    ...schools.filter(isTouched).flatMap((school) => ['', ...describeSchool(school, say)]),
    ...describeUntouched(
      schools.filter((school) => !isTouched(school)),
      say,
    ),
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

function describeSchool(school: SchoolCounts, say: Say): readonly string[] {
  const { isGone, files } = school;
  const name = schoolName(school);
  const title = isGone ? say('{school}, which is gone:', { school: name }) : `${name}:`;
  return [title, ...files.filter(hasChanges).map((file) => describeFile(file, say))];
}

function describeUntouched(schools: readonly SchoolCounts[], say: Say): readonly string[] {
  const others = schools.map(schoolName).join(', ');
  return others === '' ? [] : ['', say('Nothing changes at: {others}', { others })];
}

/** A school's name with its id, or the id alone. */
export function schoolName({ id, name }: SchoolCounts): string {
  return name === '' || name === id ? id : `${name} (${id})`;
}

function describeFile({ file, before, after, created, changed, removed }: FileCounts, say: Say): string {
  const numbers = { file, before, after, created, changed, removed };
  return `  ${say('{file}: {before} before, {after} after; {created} created, {changed} changed, {removed} removed', numbers)}`;
}
