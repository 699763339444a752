import { noField } from '../model/distinct-values';
import type { Table } from '../model/table';
import { defineRule, isTable } from './engine/define-rule';
import { hasLooseQuote, hasOtherSeparator, splitList } from './shared/typed-items';

type Message = 'differs' | 'noCodes' | 'noSubjects' | 'subjects';

export default defineRule<Message>({
  id: 'subject-code-count',
  area: 'sense',
  severity: 'error',
  versions: ['1.1', '1.2'],
  summary: 'A record has not as many subject codes as subjects.',
  messages: {
    differs:
      'There are {codes} subjectCodes for {subjects} subjects; they belong together in order, and a comma inside a subject makes two of it',
    noCodes: 'subjectCodes is empty, but subjects is not; each subject should have its code',
    noSubjects: 'subjects is empty, but subjectCodes is not; each code should have its subject',
    subjects: 'The subjects',
  },
  table({ table, at, report }) {
    if (!isTable(table, 'classes', 'courses')) return;
    const subjects = table.columnIndex('subjects');
    const codes = table.columnIndex('subjectCodes');
    if (table.columnFact(subjects) === undefined || table.columnFact(codes) === undefined) return;
    const subjectCounts = countsByCode(table, subjects);
    const codeCounts = countsByCode(table, codes);
    const subjectValues = table.values(subjects).codes;
    const codeValues = table.values(codes).codes;
    const active = table.active();
    for (let record = 1; record < active.length; record++) {
      const subjectCode = subjectValues[record] ?? noField;
      const codeCode = codeValues[record] ?? noField;
      const left = subjectCounts[subjectCode] ?? -1;
      const right = codeCounts[codeCode] ?? -1;
      if (left === right || left < 0 || right < 0 || active[record] !== 1) continue;
      if (left > 0 && right > 0) {
        report({
          at: () => at.field(record, codes),
          message: 'differs',
          data: { codes: right, subjects: left },
          group: `${table.file} ${String(subjectCode)} ${String(codeCode)}`,
          related: [{ at: () => at.field(record, subjects), message: 'subjects' }],
        });
        continue;
      }
      // One of them alone: the text allows it, and certified readers refuse it.
      report({
        at: () => at.field(record, right === 0 ? codes : subjects),
        message: right === 0 ? 'noCodes' : 'noSubjects',
        severity: 'warning',
        group: table.file,
      });
    }
  },
});

/** The number of items of each distinct value; -1 for lists that `invalid-list` and others reject. */
function countsByCode(table: Table, column: number): Int32Array {
  const values = table.values(column);
  return Int32Array.from({ length: values.size }, (_, code) => {
    const text = values.text(code);
    if (text === '') return 0;
    if (hasLooseQuote(values.bytes, values.start(code), values.end(code))) return -1;
    const items = splitList(text);
    return hasOtherSeparator(text) || items.some((item) => item.text.trim() === '') ? -1 : items.length;
  });
}
