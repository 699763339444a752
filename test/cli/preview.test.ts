import assert from 'node:assert/strict';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Preview } from '../../src/core/preview/preview';
import { inTemporaryFolder } from '../node/support/temporary-folder';
import { recordDelivery } from '../support/record-delivery';
import { oneroster, type CliRun } from './support/run-cli';

const people = /Rivera|Okafor|Marta|m\.rivera|j\.okafor/;

describe('oneroster preview', () => {
  it('says who lands where, with ids instead of names', async () => {
    await withRoster(async ({ run }) => {
      const { code, stdout } = await run();
      assert.equal(code, 0);
      assert.match(stdout, /Incident IQ, OneRoster 1\.1, bulk/);
      assert.match(stdout, /3 {2}District Office \(default location\): parent 1, student 1, teacher 1/);
      assert.match(stdout, /At the default location: 3/);
      assert.match(
        stdout,
        /u-stud1 · record 3 · student · o-elm · District Office · the school has no mapping/,
      );
      assert.match(stdout, /"o-gone" in the mapping is no organization/);
      assert.match(stdout, /parent \(no mapping\)/);
      assert.doesNotMatch(stdout, people);
      assert.match((await run('--names')).stdout, /u-stud1 June Okafor/);
    });
  });

  it('lists as many people as are asked for, and says how many there are', async () => {
    await withRoster(async ({ run }) => {
      const { stdout } = await run('--max-people', '1');
      assert.match(stdout, /At the default location: 3/);
      assert.match(stdout, /and 2 more: --max-people 0 lists all/);
      assert.doesNotMatch(stdout, /u-par1 · record 4 · parent · o-elm · District Office · the school has/);
    });
  });

  it('writes JSON that its schema describes, with and without a delivery, with and without names', async () => {
    const ajv = new Ajv2020({ allErrors: true, strictRequired: false });
    const isPreview = ajv.compile(JSON.parse(await readFile('schemas/meta/preview.schema.json', 'utf8')));
    await withRoster(async ({ folder, run }) => {
      const first = previewOf(await run('--format', 'json'));
      assert.ok(isPreview(first), ajv.errorsText(isPreview.errors));
      assert.equal(first.against, undefined);
      await recordDelivery(folder);
      const second = previewOf(await run('--format', 'json', '--names'));
      assert.ok(isPreview(second), ajv.errorsText(isPreview.errors));
      assert.equal(second.against?.time, '2026-11-24T23:30:00.000Z');
      const found = second.findings.find(({ kind }) => kind === 'default-location');
      assert.equal(found?.people[0]?.name, 'Marta Rivera');
      assert.equal(isPreview({ ...second, extra: 1 }), false);
    });
  });

  it('compares with the last delivery, with one that is named, and fails for one that there is not', async () => {
    await withRoster(async ({ folder, run, replace }) => {
      const none = await run('--against', 'last');
      assert.equal(none.code, 2);
      assert.match(none.stderr, /nothing to compare with/);
      const before = await recordDelivery(folder, '2026-11-23T23:30:00.000Z');
      await replace('u-stud1', 'u-stud9');
      await recordDelivery(folder, '2026-11-24T23:30:00.000Z');
      const since = (run: CliRun) => totals(previewOf(run));
      assert.deepEqual(since(await run('--format', 'json')), { new: 0, gone: 0, moved: 0 });
      assert.deepEqual(since(await run('--format', 'json', '--against', 'last')), {
        new: 0,
        gone: 0,
        moved: 0,
      });
      const older = await run('--format', 'json', '--against', before);
      assert.deepEqual(since(older), { new: 1, gone: 1, moved: 0 });
      const wrong = await run('--against', 'nowhere/0');
      assert.equal(wrong.code, 2);
      assert.match(wrong.stderr, /There is no delivery "nowhere\/0"/);
    });
  });

  it('writes everybody as CSV, into a file if it is asked to', async () => {
    await withRoster(async ({ folder, run }) => {
      const { stdout } = await run('--format', 'csv');
      assert.equal(stdout.split('\r\n').length, 5);
      assert.doesNotMatch(stdout, people);
      const output = join(folder, 'preview.txt');
      assert.equal((await run('--format', 'csv', '--names', '--output', output)).stdout, '');
      assert.match(
        await readFile(output, 'utf8'),
        /^u-stud1,June Okafor,3,student,Learner,o-elm,District Office,/m,
      );
    });
  });

  it('ends with 2 where there is nobody to preview', async () => {
    await inTemporaryFolder(async (folder) => {
      await writeFile(join(folder, 'orgs.csv'), 'sourcedId,name,type\no1,North,school\n');
      const { code, stderr } = await oneroster(['preview', folder]);
      assert.equal(code, 2);
      assert.match(stderr, /has no users\.csv that can be read/);
    });
  });
});

function previewOf({ stdout, stderr }: CliRun): Preview {
  assert.notEqual(stdout, '', stderr);
  return JSON.parse(stdout) as Preview;
}

function totals({ findings }: Preview): Readonly<Record<string, number>> {
  const changes = ['new', 'gone', 'moved'];
  const own = findings.filter(({ kind }) => changes.includes(kind));
  return Object.fromEntries(own.map(({ kind, total }) => [kind, total]));
}

interface Scene {
  readonly folder: string;
  readonly run: (...options: readonly string[]) => Promise<CliRun>;
  readonly replace: (from: string, to: string) => Promise<void>;
}

async function withRoster(work: (scene: Scene) => Promise<void>): Promise<void> {
  await inTemporaryFolder(async (base) => {
    const folder = join(base, 'north');
    await mkdir(folder);
    await cp('test/rosters/clean-1.1', folder, { recursive: true });
    const mapping = {
      schools: { 'o-gone': 'Old' },
      defaultLocation: 'District Office',
      roles: { student: 'Learner' },
    };
    await writeFile(
      join(folder, 'oneroster.config.json'),
      JSON.stringify({ profile: 'incident-iq', mapping }),
    );
    await work({
      folder,
      run: (...options) => oneroster(['preview', 'north', ...options], { cwd: base }),
      async replace(from, to) {
        const users = join(folder, 'users.csv');
        await writeFile(users, (await readFile(users, 'utf8')).replaceAll(from, to));
      },
    });
  });
}
