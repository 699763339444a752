import assert from 'node:assert/strict';
import { readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inTemporaryFolder, writeFiles } from '../node/support/temporary-folder';
import { handmadeZip } from '../node/support/zip-bytes';
import { oneroster } from './support/run-cli';

const header = 'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId';
const broken = `${header}\r\no1,,,"North, High" ,School,,\r\n\r\no2,,,South High , scool,,\r\n`;

/** Only what these tests are about. */
const only = ['--oneroster-version', '1.1', '--as-of', '2026-10-01', '--fail-on', 'never'];

describe('oneroster validate --fix', () => {
  it('mends what is certain, says so, and reports what is left', () =>
    inTemporaryFolder(async (folder) => {
      await writeFiles(folder, { 'orgs.csv': broken });
      const run = await oneroster(['validate', '--fix', ...only], { cwd: folder });
      assert.match(run.stderr, /^\.: \d+ fixes done in .*orgs\.csv\n$/);
      assert.match(run.stdout, /invalid-value .*scool/);
      assert.doesNotMatch(run.stdout, /value-case|blank-record|surrounding-whitespace/);
      const text = await readFile(join(folder, 'orgs.csv'), 'utf8');
      assert.ok(text.endsWith('o2,,,South High,scool,,\r\n'), text);
      assert.deepEqual(
        (await readdir(folder)).filter((name) => name.endsWith('.part')),
        [],
      );
      const again = await oneroster(['validate', '--fix', ...only], { cwd: folder });
      assert.match(again.stderr, /nothing to mend/);
    }));

  it('guesses with --fix-unsafe alone', () =>
    inTemporaryFolder(async (folder) => {
      await writeFiles(folder, { 'orgs.csv': broken });
      const run = await oneroster(['validate', '--fix-unsafe', ...only], { cwd: folder });
      assert.doesNotMatch(run.stdout, /scool/);
      assert.ok((await readFile(join(folder, 'orgs.csv'), 'utf8')).includes('South High,school,,'));
    }));

  it('writes nothing with --dry-run, and prints a diff that has the other line ends too', () =>
    inTemporaryFolder(async (folder) => {
      await writeFiles(folder, { 'orgs.csv': broken });
      const run = await oneroster(['validate', '--fix', '--dry-run', ...only], { cwd: folder });
      assert.match(
        run.stdout,
        /^diff --git a\/orgs\.csv b\/orgs\.csv\n--- a\/orgs\.csv\n\+\+\+ b\/orgs\.csv\n@@ -1,\d/m,
      );
      assert.match(run.stdout, /\n-o2,,,South High , scool,,\r\n\+o2,,,South High,scool,,\r\n/);
      assert.match(run.stderr, /would be done in .*orgs\.csv/);
      assert.equal(await readFile(join(folder, 'orgs.csv'), 'utf8'), broken);
    }));

  it('leaves alone what is suppressed', () =>
    inTemporaryFolder(async (folder) => {
      const entry = {
        rule: 'value-case',
        file: 'orgs.csv',
        field: 'type',
        value: 'School',
        reason: 'agreed',
      };
      await writeFiles(folder, {
        'orgs.csv': broken,
        'oneroster.config.json': JSON.stringify({ suppress: [entry] }),
      });
      await oneroster(['validate', '--fix-unsafe', ...only], { cwd: folder });
      assert.ok((await readFile(join(folder, 'orgs.csv'), 'utf8')).includes(',School,'));
    }));

  describe('takes suppressions that match nothing out of the configuration', () => {
    const entry = (value: string) => ({
      ...{ rule: 'value-case', file: 'orgs.csv', field: 'type', value, reason: 'agreed' },
    });
    const config = (...values: readonly string[]) =>
      `// Nörth\n${JSON.stringify({ suppress: values.map(entry) }, undefined, 2)}\n`;
    const all = ['validate', '--fix-unsafe', '--oneroster-version', '1.1', '--fail-on', 'never'];

    it('and leaves what is in use', () =>
      inTemporaryFolder(async (folder) => {
        await writeFiles(folder, {
          'orgs.csv': broken,
          'oneroster.config.json': config('Gone', 'School', 'Past'),
        });
        const run = await oneroster(all, { cwd: folder });
        assert.match(run.stderr, /2 suppressions taken out of oneroster\.config\.json/);
        assert.equal(await readFile(join(folder, 'oneroster.config.json'), 'utf8'), config('School'));
        assert.doesNotMatch(run.stdout, /suppressed-nothing/);
        const again = await oneroster(all, { cwd: folder });
        assert.doesNotMatch(again.stderr, /suppression/);
      }));

    it('shows it only, in a dry run, and does it with --fix-unsafe alone', () =>
      inTemporaryFolder(async (folder) => {
        const text = config('Gone', 'School');
        await writeFiles(folder, { 'orgs.csv': broken, 'oneroster.config.json': text });
        const dry = await oneroster([...all, '--dry-run'], { cwd: folder });
        assert.match(dry.stdout, /--- a\/oneroster\.config\.json\n[^]*\n-\s+"value": "Gone"/);
        assert.match(dry.stderr, /1 suppression would be taken out of/);
        const safe = await oneroster(['validate', '--fix', '--fail-on', 'never'], { cwd: folder });
        assert.match(safe.stdout, /suppressed-nothing/);
        assert.equal(await readFile(join(folder, 'oneroster.config.json'), 'utf8'), text);
      }));

    it('but not out of one that several rosters share', () =>
      inTemporaryFolder(async (folder) => {
        const text = config('Gone');
        const files = { 'a/orgs.csv': broken, 'oneroster.config.json': text };
        await writeFiles(folder, { ...files, 'b/orgs.csv': broken });
        const shared = await oneroster([...all, 'a'], { cwd: folder });
        assert.match(shared.stderr, /is left alone: other rosters use it as well/);
        assert.equal(await readFile(join(folder, 'oneroster.config.json'), 'utf8'), text);
        await rm(join(folder, 'b'), { recursive: true });
        await oneroster([...all, 'a'], { cwd: folder });
        assert.equal(
          await readFile(join(folder, 'oneroster.config.json'), 'utf8'),
          config().replace('[]', '[\n  ]'),
        );
      }));
  });

  it('writes through a link, which stays one', () =>
    inTemporaryFolder(async (folder) => {
      await writeFiles(folder, { 'elsewhere/real.csv': broken, 'roster/users.csv': 'sourcedId\nu1\n' });
      await symlink(join(folder, 'elsewhere/real.csv'), join(folder, 'roster/orgs.csv'));
      await oneroster(['validate', 'roster', '--fix', ...only], { cwd: folder });
      assert.ok((await readFile(join(folder, 'elsewhere/real.csv'), 'utf8')).includes(',school,'));
      assert.deepEqual(await readdir(join(folder, 'elsewhere')), ['real.csv']);
    }));

  it('refuses a zip, a dry run of nothing, and says what to do', () =>
    inTemporaryFolder(async (folder) => {
      await writeFile(join(folder, 'a.zip'), handmadeZip([{ name: 'orgs.csv', data: broken }]));
      const zip = await oneroster(['validate', 'a.zip', '--fix'], { cwd: folder });
      assert.equal(zip.code, 2);
      assert.match(zip.stderr, /what is in a zip is not changed\.\nUnpack it/);
      const nothing = await oneroster(['validate', '--dry-run'], { cwd: folder });
      assert.equal(nothing.code, 2);
      assert.match(nothing.stderr, /--dry-run says nothing without --fix/);
    }));
});
