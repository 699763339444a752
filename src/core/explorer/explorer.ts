import type {
  ExplorerList,
  ExplorerNode,
  FileNode,
  GroupId,
  GroupNode,
  RecordSet,
} from '../explorer-protocol';
import type { Roster } from '../model/roster';
import type { Table } from '../model/table';
import type { Problem, Totals } from '../rules/engine/problem';
import type { TableName } from '../spec/catalog.generated';
import { listRecords, sortSet } from './list-records';
import { countProblems, noProblems, sumOf, type CountedProblems } from './problem-counts';
import { RecordNodes, type PlaceOf } from './record-nodes';
import { findSet, readableTable, schoolReader } from './record-sets';
import { peopleByRole, recordsWhere, type PeopleByRole } from './roles-of-people';

/** What people look for in a roster, and the table that it is made from. */
const groups: readonly (readonly [GroupId, TableName])[] = [
  ['schools', 'orgs'],
  ['sessions', 'academicSessions'],
  ['courses', 'courses'],
  ['classes', 'classes'],
  ['people', 'users'],
];

/** So many orders of lists are kept. */
const mostOrders = 50;

/** What is wrong with a roster, as it was checked last. */
export interface FoundProblems {
  readonly problems: readonly Problem[];
  readonly totals: Totals | undefined;
}

/** What a tree is listed with. */
export interface ExplorerContext {
  readonly found: FoundProblems;
  /** How many targets the roster has. */
  readonly targets: number;
  readonly placeOf: PlaceOf;
}

/** A roster as a tree, listed where somebody looks. Nothing is kept per record. */
export class Explorer {
  readonly #roster: Roster;
  readonly #people: () => PeopleByRole;
  readonly #orders = new Map<string, () => Uint32Array>();
  #counted: { readonly of: readonly Problem[]; readonly problems: CountedProblems } | undefined;

  constructor(roster: Roster) {
    this.#roster = roster;
    this.#people = roster.tracker.derive(() => {
      const users = readableTable(roster, 'users');
      return users === undefined
        ? { groups: [], records: () => new Uint32Array() }
        : peopleByRole(roster, users);
    });
  }

  /** What is below a place. */
  list(list: ExplorerList, { found, targets, placeOf }: ExplorerContext): readonly ExplorerNode[] {
    const problems = this.#count(found);
    switch (list.kind) {
      case 'groups':
        return this.#groups(problems, targets, placeOf);
      case 'roles':
        return this.#roles(problems);
      case 'files':
        return this.#otherFiles().map((table) => fileNode(table, problems, placeOf));
      case 'records': {
        const set = findSet(this.#roster, this.#people, list.of);
        if (set === undefined) return [];
        const nodes = new RecordNodes(this.#roster, problems, placeOf);
        return listRecords(list.of, set, list.part ?? {}, {
          ...{ nodes, problems, say: this.#roster.say },
          sorted: (of, letter) => this.#sorted(of, letter),
        });
      }
    }
  }

  #sorted(set: RecordSet, letter: string | undefined): Uint32Array {
    const key = JSON.stringify([set, letter]);
    if (this.#orders.size > mostOrders) this.#orders.clear();
    const known = this.#orders.get(key);
    const order =
      known ??
      this.#roster.tracker.derive(() => {
        const found = findSet(this.#roster, this.#people, set);
        return found === undefined ? new Uint32Array() : sortSet(found, letter);
      });
    this.#orders.set(key, order);
    return order();
  }

  #count({ problems, totals }: FoundProblems): CountedProblems {
    if (this.#counted?.of !== problems) {
      this.#counted = { of: problems, problems: countProblems(this.#roster, problems, totals) };
    }
    return this.#counted.problems;
  }

  #groups(problems: CountedProblems, targets: number, placeOf: PlaceOf): readonly ExplorerNode[] {
    const files = this.#otherFiles();
    const others = files.map(({ file }) => problems.ofFile(file));
    return [
      ...groups.flatMap(([group, name]) => this.#group(group, name, problems, placeOf)),
      ...(files.length === 0
        ? []
        : [groupNode('files', files.length, { children: { kind: 'files' }, problems: sumOf(others) })]),
      groupNode('targets', targets, { problems: noProblems }),
    ];
  }

  #group(group: GroupId, name: TableName, problems: CountedProblems, placeOf: PlaceOf): readonly GroupNode[] {
    const table = this.#roster.table(name);
    if (table === undefined) return [];
    const list: ExplorerList =
      group === 'people' ? { kind: 'roles' } : { kind: 'records', of: { kind: 'table', table: name } };
    const hasList = table.readable && table.dataRecords > 0;
    const { uri } = placeOf(table, 0);
    const counts = { uri, problems: problems.ofFile(table.file), ...(hasList ? { children: list } : {}) };
    if (group !== 'schools' || !hasList) return [groupNode(group, table.dataRecords, counts)];
    const schools = recordsWhere(table, schoolReader(table)).length;
    return [{ ...groupNode(group, schools, counts), others: table.dataRecords - schools }];
  }

  #roles(problems: CountedProblems): readonly ExplorerNode[] {
    const table = readableTable(this.#roster, 'users');
    if (table === undefined) return [];
    const people = this.#people();
    return people.groups.map(({ role, count }) => ({
      kind: 'role',
      id: typeof role === 'string' ? `no:${role}` : `role:${role.role}`,
      role,
      count,
      problems: problems.ofRecords(table, people.records(role)),
      children: { kind: 'records', of: { kind: 'role', role } },
    }));
  }

  /** The tables that have no group of their own. */
  #otherFiles(): readonly Table[] {
    const shown = new Set<string | undefined>(groups.map(([, name]) => name));
    return this.#roster.tables.filter(({ fact }) => !shown.has(fact?.name));
  }
}

function fileNode(table: Table, problems: CountedProblems, placeOf: PlaceOf): FileNode {
  return {
    kind: 'file',
    id: table.file,
    name: table.file,
    records: table.dataRecords,
    uri: placeOf(table, 0).uri,
    problems: problems.ofFile(table.file),
  };
}

function groupNode(
  group: GroupId,
  count: number,
  more: Pick<GroupNode, 'problems' | 'children' | 'uri'>,
): GroupNode {
  return { kind: 'group', id: group, group, count, ...more };
}
