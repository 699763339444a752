import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { relative } from 'node:path';
import { findTrackedSecrets } from '../../src/node/find-tracked-secrets';
import { createKeyPair } from '../../src/node/practice/key-pair';
import { inTemporaryFolder, writeFiles } from './support/temporary-folder';

describe('findTrackedSecrets', () => {
  it('looks at the small text files that Git has, below the folder', () =>
    inTemporaryFolder(async (base) => {
      const key = createKeyPair().private;
      await writeFiles(base, {
        'outside.key': key,
        'north/id_ed25519': key,
        'north/.env': 'ONEROSTER_SFTP_PASSWORD=a\n',
        'north/.vscode/sftp.json': '{"host": "h", "password": "a"}',
        'north/.vscode/settings.json': '{"oneroster.password": "a"}',
        'north/oneroster.config.json': '{"targets": {"x": {"password": "a"}}}',
        'north/orgs.csv': key,
        'north/untracked.key': key,
        'north/binary': `\0${key}`,
        'north/large': `${key}${'x'.repeat(300_000)}`,
        'north/clean.md': 'Nothing.',
      });
      const git = (...args: readonly string[]) =>
        execFileSync('git', ['-C', base, ...args], { stdio: 'ignore' });
      git('init', '--quiet');
      git('add', '--force', '.');
      git('rm', '--cached', '--quiet', 'north/untracked.key');
      const found = await findTrackedSecrets(`${base}/north`);
      assert.deepEqual(
        found.map(({ path }) => relative(`${base}/north`, path).replaceAll('\\', '/')).sort(),
        ['.env', '.vscode/settings.json', '.vscode/sftp.json', 'id_ed25519'],
      );
    }));

  it('finds nothing where there is no Git', () =>
    inTemporaryFolder(async (folder) => {
      await writeFiles(folder, { id: createKeyPair().private });
      assert.deepEqual(await findTrackedSecrets(folder), []);
    }));
});
