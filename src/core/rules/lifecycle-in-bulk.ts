import type { Roster } from '../model/roster';
import type { Table } from '../model/table';
import { defineRule, type RelatedReport } from './engine/define-rule';
import { tablePlaces } from './engine/places';
import { hasToBeBlank } from './shared/lifecycle';

type Message = 'filled' | 'declared';

export default defineRule<Message>({
  id: 'lifecycle-in-bulk',
  area: 'value',
  severity: 'error',
  versions: ['1.1', '1.2'],
  summary: 'A bulk file has values in status or dateLastModified, which only delta files fill.',
  messages: {
    filled: '{field} is "{value}", but in a bulk file it stays blank in every record',
    declared: 'The manifest declares {declaredFile} as bulk',
  },
  value({ fact, table, name, roster }) {
    if (fact === undefined || !hasToBeBlank(fact, table)) return undefined;
    const found = {
      message: 'filled',
      group: `${table.file} ${name}`,
      related: declaration(roster, table),
    } as const;
    return {
      check(value, report) {
        if (value.isPlain || value.text.trim() !== '') report(found);
      },
    };
  },
});

/** The manifest's row that states the mode of the table. */
function declaration({ manifest, manifestRows }: Roster, table: Table): readonly RelatedReport<Message>[] {
  const row = manifestRows.find(({ property }) => property === `file.${table.fact?.name ?? ''}`);
  if (manifest === undefined || row?.value !== 'bulk') return [];
  const at = tablePlaces(manifest).field(row.record, 1);
  return [{ at, message: 'declared', data: { declaredFile: table.file } }];
}
