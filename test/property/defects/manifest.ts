import type { Defect } from './defect';
import type { Draft, Field } from '../draft';
import { isLeaf, modeOf, remove } from './package';

/** What is wrong with the manifest, or with the files it speaks of. 1.0 has none. */
export const manifestDefects: readonly Defect[] = [
  {
    rule: 'manifest-header',
    what: 'the header has other names',
    versions: ['1.1', '1.2'],
    breaks(roster) {
      const { records, file } = roster.sheet('manifest');
      records[0] = ['property', 'value'];
      return { file, record: 0 };
    },
  },
  {
    rule: 'manifest-missing-property',
    what: 'a row is left out',
    breaks(roster) {
      const { sheet, record } = rowAbout(roster, 'file.');
      sheet.records.splice(record, 1);
      return { file: sheet.file };
    },
  },
  {
    rule: 'manifest-unknown-property',
    what: 'a property is misspelt',
    breaks: (roster) => {
      const property = rowAbout(roster, 'file.');
      return roster.write(property, roster.text(property).replace('file', 'fiel'));
    },
  },
  {
    rule: 'manifest-unknown-property',
    what: 'there is a private property',
    breaks(roster) {
      const { file, records } = roster.sheet('manifest');
      records.push(['vendor.exportNumber', '12']);
      return { file, record: records.length - 1, column: 0 };
    },
  },
  {
    rule: 'manifest-duplicate-property',
    what: 'a row stands twice',
    breaks(roster) {
      const property = rowAbout(roster, '');
      const { file, records } = property.sheet;
      records.push([...(records[property.record] ?? [])]);
      return { file, record: records.length - 1, column: 0 };
    },
  },
  {
    rule: 'manifest-invalid-value',
    what: 'a mode is called something else',
    breaks: (roster) => roster.write(modeOf(roster, roster.anySheet()), 'full'),
  },
  {
    rule: 'manifest-invalid-value',
    what: 'a spreadsheet has made 1 of 1.0',
    breaks: (roster) => roster.write(roster.beside(rowAbout(roster, 'manifest.version'), 'value'), '1'),
  },
  {
    rule: 'manifest-invalid-value',
    what: 'a mode is left blank',
    breaks: (roster) => roster.write(modeOf(roster, roster.anySheet()), ''),
  },
  {
    rule: 'manifest-file-mismatch',
    what: 'a file that is there is called absent',
    breaks: (roster) => roster.write(modeOf(roster, roster.anySheet()), 'absent'),
  },
  {
    rule: 'manifest-file-mismatch',
    what: 'a file that is announced is not there',
    breaks(roster) {
      const sheet = roster.anySheet((each) => isLeaf(roster, each));
      remove(roster, sheet);
      return roster.found(modeOf(roster, sheet));
    },
  },
  {
    rule: 'version-mismatch',
    what: 'the version is stated as that of a document',
    breaks: (roster) =>
      roster.write(roster.beside(rowAbout(roster, 'oneroster.version'), 'value'), `${roster.version}.1`),
  },
];

/** Some row whose property begins with a text. */
function rowAbout(roster: Draft, start: string): Field {
  return roster.field('manifest', 'propertyName', (row) => row['propertyName']?.startsWith(start) === true);
}
