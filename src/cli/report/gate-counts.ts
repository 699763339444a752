import { hasChanges, isTouched, schoolName } from '../../core/gate/school-words';
import type { FileCounts, GateCounts, SchoolCounts } from '../../core/gate/verdict';
import { grouped } from '../../core/text/counted';

/** What would be created, changed and removed, file by file and school by school, in lines. It names no person. */
export function describeCounts({ files, schools }: GateCounts): readonly string[] {
  const others = schools.filter((school) => !isTouched(school)).map(schoolName);
  return [
    'What it would change, by file:',
    '',
    ...files.map(describeFile),
    ...schools.filter(isTouched).flatMap((school) => ['', ...describeSchool(school)]),
    ...(others.length === 0 ? [] : ['', `Nothing changes at: ${others.join(', ')}`]),
  ];
}

function describeSchool(school: SchoolCounts): readonly string[] {
  const title = school.isGone ? `${schoolName(school)}, which is gone:` : `${schoolName(school)}:`;
  return [title, ...school.files.filter(hasChanges).map(describeFile)];
}

function describeFile({ file, before, after, created, changed, removed }: FileCounts): string {
  const changes = `${grouped(created)} created, ${grouped(changed)} changed, ${grouped(removed)} removed`;
  return `  ${file}: ${grouped(before)} before, ${grouped(after)} after; ${changes}`;
}
