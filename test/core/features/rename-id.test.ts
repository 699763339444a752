// Renaming, as far as it needs no editor: what is written, and which files are left alone.
import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/edits/byte-edit';
import { RosterError } from '../../../src/core/errors';
import { idAt } from '../../../src/core/features/id-at';
import { renameId } from '../../../src/core/features/rename-id';
import { readRoster, type Roster } from '../../../src/core/model/roster';
import { resolveProfile } from '../../../src/core/spec/specification';
import { decodeUtf8, encodeUtf8 } from '../../../src/core/text/utf8';

const header = 'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\n';

function rosterOf(files: Readonly<Record<string, string | Uint8Array>>): Roster {
  const entries = Object.entries(files).map(([path, content]) => ({
    path,
    content: { bytes: typeof content === 'string' ? encodeUtf8(content) : content },
  }));
  return readRoster({ name: 'r', kind: 'folder', entries }, { profile: resolveProfile('standard') });
}

function rename(roster: Roster, newId: string): ReadonlyMap<string, string> {
  const [table] = roster.tables;
  assert.ok(table);
  const id = idAt(roster, table, table.range(1).start);
  assert.ok(id);
  const { files } = renameId(roster, id.of, newId);
  return new Map(
    files.map(({ file, edits }) => {
      const edited = roster.tables.find((each) => each.file === file);
      assert.ok(edited);
      return [file, decodeUtf8(applyEdits(edited.bytes, edits))];
    }),
  );
}

describe('renaming an id', () => {
  it('keeps quotes, blanks, letter case of the others, line ends and a byte order mark', () => {
    const text = `\ufeff${header.replace('\n', '\r\n')}"a",,,"the ""a""",school,,\r\nb,,,B,school,, a \r\nc,,,C,school,,"A"\r\n`;
    assert.equal(
      rename(rosterOf({ 'orgs.csv': text }), 'a-2').get('orgs.csv'),
      text.replace('"a",,', '"a-2",,').replace(' a \r', ' a-2 \r').replace('"A"', '"a-2"'),
    );
  });

  it('renames each record that has the id, for references cannot tell them apart', () => {
    const text = `${header}a,,,A,school,,\na,,,B,school,,a\n`;
    assert.equal(
      rename(rosterOf({ 'orgs.csv': text }), 'z').get('orgs.csv'),
      `${header}z,,,A,school,,\nz,,,B,school,,z\n`,
    );
  });

  it('refuses where a file is not in UTF-8 and would be saved as if it were', () => {
    const bytes = encodeUtf8(`${header}a,,,A?,school,,\n`);
    bytes[bytes.indexOf('?'.charCodeAt(0))] = 0xe9;
    assert.throws(
      () => rename(rosterOf({ 'orgs.csv': bytes }), 'b'),
      (error: unknown) =>
        RosterError.is(error, 'rename-refused') &&
        error.message.startsWith('orgs.csv has this id in 1 place and is not in UTF-8'),
    );
  });

  it('refuses where VS Code hands no extension a file that names it, and says what to do', () => {
    const users =
      'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password\n';
    const ofSize = (megabytes: number) => {
      const bytes = new Uint8Array(megabytes * 1024 * 1024).fill(0x6e);
      bytes.set(encodeUtf8(`${users}u,,,true,a,student,`));
      bytes.set(encodeUtf8(',,Ada,B,,,,,,,,\n'), bytes.length - 16);
      return rosterOf({ 'orgs.csv': `${header}a,,,A,school,,\n`, 'users.csv': bytes });
    };
    const plan = (roster: Roster) => {
      const table = roster.table('orgs');
      assert.ok(table);
      return renameId(roster, { table, column: 0, record: 1 }, 'b');
    };
    assert.throws(
      () => plan(ofSize(51)),
      (error: unknown) =>
        RosterError.is(error, 'rename-refused') &&
        error.message.startsWith('users.csv has this id in 1 place and is larger than 50 MB.') &&
        error.remedy.startsWith('Replace "a" by "b" there first'),
    );
    assert.equal(plan(ofSize(50)).files.length, 2);
  });
});
