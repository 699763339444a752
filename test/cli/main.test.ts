import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { commands } from '../../src/cli/main';
import { oneroster } from './support/run-cli';

describe('oneroster', () => {
  it('shows its help and version on standard output', async () => {
    const help = await oneroster(['--help']);
    assert.equal(help.code, 0);
    for (const { command } of commands) assert.match(help.stdout, new RegExp(`^  ${command} `, 'm'));
    const manifest: unknown = JSON.parse(await readFile('package.json', 'utf8'));
    assert.ok(typeof manifest === 'object' && manifest !== null && 'version' in manifest);
    assert.deepEqual(await oneroster(['--version']), {
      code: 0,
      stdout: `${String(manifest.version)}\n`,
      stderr: '',
    });
  });

  it('shows the help of each command, with every option on a line', async () => {
    for (const { command, options } of commands) {
      for (const flag of ['--help', '-h']) {
        const help = await oneroster([command, 'some/path', flag]);
        assert.equal(help.code, 0);
        assert.equal(help.stderr, '');
        for (const { name } of options) assert.match(help.stdout, new RegExp(`^  --${name}\\b.*  \\S`, 'm'));
      }
    }
  });

  const wrong: readonly (readonly [readonly string[], RegExp])[] = [
    [[], /Usage: oneroster/],
    [['valdate'], /no command "valdate".*\n.*"validate"/],
    [['revise'], /no command "revise"/],
    [['--format', 'json', 'validate'], /command has to come first/],
    [['validate', '--fromat', 'json'], /no option "--fromat". Did you mean "--format"/],
    [['validate', '-x'], /no option "-x"/],
    [['validate', '--format'], /--format needs a value/],
    [['validate', '--format', '--output'], /--format needs a value/],
    [['validate', '--format='], /--format needs a value/],
    [['validate', '--format', 'serif'], /one of text, json, sarif, .*Did you mean "sarif"/],
    [['validate', '--profile', 'incident_iq'], /one of .*\bincident-iq, .*Did you mean "incident-iq"/],
    [['validate', '--oneroster-version', '1.3'], /one of 1\.0, 1\.1, 1\.2, auto/],
    [['validate', '--fail-on', 'warn'], /one of error, warning, information, never/],
    [['validate', '--max-problems', '-1'], /--max-problems needs a value/],
    [['validate', '--max-problems=-1'], /whole number/],
    [['validate', '--as-of', '2026-02-30'], /--as-of has to be a day/],
    [['validate', 'nowhere'], /There is no .*nowhere/],
    [['validate', 'clean-1.1/users.csv'], /neither a folder nor a zip/],
    [['validate', ''], /path is empty/],
    [['package', 'a', 'b'], /takes one path/],
    [['package', '--force=yes'], /--force takes no value/],
    [['upload', 'clean-1.1'], /Nothing says where to upload to/],
    [['upload', 'clean-1.1', '--target', 'iiq'], /no target of that name/],
    [['upload', '--url', 'sftp://h'], /names no user/],
    [['upload', '--url', 'sftp://u@h', '--target', 'x'], /both say where to/],
    [['upload', '--url', 'sftp://u@h', '--host-key', 'MD5:aa'], /has to be a fingerprint/],
    [['upload', '--url', 'sftp://u@h'], /No password is given/],
  ];
  for (const [argv, message] of wrong) {
    it(`refuses "${argv.join(' ')}" with exit code 2`, async () => {
      const run = await oneroster(argv);
      assert.equal(run.code, 2);
      assert.equal(run.stdout, '');
      assert.match(run.stderr, message);
    });
  }

  it('never repeats a password', async () => {
    const secret = 'hunter2';
    for (const argv of [
      ['upload', '--password', secret],
      ['upload', `--password=${secret}`],
      ['upload', `--passwort=${secret}`],
      ['upload', '--passphrase', secret],
      ['upload', `-p${secret}`],
      ['upload', '--url', `sftp://u:${secret}@h/x`],
      ['upload', `sftp://u:${secret}@h/x`],
      ['validate', `sftp://u:${secret}@h/x`],
      ['upload', '--format', secret],
      ['upload', '--host-key', secret],
      ['upload', 'clean-1.1', '--target', secret],
    ]) {
      const run = await oneroster(argv);
      assert.equal(run.code, 2, argv.join(' '));
      assert.ok(!`${run.stdout}${run.stderr}`.includes(secret), run.stderr);
    }
  });
});
