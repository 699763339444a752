import type { TableName } from '../../../src/core/spec/catalog.generated';
import { isFreeKey, type Draft, type Field } from '../draft';
import type { Defect } from './defect';

/** What has to be there once and is there twice. */
export const keyDefects: readonly Defect[] = [
  {
    rule: 'duplicate-sourced-id',
    what: 'a record stands twice',
    breaks(roster) {
      const { sheet, record } = roster.anyRecord();
      sheet.records.push([...(sheet.records[record] ?? [])]);
      return { file: sheet.file, record: sheet.records.length - 1, column: 0 };
    },
  },
  {
    rule: 'duplicate-sourced-id',
    what: 'a record has the id of another one',
    breaks(roster) {
      const [earlier, later] = twoRecords(roster, roster.anyField(isFreeKey(roster.version)));
      return roster.write(later, roster.text(earlier));
    },
  },
  {
    rule: 'sourced-id-case-twins',
    what: 'a record has the id of another one in capitals',
    breaks(roster) {
      const [earlier, later] = twoRecords(roster, roster.anyField(isFreeKey(roster.version)));
      return roster.write(later, roster.text(earlier).toUpperCase());
    },
  },
  repeated('duplicate-username', 'username'),
  repeated('duplicate-email', 'email'),
  repeated('duplicate-master-identifier', 'userMasterIdentifier'),
  {
    rule: 'duplicate-person',
    what: 'two students have one name and one birth date',
    breaks(roster) {
      const [earlier, later] = twoOf(roster, 'users', 'student');
      for (const [column, { name }] of later.sheet.fact.columns.entries()) {
        if (!/^(?:given|middle|family)Name$/.test(name)) continue;
        roster.write({ ...later, column }, roster.text({ ...earlier, column }));
      }
      return roster.found(later);
    },
  },
  {
    rule: 'duplicate-enrollment',
    what: 'a person is enrolled twice',
    breaks(roster) {
      const again = roster.addLike(roster.field('enrollments', 'sourcedId'));
      return roster.found(roster.beside(again, 'userSourcedId'));
    },
  },
];

/** A later teacher has the same as an earlier one. */
function repeated(rule: string, column: string): Defect {
  return {
    rule,
    what: `two people have one ${column}`,
    breaks(roster) {
      const [earlier, later] = twoOf(roster, 'users', 'teacher');
      return roster.write(roster.beside(later, column), roster.text(roster.beside(earlier, column)));
    },
  };
}

/** The id of a record and that of a record behind it. */
function twoRecords({ random }: Draft, { sheet, column }: Field): readonly [Field, Field] {
  const later = random.integer(2, sheet.records.length - 1);
  const earlier = random.integer(1, later - 1);
  return [
    { sheet, column, record: earlier },
    { sheet, column, record: later },
  ];
}

/** Two people of a kind, by the name that only their records have in all versions. */
function twoOf(roster: Draft, table: TableName, kind: 'student' | 'teacher'): readonly [Field, Field] {
  const ids = peopleOf(roster, kind);
  const [first = '', second = ''] = roster.random.shuffled(ids);
  const [earlier, later] = [first, second]
    .map((id) => roster.field(table, 'sourcedId', (row) => row['sourcedId'] === id))
    .sort((one, other) => one.record - other.record);
  if (earlier === undefined || later === undefined) throw new Error(`there are no two ${kind}s`);
  return [earlier, later];
}

/** The ids of all who are enrolled as that. */
export function peopleOf(roster: Draft, role: string): readonly string[] {
  const { records } = roster.sheet('enrollments');
  const sheet = roster.sheet('enrollments');
  const found = [...records.keys()].map((record) => roster.row({ sheet, record, column: 0 }));
  return [...new Set(found.filter((row) => row['role'] === role).map((row) => row['userSourcedId'] ?? ''))];
}
