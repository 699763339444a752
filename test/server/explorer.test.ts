// A roster as a tree, asked at the protocol in every version.
import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  explorerChildren,
  explorerTargets,
  type ExplorerList,
  type ExplorerNode,
  type ExplorerTarget,
  type NodePlace,
  type RecordSet,
} from '../../src/core/explorer-protocol';
import { checkAgain, type Outcome } from '../../src/core/protocol';
import { schedulers } from '../../src/core/schedule/schedules';
import { versions } from '../../src/core/spec/specification';
import { rosterChecked } from '../../src/core/table-protocol';
import { writeSchedule } from '../../src/node/job/install-schedule';
import { uriOf } from '../../src/server/uris';
import { openMarkedRoster, type MarkedRoster } from '../support/marked-roster';
import { recordDelivery } from '../support/record-delivery';
import { smallRosters } from '../support/small-rosters';

async function ask<T>(roster: MarkedRoster, method: string, params: object): Promise<T> {
  const rosterUri = uriOf(roster.folder);
  const outcome = await roster.client.connection.sendRequest<Outcome<T>>(method, { rosterUri, ...params });
  assert.ok(outcome.ok, outcome.ok ? '' : outcome.message);
  return outcome.value;
}

const list = (roster: MarkedRoster, of: ExplorerList) =>
  ask<readonly ExplorerNode[]>(roster, explorerChildren, { of });
const records = async (roster: MarkedRoster, of: RecordSet) =>
  (await list(roster, { kind: 'records', of })).flatMap((node) => (node.kind === 'record' ? [node] : []));
const targets = (roster: MarkedRoster) => ask<readonly ExplorerTarget[]>(roster, explorerTargets, {});

/** Where a mark begins, as a place in the tree. */
function placeOf(roster: MarkedRoster, mark: string): NodePlace {
  const { textDocument, position } = roster.at(mark);
  return { uri: textDocument.uri, ...position };
}

for (const version of versions) {
  for (const open of [undefined, []] as const) {
    describe(`a roster as a tree, in ${version}, ${open === undefined ? 'open' : 'with no file open'}`, () => {
      let roster: MarkedRoster;

      before(async () => {
        roster = await openMarkedRoster(smallRosters[version], { version, ...(open && { open }) });
      });

      after(() => roster.stop());

      it('leads to the ids of records', async () => {
        const [, lincoln] = await records(roster, { kind: 'table', table: 'orgs' });
        assert.deepEqual(lincoln?.place, placeOf(roster, 'org'));
        const [algebra] = await records(roster, { kind: 'table', table: 'classes' });
        assert.deepEqual(algebra?.place, placeOf(roster, 'class'));
        const [fall] = await records(roster, { kind: 'table', table: 'academicSessions' });
        assert.deepEqual(fall?.place, placeOf(roster, 'term'));
        const [zoe] = await records(roster, { kind: 'members', id: 'c-1' });
        assert.deepEqual(zoe?.place, placeOf(roster, 'user'));
        assert.equal(zoe.enrollment?.uri, roster.uri('enrollments.csv'));
      });

      it('says what is wrong where it is wrong', async () => {
        const { client } = roster;
        const errors = client.rosters()[0]?.totals.error ?? 0;
        assert.ok(errors > 0);
        const groups = await list(roster, { kind: 'groups' });
        const shown = groups.reduce((sum, { problems }) => sum + problems.error, 0);
        assert.ok(shown > 0 && shown <= errors);
        const members = await records(roster, { kind: 'members', id: 'c-2' });
        const nobody = members.find(({ type }) => type === 'nobody');
        assert.deepEqual(nobody?.place.line, placeOf(roster, 'nobody').line);
        assert.ok(nobody.problems.error > 0);
        assert.ok(client.diagnostics(join(roster.folder, 'enrollments.csv')).length > 0);
      });
    });
  }
}

describe('a roster as a tree', () => {
  it('is told of after each check, and is then as the text is', async () => {
    const roster = await openMarkedRoster(smallRosters['1.1']);
    try {
      const members = () => records(roster, { kind: 'members', id: 'c-2' });
      assert.deepEqual((await members()).map(({ type }) => type).sort(), ['nobody', 'person']);
      const errorsOfFiles = async () => {
        const groups = await list(roster, { kind: 'groups' });
        return groups.find(({ id }) => id === 'files')?.problems.error ?? 0;
      };
      const before = await errorsOfFiles();
      let told = 0;
      roster.client.connection.onNotification(rosterChecked, () => {
        told++;
      });
      await roster.client.type(join(roster.folder, 'enrollments.csv'), 'u-77', 'u-2');
      await roster.client.connection.sendRequest(checkAgain);
      assert.ok(told > 0);
      assert.deepEqual(
        (await members()).map(({ name }) => name),
        ['Byron, Zoë 😀', 'Gauss, Carl'],
      );
      assert.equal(await errorsOfFiles(), before - 1);
    } finally {
      await roster.stop();
    }
  });

  it('is not there any more when its folder is gone', async () => {
    const roster = await openMarkedRoster(smallRosters['1.1']);
    try {
      const params = { rosterUri: uriOf(join(roster.folder, 'gone')), of: { kind: 'groups' } };
      const outcome = await roster.client.connection.sendRequest<Outcome<unknown>>(explorerChildren, params);
      assert.ok(!outcome.ok && outcome.code === 'not-a-roster');
    } finally {
      await roster.stop();
    }
  });
});

describe('the targets of a roster', () => {
  it('come with the last delivery and where they are configured', async () => {
    const roster = await openMarkedRoster(smallRosters['1.1']);
    try {
      assert.deepEqual(await targets(roster), []);
      const path = join(roster.folder, 'oneroster.config.json');
      const config = {
        version: '1.1',
        targets: {
          practice: { url: 'sftp://north@sftp.example.org/in' },
          other: { url: 'sftp://x@example.org/' },
        },
        defaultTarget: 'practice',
      };
      await writeFile(path, JSON.stringify(config, undefined, 2));
      const time = '2026-11-24T23:30:00.000Z';
      await recordDelivery(roster.folder, time);
      await roster.client.changedOnDisk(path, 'created');
      await roster.client.connection.sendRequest(checkAgain);
      const groups = await list(roster, { kind: 'groups' });
      assert.deepEqual(
        groups.flatMap((node) => (node.kind === 'group' && node.group === 'targets' ? [node.count] : [])),
        [2],
      );
      const [practice, other] = await targets(roster);
      assert.deepEqual(practice?.place, { uri: uriOf(path), line: 3, character: 4 });
      assert.equal(practice.last?.time, time);
      assert.match(practice.last.receiptUri, /\/\.oneroster\/deliveries\/.*\.json$/);
      assert.equal(practice.last.changes, undefined);
      assert.deepEqual([practice.isDefault, other?.isDefault], [true, false]);
      assert.deepEqual([other?.last, other?.runs], [undefined, []]);
      await writeFile(new URL(practice.last.receiptUri), '{');
      const [damaged] = await targets(roster);
      assert.deepEqual([damaged?.last, damaged?.isDamaged], [undefined, true]);
    } finally {
      await roster.stop();
    }
  });

  it('come with the jobs of this computer that deliver there, when they run, and how they ran last', async function () {
    if (process.platform !== 'linux') this.skip();
    const roster = await openMarkedRoster(smallRosters['1.1']);
    const { HOME, PATH } = process.env;
    Object.assign(process.env, { HOME: join(roster.folder, '.home'), PATH: '/nowhere' });
    try {
      const path = join(roster.folder, 'oneroster.config.json');
      const url = 'sftp://north@sftp.example.org/in';
      await writeFile(path, JSON.stringify({ version: '1.1', targets: { practice: { url } } }));
      const { folder } = roster;
      const units = join(folder, '.home/.config/systemd/user');
      const job = {
        ...{ name: 'North', time: { hour: 23, minute: 30 }, folder },
        ...{ program: ['/usr/bin/node', '/opt/cli.js'], isElectron: false, args: ['run', folder] },
      };
      await writeSchedule(schedulers.systemd(job), units);
      await mkdir(join(folder, '.oneroster'));
      const began = '2026-11-24T23:30:00.000Z';
      const summary = 'Nothing was delivered for practice: No answer. (connection-timeout)';
      const log = `${began} info Run of ${folder} for practice (sftp.example.org) begins.\n${began} error ${summary}\n`;
      await writeFile(join(folder, '.oneroster/run.log'), log);
      await roster.client.changedOnDisk(path, 'created');
      await roster.client.connection.sendRequest(checkAgain);
      const [practice] = await targets(roster);
      const end = { time: began, result: 'stopped', exitCode: 4, summary, reason: 'No answer.' };
      const uri = uriOf(join(units, 'oneroster-north.timer'));
      const key = { scheduler: 'systemd', name: 'North', id: 'oneroster-north' };
      // It is not enabled, so there is no next run.
      assert.deepEqual(practice?.runs, [{ job: key, last: { began, end }, uri }]);
    } finally {
      Object.assign(process.env, { HOME, PATH });
      await roster.stop();
    }
  });
});
