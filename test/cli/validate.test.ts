import assert from 'node:assert/strict';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { today } from '../../src/node/today';
import { inTemporaryFolder, writeFiles } from '../node/support/temporary-folder';
import { handmadeZip } from '../node/support/zip-bytes';
import { git, makeRepository } from '../node/support/git-repository';
import { oneroster } from './support/run-cli';

const header = 'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId';

const secret = 'S3cret-Pass-W0rd';

describe('oneroster validate', () => {
  it('reports a secret in a file that git has as the editor does, in no format with the secret itself', async () => {
    await inTemporaryFolder(async (folder) => {
      await writeFiles(folder, {
        'oneroster.config.json': '{"profile": "standard"}',
        '.vscode/settings.json': `{\n  "é": 1, "oneroster.password": "${secret}"\n}\n`,
        'north/orgs.csv': `${header}\nn,,,North,school,1,\n`,
        'north/.env': `# Login\nONEROSTER_SFTP_PASSWORD=${secret}\n`,
        'north/untracked.env': `ONEROSTER_SFTP_PASSWORD=${secret}\n`,
      });
      const before = await oneroster(['validate', 'north', '--format', 'json'], { cwd: folder });
      await makeRepository(folder);
      await git(folder, 'add', '--all', '--force');
      await git(folder, 'rm', '--cached', '--quiet', 'north/untracked.env');
      const run = await oneroster(['validate', 'north', '--format', 'json'], { cwd: folder });
      assert.deepEqual([run.code, run.stderr], [1, '']);
      const [old, found] = [before, run].map(({ stdout }) => secretsIn(stdout));
      assert.deepEqual(old?.places, []);
      assert.deepEqual(found?.places, [
        ['.env', 2, 1, 2, 41],
        ['../.vscode/settings.json', 2, 11, 2, 51],
      ]);
      assert.equal(found.errors, old.errors + 2);
      const ajv = new Ajv2020({ strict: true, allErrors: true });
      const isReport = ajv.compile(JSON.parse(await readFile('schemas/meta/report.schema.json', 'utf8')));
      assert.ok(isReport(JSON.parse(run.stdout)), ajv.errorsText(isReport.errors));
      for (const format of ['text', 'json', 'sarif', 'junit', 'github', 'html']) {
        const { stdout, stderr } = await oneroster(['validate', 'north', '--format', format], {
          cwd: folder,
        });
        assert.match(stdout, /A password stands here|stands here, where everybody can read it/, format);
        assert.ok(!`${stdout}${stderr}`.includes(secret), format);
        assert.doesNotMatch(stdout, /rule failed[^.]*secret-in-file/i);
      }
    });
  });

  it('reports a clean roster in text and ends with 0', async () => {
    const run = await oneroster(['validate', 'clean-1.1', '--as-of', '2026-10-01']);
    const head = 'clean-1.1: OneRoster 1.1, bulk, profile standard, 8 files, ';
    assert.ok(run.stdout.startsWith(head), run.stdout);
    assert.ok(run.stdout.endsWith('\nclean-1.1: no problems\n'), run.stdout);
    assert.deepEqual([run.code, run.stderr], [0, '']);
  });

  it('writes each problem on a line that a terminal can open, and true totals', async () => {
    const run = await oneroster(['validate', 'broken-references']);
    assert.equal(run.code, 1);
    const expected = await readFile('test/rosters/broken-references/expected.txt', 'utf8');
    for (const line of expected.trimEnd().split('\n')) {
      assert.ok(run.stdout.includes(`\n${join('broken-references', line)}\n`), line);
    }
    assert.match(run.stdout, /\nbroken-references: \d+ errors.*\n$/);
    const inside = await oneroster(['validate'], { cwd: 'test/rosters/broken-references' });
    assert.ok(inside.stdout.includes(`\n${expected.split('\n')[0] ?? '?'}\n`));
  });

  it('says how many more there are of a rule that is not listed to the end', async () => {
    await inTemporaryFolder(async (folder) => {
      const rows = Array.from({ length: 12 }, (_, index) => `o${String(index)},,,,school,,`);
      await writeFiles(folder, { 'orgs.csv': `${[header, ...rows].join('\n')}\n` });
      const run = await oneroster(['validate', '--max-problems', '5'], { cwd: folder });
      assert.equal(run.stdout.match(/error required-value/g)?.length, 5);
      assert.match(run.stdout, /\n7 more of required-value not listed/);
      const all = await oneroster(['validate', '--max-problems', '0'], { cwd: folder });
      assert.equal(all.stdout.match(/error required-value/g)?.length, 12);
      assert.doesNotMatch(all.stdout, /not listed/);
    });
  });

  it('writes JSON by its schema, with the fields of the contract in their order', async () => {
    const ajv = new Ajv2020({ strict: true, allErrors: true });
    const isReport = ajv.compile(JSON.parse(await readFile('schemas/meta/report.schema.json', 'utf8')));
    const paths = ['clean-1.0', 'clean-1.2', 'broken-csv', 'broken-references', 'spreadsheet-damage'];
    for (const more of [[], ['--max-problems', '0']]) {
      const run = await oneroster(['validate', '--format', 'json', ...more, ...paths]);
      assert.equal(run.code, 1);
      const report = asReport(run.stdout);
      assert.ok(isReport(report), ajv.errorsText(isReport.errors));
      assert.deepEqual(
        report.rosters.map((roster) => roster['path']),
        paths,
      );
      assert.deepEqual(Object.keys(report.rosters[0] ?? {}), [
        'path',
        'version',
        'mode',
        'profile',
        'files',
        'problems',
        'totals',
      ]);
    }
    const dangling = asReport(
      (await oneroster(['validate', '--format', 'json', 'broken-references'])).stdout,
    ).rosters[0]?.problems.find(
      (problem) => problem['rule'] === 'dangling-reference' && problem['line'] === 3,
    );
    assert.ok(dangling !== undefined);
    const { message, ...fields } = dangling;
    assert.match(String(message), /u-stud9/);
    assert.deepEqual(fields, {
      rule: 'dangling-reference',
      severity: 'error',
      file: 'enrollments.csv',
      record: 3,
      line: 3,
      column: 23,
      endLine: 3,
      endColumn: 30,
      field: 'userSourcedId',
      value: 'u-stud9',
      count: 1,
      related: [],
    });
  });

  it('takes the day of --as-of for today, and else that of the system', async () => {
    const told = await oneroster(['validate', 'clean-1.1', '--as-of', '2026-08-01']);
    assert.match(told.stdout, /information session-not-current No session holds 2026-08-01/);
    await inTemporaryFolder(async (folder) => {
      const sessions = 'sourcedId,title,type,startDate,endDate\nt1,Long ago,term,1999-08-17,2000-06-12\n';
      await writeFiles(folder, { 'academicSessions.csv': sessions });
      const before = today();
      const run = await oneroster(['validate'], { cwd: folder });
      const [found] = /No session holds \S+(?=:)/.exec(run.stdout) ?? [];
      // The day may change while the command runs.
      assert.ok([before, today()].map((day) => `No session holds ${day}`).includes(found ?? ''), run.stdout);
    });
  });

  it('follows --fail-on', async () => {
    await inTemporaryFolder(async (folder) => {
      const config = { rules: { 'dangling-reference': 'warning' } };
      await writeFiles(folder, { 'oneroster.config.json': JSON.stringify(config) });
      await writeFiles(join(folder, 'r'), await filesOf('clean-1.1'));
      const path = join(folder, 'r', 'enrollments.csv');
      await writeFile(path, (await readFile(path, 'utf8')).replace('u-stud1', 'u-nobody'));
      for (const [failOn, code] of [
        ['error', 0],
        ['warning', 1],
        ['information', 1],
        ['never', 0],
      ] as const) {
        const run = await oneroster(['validate', '--fail-on', failOn, 'r'], { cwd: folder });
        assert.equal(run.code, code, `${failOn}\n${run.stdout}`);
      }
    });
  });

  it('takes version and profile from the configuration, and options before it', async () => {
    await inTemporaryFolder(async (folder) => {
      await writeFiles(folder, { 'oneroster.config.json': '{"version": "1.2", "profile": "incident-iq"}' });
      await writeFiles(join(folder, 'r'), await filesOf('clean-1.1'));
      const run = await oneroster(['validate', 'r'], { cwd: folder });
      assert.match(run.stdout, /^r: OneRoster 1\.2, bulk, profile incident-iq/);
      const options = ['--oneroster-version', 'auto', '--profile', 'standard'];
      const other = await oneroster(['validate', 'r', ...options], { cwd: folder });
      assert.match(other.stdout, /^r: OneRoster 1\.1, bulk, profile standard/);
    });
  });

  it('refuses a wrong configuration with its place, and only tells of a doubtful one', async () => {
    await inTemporaryFolder(async (folder) => {
      await writeFiles(folder, { 'oneroster.config.json': '{\n  "version": "1.3"\n}', 'orgs.csv': header });
      const run = await oneroster(['validate'], { cwd: folder });
      assert.deepEqual([run.code, run.stdout], [2, '']);
      assert.match(run.stderr, /oneroster\.config\.json:2:14 error "version" has to be/);
      await writeFiles(folder, { 'oneroster.config.json': '{"rules": {"no-such-rule": "off"}}' });
      const doubtful = await oneroster(['validate', '--fail-on', 'never'], { cwd: folder });
      assert.equal(doubtful.code, 0);
      assert.match(
        doubtful.stderr,
        /oneroster\.config\.json:1:12 warning suppressed-nothing There is no rule "no-such-rule"/,
      );
    });
  });

  it('writes the report to a file', async () => {
    await inTemporaryFolder(async (folder) => {
      await writeFiles(folder, await filesOf('clean-1.1'));
      const run = await oneroster(['validate', '--format', 'json', '--output', 'report.json'], {
        cwd: folder,
      });
      assert.deepEqual(run, { code: 0, stdout: '', stderr: '' });
      assert.equal(asReport(await readFile(join(folder, 'report.json'), 'utf8')).rosters.length, 1);
      const bad = await oneroster(['validate', '--output', 'no/folder/report'], { cwd: folder });
      assert.equal(bad.code, 2);
      assert.match(bad.stderr, /cannot be written/);
    });
  });

  it('colours and shows progress on a terminal only, and not where NO_COLOR is set', async () => {
    const escape = '\u001b[';
    assert.ok(
      (await oneroster(['validate', 'broken-csv'], { isTerminal: true })).stdout.includes(
        `${escape}31merror`,
      ),
    );
    assert.ok(!(await oneroster(['validate', 'broken-csv'])).stdout.includes(escape));
    const plain = await oneroster(['validate', 'broken-csv'], { isTerminal: true, env: { NO_COLOR: '1' } });
    assert.ok(!plain.stdout.includes(escape));
    assert.match(plain.stderr, /Validating broken-csv/);
    assert.equal((await oneroster(['validate', 'broken-csv'])).stderr, '');
  });

  it('writes names that would steer a terminal as codes', async () => {
    await inTemporaryFolder(async (folder) => {
      await writeFile(join(folder, 'a.zip'), handmadeZip([{ name: '\u001b[31mred.csv', data: 'a,b\n' }]));
      const run = await oneroster(['validate', 'a.zip'], { cwd: folder });
      assert.ok(!run.stdout.includes('\u001b'), run.stdout);
      assert.match(run.stdout, /⟨U\+001B⟩\[31mred\.csv/);
    });
  });

  it('reports unreadable files as problems, and checks the others', async () => {
    await inTemporaryFolder(async (folder) => {
      await writeFiles(folder, await filesOf('clean-1.1'));
      await mkdir(join(folder, 'results.csv'));
      await symlink('nowhere', join(folder, 'lineItems.csv'));
      const run = await oneroster(['validate'], { cwd: folder });
      assert.equal(run.code, 1);
      assert.match(run.stdout, /results\.csv:1:1 error unreadable-file results\.csv is a folder/);
      assert.match(run.stdout, /lineItems\.csv:1:1 error unreadable-file .*it is not there/);
    });
  });

  it('ends with 130 when it is cancelled', async () => {
    const run = await oneroster(['validate', 'clean-1.1'], { signal: AbortSignal.abort() });
    assert.deepEqual([run.code, run.stdout], [130, '']);
  });

  it('survives every kind of bad file', async () => {
    const wide = `${Array.from({ length: 300 }, (_, index) => `c${String(index)}`).join(',')}\n${','.repeat(299)}\n`;
    const bad: Readonly<Record<string, readonly [string | Uint8Array, string]>> = {
      'not UTF-8': [
        Buffer.concat([Buffer.from(`${header}\no1,,,`), Buffer.from([0xe9]), Buffer.from(',school,,\n')]),
        'invalid-encoding',
      ],
      'an unclosed quote': [`${header}\no1,,,"North,school,,\n`, 'unclosed-quote'],
      '0 bytes': ['', 'empty-file'],
      'a header only': [`${header}\n`, 'no-records'],
      '300 columns': [wide, 'empty-file'],
      'NUL bytes': [`${header}\no1,,,No\0rth,school,,\n`, 'control-character'],
      'a field of 60 MB': [`${header}\no1,,,"${'x'.repeat(60_000_000)}",school,,\n`, ''],
    };
    for (const [what, [content, rule]] of Object.entries(bad)) {
      await inTemporaryFolder(async (folder) => {
        await writeFiles(folder, { ...(await filesOf('clean-1.1')), 'orgs.csv': content });
        const run = await oneroster(['validate', '--format', 'json'], { cwd: folder });
        const rules = asReport(run.stdout).rosters[0]?.problems.map((problem) => problem['rule']) ?? [];
        assert.ok(run.code === 1, `${what}: ${String(run.code)} ${run.stderr}`);
        if (rule !== '') assert.ok(rules.includes(rule), `${what}: ${rules.join(', ')}`);
        assert.ok(!rules.includes('internal-error'), `${what}: ${run.stdout.slice(0, 2000)}`);
      });
    }
  });
});

interface Report {
  readonly rosters: readonly {
    readonly [key: string]: unknown;
    readonly problems: readonly Readonly<Record<string, unknown>>[];
  }[];
}

function asReport(text: string): Report {
  return JSON.parse(text) as Report;
}

async function filesOf(name: string): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const table of [
    'manifest',
    'academicSessions',
    'classes',
    'courses',
    'demographics',
    'enrollments',
    'orgs',
    'users',
  ]) {
    files[`${table}.csv`] = await readFile(`test/rosters/${name}/${table}.csv`, 'utf8');
  }
  return files;
}

interface ReportedSecrets {
  readonly errors: number;
  readonly places: readonly (readonly [string, number, number, number, number])[];
}

function secretsIn(stdout: string): ReportedSecrets {
  const { rosters } = JSON.parse(stdout) as {
    readonly rosters: readonly {
      readonly totals: { readonly error: number };
      readonly problems: readonly {
        readonly rule: string;
        readonly file: string;
        readonly line: number;
        readonly column: number;
        readonly endLine: number;
        readonly endColumn: number;
      }[];
    }[];
  };
  const problems = rosters[0]?.problems.filter(({ rule }) => rule === 'secret-in-file') ?? [];
  return {
    errors: rosters[0]?.totals.error ?? 0,
    places: problems.map(({ file, line, column, endLine, endColumn }) => [
      file,
      line,
      column,
      endLine,
      endColumn,
    ]),
  };
}
