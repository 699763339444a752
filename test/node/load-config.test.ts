import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { RosterError } from '../../src/core/errors';
import { loadConfig, resolveConfigPath } from '../../src/node/load-config';
import { inTemporaryFolder, writeFiles } from './support/temporary-folder';

const name = 'oneroster.config.json';

describe('loadConfig', () => {
  it('finds the nearest configuration in the roster folder or above it, for a zip beside it', async () => {
    await inTemporaryFolder(async (folder) => {
      await writeFiles(folder, {
        [name]: '{"version": "1.0"}',
        'north/x.zip': '',
        'south/deep/users.csv': '',
      });
      await writeFile(join(folder, 'south', name), '{"version": "1.2"}');
      assert.equal((await loadConfig(join(folder, 'north')))?.config.version, '1.0');
      assert.equal((await loadConfig(join(folder, 'north', 'x.zip')))?.path, join(folder, name));
      assert.equal((await loadConfig(join(folder, 'south', 'deep')))?.config.version, '1.2');
      assert.equal((await loadConfig(join(folder, 'not', 'there')))?.config.version, '1.0');
    });
  });

  it('refuses a configuration that is there and cannot be read', async () => {
    await inTemporaryFolder(async (folder) => {
      await mkdir(join(folder, name));
      await assert.rejects(loadConfig(folder), (error) => RosterError.is(error, 'configuration'));
    });
  });

  it('counts relative paths from the configuration and ~ from home', () => {
    const config = join('/district', name);
    assert.equal(resolveConfigPath(config, 'out/a.zip'), join('/district', 'out', 'a.zip'));
    assert.equal(resolveConfigPath(config, '~/.ssh/id'), join(homedir(), '.ssh', 'id'));
    assert.equal(resolveConfigPath(config, '/abs/a.zip'), '/abs/a.zip');
  });
});
