import type { ManifestRow } from '../model/manifest';
import { defineRule, type RosterContext } from './engine/define-rule';
import { intactRows, readableManifest, valuePlace, type Manifest } from './shared/manifest-rows';
import { missingFiles } from './shared/missing-files';
import { surveyFiles } from './shared/roster-files';

type Message = 'there' | 'notThere' | 'file';

export default defineRule<Message>({
  id: 'manifest-file-mismatch',
  area: 'manifest',
  severity: 'error',
  summary: 'The manifest and the files that are there contradict each other.',
  versions: ['1.1', '1.2'],
  messages: {
    there: 'The manifest says that {table} is absent, but it is there',
    notThere: 'The manifest says that {table} is sent as {value}, but it is not there',
    file: '{file} is here',
  },
  roster(context) {
    const manifest = readableManifest(context.roster);
    if (manifest === undefined) return;
    const { isMissing } = surveyFiles(context.roster);
    const known = new Set(missingFiles(context.roster).map(({ file }) => file));
    for (const fact of manifest.fact.rows) {
      const table = fact.table === undefined ? undefined : context.roster.specification.table(fact.table);
      const row = agreedRow(manifest, fact.property);
      if (table === undefined || row === undefined || known.has(table.file)) continue;
      const message = contradiction(isMissing(table.file), row.value);
      if (message !== undefined) reportMismatch(context, manifest, row, message, table.file);
    }
  },
});

/** The row of a property, unless several contradict each other. */
function agreedRow(manifest: Manifest, property: string): ManifestRow | undefined {
  const rows = intactRows(manifest).filter((row) => row.property === property);
  return new Set(rows.map(({ value }) => value)).size === 1 ? rows[0] : undefined;
}

function contradiction(isMissing: boolean, value: string): 'there' | 'notThere' | undefined {
  if (value === 'absent') return isMissing ? undefined : 'there';
  return isMissing && (value === 'bulk' || value === 'delta') ? 'notThere' : undefined;
}

function reportMismatch(
  context: RosterContext<Message>,
  { table }: Manifest,
  row: ManifestRow,
  message: 'there' | 'notThere',
  file: string,
): void {
  const found = context.roster.tables.find(({ fact }) => fact?.file === file);
  context.report({
    at: valuePlace(table, context.at(table), row),
    message,
    data: { property: row.property, table: file },
    related: found === undefined ? [] : [{ at: context.at(found).file(), message: 'file' }],
  });
}
