import { grouped } from '../text/counted';
import type { FileCounts, GateVerdict, SchoolCounts } from './verdict';

/** What a delivery would change, file by file and school by school, as plain text. It names no person. */
export function describeVerdict({ reasons, counts }: GateVerdict): string {
  const lines = [
    'Why the change gate has stopped this delivery:',
    '',
    ...reasons.map(({ message }) => `- ${message}`),
    '',
    'What it would change, by file:',
    '',
    ...counts.files.map(describeFile),
  ];
  for (const school of counts.schools)
    lines.push('', describeSchool(school), ...school.files.map(describeFile));
  return `${lines.join('\n')}\n`;
}

function describeSchool({ id, name, isGone }: SchoolCounts): string {
  const title = name === '' || name === id ? id : `${name} (${id})`;
  return `${title}${isGone ? ', which is gone' : ''}:`;
}

function describeFile({ file, before, after, created, changed, removed }: FileCounts): string {
  const what = `${grouped(created)} created, ${grouped(changed)} changed, ${grouped(removed)} removed`;
  return `  ${file}: ${grouped(before)} before, ${grouped(after)} after; ${what}`;
}
