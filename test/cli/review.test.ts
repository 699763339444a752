import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { cleanFiles } from '../../scripts/sample-district/planted-district.mjs';
import { packageRoster } from '../../src/node/package-roster';
import { inTemporaryFolder } from '../node/support/temporary-folder';
import { recordDelivery } from '../support/record-delivery';
import { oneroster, type CliRun } from './support/run-cli';

const targets = {
  practice: { url: 'sftp://north@sftp.example.org/in' },
  other: { url: 'sftp://south@sftp.example.net/in', profile: 'classlink' },
};

describe('oneroster review', () => {
  it('says that nothing would change, and that the gate would let it pass', async () => {
    await withRoster(async ({ run, deliver }) => {
      await deliver();
      const { code, stdout, stderr } = await run();
      assert.deepEqual([code, stderr], [0, '']);
      assert.match(stdout, /^What an upload of north to practice \(sftp\.example\.org:22, folder \/in\)/);
      assert.match(stdout, /The change gate would let it pass\./);
      assert.match(stdout, /users\.csv: 3\d\d before, 3\d\d after; 0 created, 0 changed, 0 removed/);
      assert.match(stdout, /The package would hold the same records as the last one\./);
    });
  });

  it('says why the gate would stop half an export, what agrees to it, and ends with 3', async () => {
    await withRoster(async ({ run, deliver, edit }) => {
      await deliver();
      const lines = await edit('enrollments.csv', (all) => all.slice(0, 2));
      const removed = String(lines - 2);
      const stopped = await run();
      assert.deepEqual([stopped.code, stopped.stderr], [3, '']);
      assert.match(
        stopped.stdout,
        /The change gate would stop it:\n- .* of enrollments\.csv would be removed/,
      );
      assert.ok(stopped.stdout.includes(`To upload all the same: --allow-removals ${removed}\n`));
      assert.match(stopped.stdout, /High School \(SCH-300\):\n {2}enrollments\.csv: 358 before, 0 after/);
      assert.match(stopped.stdout, /Nothing changes at: Larkspur Valley School District \(DST-001\)\n/);
      assert.match(stopped.stdout, /enrollments\.csv: \d+ removed, 1 unchanged\n {2}- /);
      assert.match(stopped.stdout, /… and \d+ more; --max-entries 0 lists all/);
      const agreed = await run('--allow-removals', removed);
      assert.equal(agreed.code, 0);
      assert.match(agreed.stdout, /would let it pass\.\n- .*\(agreed to\)/);
    });
  });

  it('takes a person under a new id for that person', async () => {
    await withRoster(async ({ run, deliver, edit }) => {
      await deliver();
      await edit('users.csv', ([header = '', first = '', ...others]) => [header, `x${first}`, ...others]);
      const { stdout } = await run();
      assert.match(stdout, /\n1 of 3\d\d people under a new id\n/);
      assert.match(stdout, /> (\S+) → x\1 /);
    });
  });

  it('has nothing to compare a first delivery with, counts it all the same, and knows one target from another', async () => {
    await withRoster(async ({ run, deliver }) => {
      await deliver();
      const first = await run('--target', 'other');
      assert.equal(first.code, 3, first.stderr);
      assert.match(first.stdout, /against: nothing, for it would be the first delivery/);
      assert.match(first.stdout, /To upload all the same: --first-delivery/);
      assert.match(first.stdout, /users\.csv: 0 before, 3\d\d after; 3\d\d created/);
      assert.doesNotMatch(first.stdout, / {2}\+ /);
      assert.equal((await run('--target', 'other', '--first-delivery')).code, 0);
    });
  });

  it('writes JSON by its schema, with values, without, and of a first delivery', async () => {
    const ajv = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false, allErrors: true });
    ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    ajv.addSchema(JSON.parse(await readFile('schemas/meta/comparison.schema.json', 'utf8')) as object);
    const isReview = ajv.compile(JSON.parse(await readFile('schemas/meta/review.schema.json', 'utf8')));
    await withRoster(async ({ run, deliver, edit }) => {
      await deliver();
      await edit('users.csv', (all) => all.slice(0, -40));
      await edit('orgs.csv', (all) => all.slice(0, -1));
      for (const argv of [[], ['--hide-values'], ['--target', 'other'], ['--max-entries', '0']]) {
        const { code, stdout } = await run('--format', 'json', ...argv);
        assert.equal(code, 3);
        const data: unknown = JSON.parse(stdout);
        assert.ok(isReview(data), ajv.errorsText(isReview.errors));
      }
      const review = jsonOf(await run('--format', 'json', '--max-entries', '0'));
      const users = review.files.find(({ name }) => name === 'users.csv');
      const counts = review.counts.files.find(({ file }) => file === 'users.csv');
      assert.deepEqual([users?.removed, users?.entries.length, counts?.removed], [40, 40, 40]);
      assert.ok(review.errors > 0);
      assert.ok(
        review.reasons.some(
          ({ code, option }) => code === 'school-gone' && /^--allow-removals \d+$/.test(option),
        ),
      );
    });
  });

  it('judges what would be packed: files that are none of the roster stay out, a zip is taken as it is', async () => {
    await withRoster(async ({ folder, run, deliver, write }) => {
      await deliver();
      await write('notes.csv', 'text\nhello\n');
      assert.doesNotMatch((await run()).stdout, /notes\.csv/);
      const output = join(folder, 'made.zip');
      await packageRoster(join(folder, 'north'), { force: true, output });
      const zip = await oneroster(['review', 'made.zip', '--target', 'practice'], { cwd: folder });
      assert.deepEqual([zip.code, zip.stderr], [0, '']);
    });
  });

  it('leaves everything as it was', async () => {
    await withRoster(async ({ folder, run, deliver }) => {
      await deliver();
      const before = await readdir(folder, { recursive: true });
      await run();
      assert.deepEqual(await readdir(folder, { recursive: true }), before);
    });
  });
});

interface ReviewJson {
  readonly errors: number;
  readonly reasons: readonly { readonly code: string; readonly option: string }[];
  readonly counts: { readonly files: readonly { readonly file: string; readonly removed: number }[] };
  readonly files: readonly {
    readonly name: string;
    readonly removed: number;
    readonly entries: readonly object[];
  }[];
}

function jsonOf({ stdout }: CliRun): ReviewJson {
  return JSON.parse(stdout) as ReviewJson;
}

interface Scene {
  readonly folder: string;
  /** Reviews the roster `north`. */
  readonly run: (...argv: readonly string[]) => Promise<CliRun>;
  /** Puts the roster on record as delivered to `practice`. */
  readonly deliver: () => Promise<unknown>;
  readonly write: (file: string, text: string) => Promise<void>;
  /** Changes the lines of a file; gives the number that it had. */
  readonly edit: (file: string, change: (lines: readonly string[]) => readonly string[]) => Promise<number>;
}

async function withRoster(work: (scene: Scene) => Promise<void>): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    const roster = join(folder, 'north');
    await mkdir(roster);
    for (const [file, text] of cleanFiles()) await writeFile(join(roster, file), text);
    const config = { targets, defaultTarget: 'practice' };
    await writeFile(join(folder, 'oneroster.config.json'), JSON.stringify(config));
    const write = (file: string, text: string) => writeFile(join(roster, file), text);
    await work({
      folder,
      write,
      run: (...argv) => oneroster(['review', 'north', ...argv], { cwd: folder }),
      deliver: () => recordDelivery(roster, undefined, join(folder, '.oneroster')),
      async edit(file, change) {
        const lines = (await readFile(join(roster, file), 'utf8')).trimEnd().split('\n');
        await write(file, `${change(lines).join('\n')}\n`);
        return lines.length;
      },
    });
  });
}
