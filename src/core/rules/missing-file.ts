import { defineRule, type RosterContext } from './engine/define-rule';
import type { Place } from './engine/problem';
import { readableManifest, valuePlace } from './shared/manifest-rows';
import { missingFiles, type MissingFile } from './shared/missing-files';

type Message = 'version' | 'profile' | 'references' | 'severalReferences' | 'reference';

export default defineRule<Message>({
  id: 'missing-file',
  area: 'package',
  severity: 'error',
  summary: 'A file that the version, the profile or other files demand is not there.',
  messages: {
    version: '{missing} is missing; OneRoster {version} demands it in every roster',
    profile: '{missing} is missing; {profile} demands it',
    references: '{missing} is missing, but {column} in {from} refers to it (references: {count})',
    severalReferences:
      '{missing} is missing, but {column} in {from} and other columns refer to it (references: {count})',
    reference: '{field} names "{value}" of {missing}, the first of such references here (in all: {count})',
  },
  roster(context) {
    for (const missing of missingFiles(context.roster)) reportMissing(context, missing);
  },
});

function reportMissing(context: RosterContext<Message>, { file, demandedBy, referrers }: MissingFile): void {
  const { roster, version } = context;
  const [first] = referrers;
  const others = referrers.length - 1;
  context.report({
    at: placeOf(context, file),
    message: demandedBy === 'references' && others > 0 ? 'severalReferences' : demandedBy,
    data: {
      missing: file,
      version,
      profile: roster.profile.title,
      from: first?.table.file ?? '',
      column: first?.table.header[first.column] ?? '',
      count: referrers.reduce((sum, { count }) => sum + count, 0),
    },
    related: referrers.map(({ table, column, count, firstRecord }) => ({
      at: context.at(table).field(firstRecord, column),
      message: 'reference',
      data: { missing: file, count },
    })),
  });
}

/** The manifest's row for the file, or the file that is not there. */
function placeOf(context: RosterContext<Message>, file: string): Place {
  const { roster } = context;
  const manifest = readableManifest(roster);
  const name = roster.specification.tableOfFile(file)?.name;
  const row = manifest?.rows.find(({ property }) => property === `file.${name ?? ''}`);
  if (manifest === undefined || row === undefined) return context.file(file);
  return valuePlace(manifest.table, context.at(manifest.table), row);
}
