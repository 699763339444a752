import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { rules } from '../../src/core/rules/registry.generated';
import { profileIds } from '../../src/core/spec/specification';
import { inTemporaryFolder, writeFiles } from '../node/support/temporary-folder';
import { oneroster } from './support/run-cli';

describe('oneroster rules', () => {
  it('lists every rule with its severity, summary and page', async () => {
    const run = await oneroster(['rules']);
    assert.equal(run.code, 0);
    assert.equal(run.stderr, '');
    assert.match(run.stdout, /^Profile standard, OneRoster of any version: \d+ rules\n/);
    for (const { id, summary } of rules) {
      assert.ok(run.stdout.includes(`\n${id} `), id);
      assert.ok(run.stdout.includes(`  ${summary}\n`), id);
      assert.match(run.stdout, new RegExp(`docs/rules/${id}\\.md\n`));
    }
    assert.match(run.stdout, /\nno-records error \(information in 1\.0\)\n/);
    assert.match(run.stdout, /\nmissing-manifest error \(only 1\.1, 1\.2\)\n/);
    assert.doesNotMatch(run.stdout, /changes it/);
  });

  it('says what the profile changed', async () => {
    const run = await oneroster(['rules', '--profile', 'apple-school-manager', '--oneroster-version', '1.1']);
    assert.match(run.stdout, /^Profile apple-school-manager, OneRoster 1\.1: /);
    assert.match(run.stdout, /\nlifecycle-in-bulk information \(error unless the profile changes it/);
    assert.equal(run.stdout.match(/unless the profile/g)?.length, 1);
  });

  it('leaves out what does not apply to the version, and takes its severities', async () => {
    const { rules: listed } = await asJson(['--oneroster-version', '1.0']);
    assert.ok(listed.length < rules.length);
    assert.equal(
      listed.find(({ id }) => id === 'missing-manifest'),
      undefined,
    );
    const found = listed.find(({ id }) => id === 'no-records');
    assert.deepEqual([found?.severity, found?.usual, found?.changedBy], ['information', 'information', null]);
  });

  it('heeds the configuration, which comes before the profile', async () => {
    await inTemporaryFolder(async (folder) => {
      await writeFiles(folder, {
        'oneroster.config.json':
          '{"profile": "stmath", "version": "1.1", "rules": {"unknown-grade": "error", "blank-record": "off"}}',
      });
      for (const argv of [['rules'], ['rules', folder]]) {
        const run = await oneroster(argv, argv.length === 1 ? { cwd: folder } : {});
        assert.match(run.stdout, /^Profile stmath, OneRoster 1\.1: /);
        assert.match(run.stdout, /\nunknown-grade error \(warning unless the configuration changes it/);
        assert.match(run.stdout, /\nblank-record off \(warning unless the configuration changes it\)\n/);
      }
    });
    const own = await oneroster(['rules', '--profile', 'stmath']);
    assert.match(own.stdout, /\nunknown-grade off \(warning unless the profile changes it/);
  });

  it('writes JSON by its schema, for every profile', async () => {
    const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
    const isList = ajv.compile(JSON.parse(await readFile('schemas/meta/rules.schema.json', 'utf8')));
    for (const profile of profileIds) {
      const list = await asJson(['--profile', profile]);
      assert.ok(isList(list), ajv.errorsText(isList.errors));
      assert.equal(list.profile, profile);
      assert.deepEqual(
        list.rules.map(({ id }) => id),
        rules.map(({ id }) => id),
      );
    }
  });
});

interface RuleList {
  readonly profile: string;
  readonly rules: readonly {
    readonly id: string;
    readonly severity: string;
    readonly usual: string;
    readonly changedBy: string | null;
  }[];
}

async function asJson(argv: readonly string[]): Promise<RuleList> {
  const run = await oneroster(['rules', '--format', 'json', ...argv]);
  assert.deepEqual([run.code, run.stderr], [0, '']);
  const list: unknown = JSON.parse(run.stdout);
  assert.ok(isRuleList(list));
  return list;
}

function isRuleList(list: unknown): list is RuleList {
  return typeof list === 'object' && list !== null && 'rules' in list && Array.isArray(list.rules);
}
