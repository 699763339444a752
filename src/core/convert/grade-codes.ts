import { splitList } from '../rules/shared/typed-items';
import { suggestGrade } from '../spec/suggest-grade';

/** The codes of the grades that a text names: `9-12` names four. What names none stays as it is. */
export function gradeCodes(text: string, known: ReadonlySet<string>): readonly string[] {
  return splitList(text).flatMap((item) => {
    const grade = item.text.trim();
    if (known.has(grade)) return [grade];
    const range = rangeOf(grade, known);
    if (range !== undefined) return range;
    return [suggestGrade(grade, known) ?? grade];
  });
}

/** Whether all items of a list of grades are codes. */
export function isGradeCode(list: string, known: ReadonlySet<string>): boolean {
  return splitList(list).every(({ text }) => known.has(text.trim()));
}

/** The grades from one to another, in the order in which they are known; undefined where a text names no range. */
function rangeOf(text: string, known: ReadonlySet<string>): readonly string[] | undefined {
  const [first, last, ...more] = text.split(/\s*(?:-|\u2013|to)\s*/i);
  if (first === undefined || last === undefined || more.length > 0) return undefined;
  const codes = [...known];
  const [start, end] = [first, last].map((each) => codes.indexOf(suggestGrade(each, known) ?? ''));
  if (start === undefined || end === undefined || start < 0 || end < start) return undefined;
  return codes.slice(start, end + 1);
}
