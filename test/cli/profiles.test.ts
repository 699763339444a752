import assert from 'node:assert/strict';
import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { profileIds, resolveProfile } from '../../src/core/spec/specification';
import { inTemporaryFolder, writeFiles } from '../node/support/temporary-folder';
import { handmadeZip } from '../node/support/zip-bytes';
import { oneroster } from './support/run-cli';

describe('oneroster profiles', () => {
  it('lists every profile with its page', async () => {
    const run = await oneroster(['profiles']);
    assert.deepEqual([run.code, run.stderr], [0, '']);
    for (const id of profileIds) {
      const { title, description } = resolveProfile(id);
      assert.ok(run.stdout.includes(`${id} (${title})\n  ${description}\n`), id);
      assert.ok(run.stdout.includes(`docs/profiles/${id}.md\n`), id);
    }
  });

  it('shows which profiles accept a roster, and what is in the way of the others', async () => {
    const run = await oneroster(['profiles', 'clean-1.2']);
    assert.deepEqual([run.code, run.stderr], [0, '']);
    assert.ok(
      run.stdout.startsWith(
        `clean-1.2: OneRoster 1.2, bulk, accepted by 1 of ${String(profileIds.length)} profiles\n` +
          '  standard (OneRoster specification)\n\n',
      ),
      run.stdout,
    );
    const place = join('clean-1.2', 'manifest.csv');
    assert.ok(
      run.stdout.includes(
        `\nincident-iq (Incident IQ):\n  ${place}:3:19 error unsupported-version This is a roster of OneRoster 1.2; Incident IQ reads 1.0 and 1.1\n`,
      ),
    );
  });

  it('tells once what is in the way of all, and puts profiles with the same obstacles together', async () => {
    const run = await oneroster(['profiles', 'broken-references']);
    assert.match(run.stdout, /: OneRoster 1\.1, bulk, accepted by 0 of/);
    assert.match(run.stdout, /\nIn the way of every profile:\n {2}\S+ error manifest-file-mismatch .*\n/);
    assert.equal(run.stdout.match(/manifest-file-mismatch/g)?.length, 1);
    assert.match(run.stdout, /\nbrightspace \(D2L Brightspace\), classlink \(.*, turnitin \(Turnitin\):\n/);
  });

  it('heeds what the configuration turns off, and the version that is given', async () => {
    await inTemporaryFolder(async (folder) => {
      await cp('test/rosters/clean-1.2', join(folder, 'north'), { recursive: true });
      await writeFiles(folder, {
        'oneroster.config.json': '{"rules": {"unsupported-version": "off", "wrong-line-ends": "off"}}',
      });
      const run = await oneroster(['profiles', 'north'], { cwd: folder });
      assert.match(run.stdout, new RegExp(`accepted by ${String(profileIds.length)} of `));
      const other = await oneroster(['profiles', 'north', '--oneroster-version', '1.1'], { cwd: folder });
      assert.match(other.stdout, /^north: OneRoster 1\.1, bulk, accepted by 0 of/);
    });
  });

  it('passes over problems that the configuration accepts', async () => {
    await inTemporaryFolder(async (folder) => {
      await cp('test/rosters/broken-references', join(folder, 'north'), { recursive: true });
      const suppressed = {
        rule: 'reference-case',
        file: 'classes.csv',
        field: 'courseSourcedId',
        value: 'C-MATH5',
        reason: 'Known, and mended by the next export.',
      };
      await writeFiles(folder, { 'oneroster.config.json': JSON.stringify({ suppress: [suppressed] }) });
      const run = await oneroster(['profiles', 'north'], { cwd: folder });
      assert.match(run.stdout, /manifest-file-mismatch/);
      assert.doesNotMatch(run.stdout, /reference-case/);
    });
  });

  it('tells by a zip whom its name and layout keep from accepting it', async () => {
    await inTemporaryFolder(async (folder) => {
      const manifest = 'propertyName,value\nmanifest.version,1.0\n';
      await writeFiles(folder, {
        'north_high.zip': handmadeZip([{ name: 'manifest.csv', data: manifest }]),
      });
      const found = await fitsOf(['north_high.zip'], folder);
      const rulesOf = (id: string) =>
        found.profiles.find((profile) => profile.id === id)?.obstacles?.map(({ rule }) => rule) ?? [];
      assert.equal(rulesOf('classlink')[0], 'unsupported-layout');
      assert.ok(rulesOf('incident-iq').includes('wrong-zip-name'));
      assert.ok(rulesOf('summit-k12').includes('wrong-zip-name'));
      assert.ok(!rulesOf('turnitin').includes('wrong-zip-name'));
    });
  });

  it('writes JSON by its schema, without a roster and with one', async () => {
    const ajv = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false, allErrors: true });
    const isList = ajv.compile(JSON.parse(await readFile('schemas/meta/profiles.schema.json', 'utf8')));
    const paths = ['clean-1.0', 'clean-1.1', 'clean-1.2', 'broken-csv', 'broken-references'];
    for (const argv of [[], ...paths.map((path) => [path])]) {
      const list = await fitsOf(argv);
      assert.ok(isList(list), ajv.errorsText(isList.errors));
      assert.deepEqual(
        list.profiles.map(({ id }) => id),
        profileIds,
      );
      for (const profile of list.profiles) {
        assert.equal(profile.accepts, argv.length === 0 ? undefined : profile.obstacles?.length === 0);
      }
    }
    assert.ok(!isList({ ...(await fitsOf([])), roster: { path: '', version: '1.1', mode: 'bulk' } }));
  });

  it('says the same as validate does with the profile', async () => {
    for (const path of ['clean-1.1', 'broken-csv', 'broken-references', 'spreadsheet-damage']) {
      for (const { id, accepts } of (await fitsOf([path])).profiles) {
        const { code } = await oneroster(['validate', path, '--profile', id]);
        assert.equal(accepts, code === 0, `${path} for ${id}`);
      }
    }
  });

  it('keeps values out of the list where it is asked to', async () => {
    const shown = await oneroster(['profiles', 'broken-references']);
    assert.match(shown.stdout, /"C-MATH5"/);
    for (const format of ['text', 'json']) {
      const hidden = await oneroster(['profiles', 'broken-references', '--hide-values', '--format', format]);
      assert.doesNotMatch(hidden.stdout, /C-MATH5/);
      assert.match(hidden.stdout, /reference-case/);
    }
  });

  it('ends with 130 when it is cancelled', async () => {
    const run = await oneroster(['profiles', 'clean-1.1'], { signal: AbortSignal.abort() });
    assert.deepEqual([run.code, run.stdout], [130, '']);
  });
});

interface ProfileList {
  readonly profiles: readonly {
    readonly id: string;
    readonly accepts?: boolean;
    readonly obstacles?: readonly { readonly rule: string }[];
  }[];
}

async function fitsOf(argv: readonly string[], cwd?: string): Promise<ProfileList> {
  const run = await oneroster(['profiles', '--format', 'json', ...argv], cwd === undefined ? {} : { cwd });
  assert.deepEqual([run.code, run.stderr], [0, '']);
  const list: unknown = JSON.parse(run.stdout);
  assert.ok(isProfileList(list));
  return list;
}

function isProfileList(list: unknown): list is ProfileList {
  return typeof list === 'object' && list !== null && 'profiles' in list && Array.isArray(list.profiles);
}
