import type { ManifestRow } from '../model/manifest';
import { fileNameOf } from '../model/roster-input';
import { versionProperty } from '../spec/detect-version';
import { defineRule, type RosterContext } from './engine/define-rule';
import { readableManifest, valuePlace, type Manifest } from './shared/manifest-rows';
import { conflictingFiles } from './shared/version-conflicts';

type Message = 'header' | 'headers' | 'variant' | 'requested' | 'other';

export default defineRule<Message>({
  id: 'version-mismatch',
  area: 'manifest',
  severity: 'error',
  summary: 'The manifest states another OneRoster version than the files have.',
  versions: ['1.1', '1.2'],
  messages: {
    header: 'The manifest says OneRoster {value}, but {otherFile} is a file of {otherVersion}',
    headers:
      'The manifest says OneRoster {value}, but {count} of the files are of another version, {otherFile} of {otherVersion}',
    variant:
      '{property} is "{value}", which is read as {suggestion}; "{suggestion}" is what the specification states',
    requested: 'The manifest says OneRoster {value}, but {version} is what the configuration asks to check',
    other: '{file} is a file of OneRoster {otherVersion}',
  },
  roster(context) {
    const { roster, version } = context;
    const manifest = readableManifest(roster);
    const row = manifest?.rows.find(({ property }) => property === versionProperty);
    if (manifest === undefined || row === undefined || roster.detected.basis !== 'manifest') return;
    const at = valuePlace(manifest.table, context.at(manifest.table), row);
    const { version: stated, variantOf } = roster.detected;
    if (stated !== version) {
      context.report({ at, message: 'requested', data: { version } });
      return;
    }
    if (variantOf !== undefined) {
      const data = { property: row.property, suggestion: stated };
      context.report({ at, message: 'variant', severity: 'warning', data });
    }
    reportConflicts(context, manifest, row);
  },
});

function reportConflicts(context: RosterContext<Message>, { table }: Manifest, row: ManifestRow): void {
  const files = conflictingFiles(context.roster);
  const [first] = files;
  if (first === undefined) return;
  const places = files.flatMap(({ file, version }) => {
    const other = context.roster.tables.find((each) => fileNameOf(each.file) === file);
    return other === undefined ? [] : [{ at: context.at(other).record(0), version }];
  });
  context.report({
    at: valuePlace(table, context.at(table), row),
    message: files.length > 1 ? 'headers' : 'header',
    data: { otherFile: first.file, otherVersion: first.version, count: files.length },
    related: places.map(({ at, version }) => ({ at, message: 'other', data: { otherVersion: version } })),
  });
}
