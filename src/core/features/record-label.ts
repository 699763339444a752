import type { References } from '../model/references';
import type { Roster } from '../model/roster';
import type { Table } from '../model/table';
import { nameOf } from './describe-record';

/** How a record is listed. */
export interface RecordLabel {
  /** `Ada Byron`, `Algebra 1`; for an enrollment and its like, whom and what it joins: `Ada Byron · Algebra 1`. */
  readonly name: string;
  readonly id: string;
}

/** Names records, each column of the table looked up once. */
export function recordLabels(roster: Roster, table: Table): (record: number) => RecordLabel {
  const links = linksByInterest(roster, table);
  return (record) => {
    const id = table.text(record, 0);
    const linked = () =>
      links
        .flatMap((references) => {
          const [target] = references.targets(record);
          return target === undefined ? [] : (nameOf(references.target, target) ?? []);
        })
        .slice(0, 2)
        .join(' · ');
    const name = nameOf(table, record) ?? linked();
    return { name: name || id || roster.say('Record {record}', { record: String(record + 1) }), id };
  };
}

/** The columns that say most of a record that has no name of its own: people first, schools last. */
function linksByInterest(roster: Roster, table: Table): readonly References[] {
  const interest = ({ fact }: References) => (fact.table === 'users' ? 0 : fact.table === 'orgs' ? 2 : 1);
  return [...table.header.keys()]
    .flatMap((column) => roster.references(table, column) ?? [])
    .sort((a, b) => interest(a) - interest(b));
}
