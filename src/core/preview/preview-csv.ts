import type { Roster } from '../model/roster';
import { eachRecord } from '../rules/shared/each-record';
import type { Steps } from '../steps';
import { findPeopleOfNote } from './findings';
import { placeReason, rowReader } from './person-row';
import { placePeople, standings, type PlacedPeople } from './place-people';
import type { Finding, FindingKind, PersonRow } from './preview';
import type { PreviewOptions } from './preview-steps';
import { reasonText } from './preview-texts';

/** What else is said of a person, each in a column of its own. */
const noteColumns = [
  ['several-schools', 'allSchools'],
  ['shared-account', 'sharesAccountWith'],
  ['moved', 'locationBefore'],
] as const satisfies readonly (readonly [FindingKind, string])[];

const changeKinds: readonly FindingKind[] = ['new', 'gone', 'moved'];

type Notes = Map<number, Partial<Record<FindingKind, PersonRow>>>;

/**
 * Everybody in the roster as a CSV file, one line a person, with where they land and why; those who are gone since the last
 * delivery come last. Names only where the options ask for them. In steps.
 */
export function* previewCsvSteps(roster: Roster, options: PreviewOptions): Steps<string> {
  const { mapping, before, names = false } = options;
  const people = yield* placePeople(roster, mapping);
  if (people === undefined) return csvLine(headerOf(names));
  const placedBefore = before === undefined ? undefined : yield* placePeople(before.roster, mapping);
  const { accountColumns } = roster.profile.preview;
  const findings = yield* findPeopleOfNote(people, placedBefore, {
    names,
    most: Infinity,
    roles: mapping.roles,
    accountColumns,
  });
  const notes = notesByRecord(findings);
  const roles = mapping.roles === undefined ? undefined : new Map(Object.entries(mapping.roles));
  const rowOf = rowReader(people, names);
  const lines = [csvLine(headerOf(names))];
  yield* eachRecord(people.table.recordCount, (record) => {
    if (people.standing[record] === standings.unreadable) return;
    const row: PersonRow = { ...rowOf(record), reason: reasonOf(people, record) };
    const own = notes.get(record + 1) ?? {};
    lines.push(csvLine(fieldsOf(row, { roles, names, own, change: changeKinds.find((kind) => own[kind]) })));
  });
  const gone = findings.find(({ kind }) => kind === 'gone')?.people ?? [];
  for (const row of gone.filter(({ record }) => record === 0))
    lines.push(csvLine(fieldsOf(row, { roles, names, own: {}, change: 'gone' })));
  return lines.join('');
}

function headerOf(names: boolean): readonly string[] {
  const own = [
    'sourcedId',
    ...(names ? ['name'] : []),
    'record',
    'role',
    'mappedRole',
    'school',
    'location',
    'why',
  ];
  return [...own, ...noteColumns.map(([, column]) => column), 'change'];
}

interface LineContext {
  readonly roles: ReadonlyMap<string, string> | undefined;
  readonly names: boolean;
  readonly own: Partial<Record<FindingKind, PersonRow>>;
  readonly change: FindingKind | undefined;
}

function fieldsOf(row: PersonRow, { roles, names, own, change }: LineContext): readonly string[] {
  return [
    row.sourcedId,
    ...(names ? [row.name ?? ''] : []),
    row.record === 0 ? '' : String(row.record),
    row.role,
    roles === undefined ? row.role : (roles.get(row.role) ?? ''),
    row.school,
    row.location,
    reasonText(row.reason),
    ...noteColumns.map(([kind]) => own[kind]?.detail ?? ''),
    change ?? '',
  ];
}

function reasonOf(people: PlacedPeople, record: number): PersonRow['reason'] {
  const state = people.standing[record];
  if (state === standings.active) return placeReason(people, record);
  return state === standings.deleted ? 'tobedeleted' : 'inactive';
}

function notesByRecord(findings: readonly Finding[]): Notes {
  const notes: Notes = new Map();
  for (const { kind, people } of findings) {
    if (!changeKinds.includes(kind) && !noteColumns.some(([each]) => each === kind)) continue;
    for (const row of people) {
      if (row.record > 0) notes.set(row.record, { ...notes.get(row.record), [kind]: row });
    }
  }
  return notes;
}

/** A spreadsheet takes a field for a formula that begins like one; an apostrophe before it keeps it a text. */
function csvLine(fields: readonly string[]): string {
  const quoted = fields.map((field) => {
    const text = /^[=+\-@\t\r]/.test(field) ? `'${field}` : field;
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  });
  return `${quoted.join(',')}\r\n`;
}
