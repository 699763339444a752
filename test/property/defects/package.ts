import { isReferredTo } from '../clean-roster';
import type { Draft, Finding } from '../draft';
import type { Sheet } from '../sheet';
import type { Defect } from './defect';

/** Files that are missing, misnamed, empty or too many. */
export const packageDefects: readonly Defect[] = [
  {
    rule: 'missing-file',
    what: 'a file that others refer to is left out',
    versions: ['1.1', '1.2'],
    breaks(roster) {
      const sheet = roster.anySheet(({ fact }) => isReferredTo(fact.name, roster.version));
      remove(roster, sheet);
      return roster.write(modeOf(roster, sheet), 'absent');
    },
  },
  {
    rule: 'missing-file',
    what: 'one of the seven files is left out',
    versions: ['1.0'],
    breaks: (roster) => remove(roster, roster.anySheet()),
  },
  {
    rule: 'missing-manifest',
    what: 'the manifest is left out',
    breaks: (roster) => remove(roster, roster.sheet('manifest')),
  },
  {
    rule: 'file-name-case',
    what: 'a file name begins with a capital',
    breaks(roster) {
      const sheet = roster.anySheet();
      sheet.file = sheet.file.replace(/^./, (letter) => letter.toUpperCase());
      return { file: sheet.file };
    },
  },
  {
    rule: 'nested-folder',
    what: 'the zip holds a folder with the files',
    breaks(roster) {
      roster.kind = 'zip';
      for (const sheet of roster.sheets) sheet.file = `export/${sheet.file}`;
      return { file: '' };
    },
  },
  {
    rule: 'nested-folder',
    what: 'the zip has an entry for an empty folder',
    breaks(roster) {
      roster.kind = 'zip';
      roster.sheets.unshift({ ...roster.anySheet(), file: 'export/', records: [] });
      return { file: '' };
    },
  },
  {
    rule: 'duplicate-entry',
    what: 'the zip holds a file twice',
    breaks(roster) {
      roster.kind = 'zip';
      const sheet = roster.anySheet();
      roster.sheets.push(sheet);
      return { file: sheet.file };
    },
  },
  {
    rule: 'duplicate-entry',
    what: 'the zip holds a file in two spellings',
    breaks(roster) {
      roster.kind = 'zip';
      const sheet = roster.anySheet();
      const file = sheet.file.toUpperCase();
      roster.sheets.push({ ...sheet, file });
      return { file };
    },
  },
  {
    rule: 'unknown-file',
    what: 'there is a file that no version has',
    breaks(roster) {
      roster.sheets.push({ ...roster.anySheet(), file: 'lunch-menu.csv', records: [['day', 'dish']] });
      return { file: 'lunch-menu.csv' };
    },
  },
  {
    rule: 'unknown-file',
    what: 'a file has a name of its own',
    breaks(roster) {
      const sheet = roster.sheet('users');
      sheet.file = 'people-2026.csv';
      return { file: sheet.file };
    },
  },
  {
    rule: 'version-mismatch',
    what: 'a file of 1.2 is there',
    versions: ['1.1'],
    breaks(roster) {
      roster.sheets.push({ ...roster.sheet('users'), file: 'userProfiles.csv' });
      return roster.found(
        roster.field('manifest', 'value', (row) => row['propertyName'] === 'oneroster.version'),
      );
    },
  },
  {
    rule: 'unreadable-file',
    what: 'a file cannot be read',
    breaks(roster) {
      const sheet = roster.anySheet();
      sheet.oddities.failure = `${sheet.file} cannot be read.`;
      return { file: sheet.file };
    },
  },
  {
    rule: 'empty-file',
    what: 'a file has no bytes',
    breaks: (roster) => keepRecords(roster.anySheet(), 0),
  },
  {
    rule: 'empty-file',
    what: 'a file begins with an empty line',
    breaks(roster) {
      const sheet = roster.anySheet();
      sheet.records.unshift([]);
      return { file: sheet.file };
    },
  },
  {
    rule: 'empty-file',
    what: 'a file has no header',
    breaks(roster) {
      const sheet = roster.anySheet();
      sheet.records.shift();
      return { file: sheet.file };
    },
  },
  {
    rule: 'no-records',
    what: 'a file has nothing but its header',
    breaks: (roster) =>
      keepRecords(
        roster.anySheet((sheet) => isLeaf(roster, sheet)),
        1,
      ),
  },
  {
    rule: 'manifest-only',
    what: 'only the manifest is sent',
    breaks(roster) {
      for (const sheet of roster.sheets.slice(1)) {
        remove(roster, sheet);
        roster.write(modeOf(roster, sheet), 'absent');
      }
      return { file: 'manifest.csv' };
    },
  },
  {
    rule: 'foreign-format',
    what: 'the files are those of Microsoft School Data Sync',
    breaks(roster) {
      const records = [
        ['SIS ID', 'Name'],
        ['1', 'North High'],
      ];
      roster.sheets = [{ ...roster.anySheet(), file: 'School.csv', records }];
      return { file: '' };
    },
  },
];

/** The manifest's value for the mode of a file. */
export function modeOf(roster: Draft, { fact }: Sheet) {
  return roster.field('manifest', 'value', (row) => row['propertyName'] === `file.${fact.name}`);
}

export function remove(roster: Draft, sheet: Sheet): Finding {
  roster.sheets = roster.sheets.filter((each) => each !== sheet);
  return { file: sheet.file };
}

/** Whether nothing refers to the file's records, and no class or person is incomplete without them. */
export function isLeaf({ version }: Draft, { fact }: Sheet): boolean {
  return !isReferredTo(fact.name, version) && fact.name !== 'enrollments' && fact.name !== 'roles';
}

function keepRecords(sheet: Sheet, count: number): Finding {
  sheet.records.splice(count);
  return { file: sheet.file };
}
