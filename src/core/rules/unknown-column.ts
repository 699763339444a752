import { nearestName } from '../spec/nearest-name';
import { defineRule, type Report, type TableContext } from './engine/define-rule';
import { pairHeader, type HeaderName, type HeaderPairs } from './shared/header-pairs';

type Message = 'misspelt' | 'renamed' | 'otherVersion' | 'undotted' | 'near' | 'unknown';

export default defineRule<Message>({
  id: 'unknown-column',
  area: 'header',
  severity: 'error',
  severityIn: { '1.0': 'warning' },
  summary: 'The header names a column that the table does not have.',
  messages: {
    misspelt:
      '{fileName} has no column "{value}" in OneRoster {version}; it seems to stand for {column}, which is missing',
    renamed: 'The column "{value}" is the one of OneRoster {versions}; in {version} it is {column}',
    otherVersion: '{fileName} has a column "{value}" in OneRoster {versions}, but not in {version}',
    undotted: 'A column of your own begins with "{prefix}" and a name; "{value}" does not',
    near: '{fileName} has no column "{value}" in OneRoster {version}; the nearest is {nearest}, which is there already',
    unknown:
      '{fileName} has no column "{value}" in OneRoster {version}; columns of your own begin with "{prefix}" and stand at the end',
  },
  table(context) {
    const pairs = pairHeader(context.roster, context.table);
    // Without any known name, empty-file says that there is no header at all.
    if (pairs?.isHeader !== true) return;
    for (const name of pairs.names) {
      if (name.kind === 'misspelt' || name.kind === 'other-version' || name.kind === 'unknown') {
        context.report({ at: context.at.field(0, name.index), ...describe(context, pairs, name) });
      }
    }
  },
});

function describe(
  { table, roster, version }: TableContext<Message>,
  pairs: HeaderPairs,
  { kind, name, column, versions = [] }: HeaderName,
): Omit<Report<Message>, 'at'> {
  const { prefix } = roster.specification.extensionColumns;
  const data = {
    fileName: table.fact?.file ?? table.file,
    version,
    prefix,
    versions: versions.join(' and '),
  };
  // A column that the version needs is not there under its name, which is more than a column too many.
  if (column !== undefined) {
    const message = kind === 'misspelt' ? 'misspelt' : 'renamed';
    return { message, data: { ...data, column, suggestion: column }, severity: 'error' };
  }
  if (kind === 'other-version') return { message: 'otherVersion', data };
  const isUndotted = name.toLowerCase().startsWith(prefix.replace('.', ''));
  if (isUndotted) return { message: 'undotted', data, severity: 'warning' };
  const nearest = nearestName(
    name,
    pairs.expected.map((each) => each.name),
  );
  return nearest === undefined
    ? { message: 'unknown', data }
    : { message: 'near', data: { ...data, nearest } };
}
