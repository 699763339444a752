import assert from 'node:assert/strict';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Receipt } from '../../../src/core/delivery/receipt';
import { RosterError } from '../../../src/core/errors';
import { DeliveryHistory } from '../../../src/node/history/delivery-history';
import { historyFolderOf } from '../../../src/node/history/history-folder';
import { inTemporaryFolder, writeFiles } from '../support/temporary-folder';

const place = { name: 'Incident IQ', host: 'sftp.example.org', port: 22, user: 'north', path: '/in' };

function receipt(day: number, target = place): Receipt {
  const time = `2026-11-${String(day).padStart(2, '0')}T23:30:00.000Z`;
  return {
    tool: { name: 'oneroster', version: '0.1.0' },
    ...{ time, dryRun: false, version: '1.1', profile: 'standard', rules: {} },
    package: { name: 'north.zip', bytes: 3, sha256: String(day).padStart(64, '0') },
    files: [{ name: 'users.csv', records: 1, bytes: 3 }],
    target,
  };
}

async function deliver(history: DeliveryHistory, folder: string, made: Receipt): Promise<void> {
  const file = join(folder, 'north.zip');
  await writeFile(file, made.time);
  const staged = await history.stage(made.target, file);
  await staged.keep(made);
  await staged.discard();
}

describe('the history of deliveries', () => {
  it('has every receipt, the latest first, each with its package', async () => {
    await inTemporaryFolder(async (folder) => {
      const history = new DeliveryHistory(join(folder, '.oneroster'));
      assert.deepEqual(await history.list(), { deliveries: [], damaged: [] });
      const elsewhere = { ...place, path: '/other' };
      for (const made of [receipt(1), receipt(3), receipt(2, elsewhere)])
        await deliver(history, folder, made);
      const { deliveries } = await history.list();
      assert.deepEqual(
        deliveries.map((each) => each.receipt),
        [receipt(3), receipt(2, elsewhere), receipt(1)],
      );
      const [latest] = deliveries;
      assert.equal(await readFile(latest?.packagePath ?? '', 'utf8'), receipt(3).time);
      assert.deepEqual(await history.find(latest?.id ?? ''), latest);
      assert.equal(await history.find('incident-iq/none'), undefined);
    });
  });

  it('knows the last delivery to each place, whatever the target is called', async () => {
    await inTemporaryFolder(async (folder) => {
      const history = new DeliveryHistory(join(folder, '.oneroster'));
      await deliver(history, folder, receipt(1));
      await deliver(history, folder, receipt(2));
      assert.deepEqual((await history.last({ ...place, host: 'SFTP.example.org' }))?.receipt, receipt(2));
      assert.equal(await history.last({ ...place, user: 'south' }), undefined);
    });
  });

  it('keeps the last packages of a target, and all receipts', async () => {
    await inTemporaryFolder(async (folder) => {
      const history = new DeliveryHistory(join(folder, '.oneroster'), 2);
      for (const day of [1, 2, 3, 4]) await deliver(history, folder, receipt(day));
      const { deliveries } = await history.list();
      assert.deepEqual(
        deliveries.map(({ packagePath }) => packagePath !== undefined),
        [true, true, false, false],
      );
    });
  });

  it('leaves nothing of a delivery that was not made', async () => {
    await inTemporaryFolder(async (folder) => {
      const history = new DeliveryHistory(join(folder, '.oneroster'));
      await writeFile(join(folder, 'north.zip'), 'zip');
      const staged = await history.stage(place, join(folder, 'north.zip'));
      assert.equal(await history.last(place), undefined);
      await staged.discard();
      const [key = ''] = await readdir(join(folder, '.oneroster', 'deliveries'));
      assert.deepEqual(await readdir(join(folder, '.oneroster', 'deliveries', key)), []);
    });
  });

  it('is kept out of repositories, and from other people on the computer', async function () {
    await inTemporaryFolder(async (folder) => {
      const history = new DeliveryHistory(join(folder, '.oneroster'));
      await deliver(history, folder, receipt(1));
      assert.equal(await readFile(join(folder, '.oneroster', '.gitignore'), 'utf8'), '*\n');
      if (process.platform === 'win32') this.skip();
      const { mode } = await stat(join(folder, '.oneroster'));
      assert.equal(mode & 0o077, 0);
    });
  });

  it('does not guess what was delivered last where that receipt is damaged', async () => {
    await inTemporaryFolder(async (folder) => {
      const history = new DeliveryHistory(join(folder, '.oneroster'));
      await deliver(history, folder, receipt(1));
      await deliver(history, folder, receipt(2));
      const { id = '' } = (await history.last(place)) ?? {};
      const path = join(folder, '.oneroster', 'deliveries', `${id}.json`);
      await writeFile(path, '{"time": "2026-');
      assert.deepEqual((await history.list()).damaged, [path]);
      await assert.rejects(history.last(place), (error) => RosterError.is(error, 'history-unreadable'));
      await rm(path);
      assert.deepEqual((await history.last(place))?.receipt, receipt(1));
    });
  });
});

describe('the folder of the history', () => {
  it('is beside the configuration, or where that says, else with the roster', async () => {
    await inTemporaryFolder(async (folder) => {
      const roster = join(folder, 'north');
      const zip = join(folder, 'north.zip');
      await writeFiles(folder, { 'north/users.csv': '', 'north.zip': '' });
      const configPath = join(folder, 'oneroster.config.json');
      const none = { configPath: undefined, configured: undefined };
      assert.equal(
        await historyFolderOf({ roster, configPath, configured: undefined }),
        join(folder, '.oneroster'),
      );
      assert.equal(await historyFolderOf({ roster, configPath, configured: 'kept' }), join(folder, 'kept'));
      assert.equal(await historyFolderOf({ roster, ...none }), join(roster, '.oneroster'));
      assert.equal(await historyFolderOf({ roster: zip, ...none }), join(folder, '.oneroster'));
    });
  });
});
