// The nightly jobs of this computer, from the editor: cron and systemd are programs of the test's own, the job and what it uploads to
// are real.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import { crontabText } from '../../src/core/schedule/crontab';
import type { ScheduledJob } from '../../src/core/schedule/scheduled-job';
import { schedulers } from '../../src/core/schedule/schedules';
import { writeSchedule } from '../../src/node/job/install-schedule';
import { startPracticeServer, type PracticeServer } from '../support/practice-server';
import { createDistrict, type District } from './support/district';
import {
  clearNotifications,
  click,
  clickDialogButton,
  clickNotificationButton,
  describeWithPage,
  dialog,
  pick,
  press,
  quickInput,
  runFromPalette,
  screenshot,
  waitForNotification,
  waitForText,
  waitUntilGone,
} from './support/page';
import { kill, nextServerProcess } from './support/server-process';
import { describeStretch, longestHold } from './support/thread-watch';
import { chooseFromMenu, expand, row } from './support/tree';
import { until } from './support/until';

const title = 'OneRoster: Nightly Jobs';
const password = 'correct horse';
const programs = join(homedir(), 'bin');
const units = join(homedir(), '.config/systemd/user');
const extensionPath = vscode.extensions.getExtension('oneroster-tools.oneroster')?.extensionPath ?? '';
const cli = join(extensionPath, 'dist/cli.js');
/** Keeps a table, and refuses to change it where it is told to. */
const crontab = [
  ...[
    '#!/bin/sh',
    'cd "$(dirname "$0")"',
    '[ "$1" = - ] && [ -e refuse ] && { echo "not allowed" >&2; exit 1; }',
  ],
  ...['[ "$1" = - ] && exec cat > table', 'cat table', ''],
].join('\n');
/** Does what systemd does about a service and its timer, and says as much as it does without a bus where it is told to. */
const systemctl = [
  ...['#!/bin/sh', 'refuse="$(dirname "$0")/refuse"', 'cd ~/.config/systemd/user'],
  '[ -e "$refuse" ] && { echo "Failed to connect to bus: No medium found" >&2; exit 1; }',
  'for last; do :; done',
  'case "$2" in',
  'start) eval "exec $(sed -n "s/^ExecStart=//p" "$last")";;',
  'enable) ln -s "../$last" "timers.target.wants/$last";;',
  'disable) rm -f "timers.target.wants/$last";;',
  ...['esac', ''],
].join('\n');

describeWithPage('the nightly jobs of this computer', () => {
  let district: District;
  let server: PracticeServer;
  let remote = '';
  let secrets = '';
  const { PATH } = process.env;

  before(async () => {
    // Neither the crontab of this machine nor its systemd is asked: the programs of the test's own come first.
    await mkdir(programs, { recursive: true });
    await writeFile(join(programs, 'crontab'), crontab, { mode: 0o755 });
    await writeFile(join(programs, 'systemctl'), systemctl, { mode: 0o755 });
    await writeFile(join(programs, 'table'), '# mine\n');
    await restartServer([programs, PATH].join(delimiter));
    district = await createDistrict('north');
    remote = await mkdtemp(join(tmpdir(), 'practice-'));
    secrets = await mkdtemp(join(tmpdir(), 'secrets-'));
    server = await startPracticeServer({ folder: remote, user: 'district', password });
    await configure({});
    await writeFile(join(secrets, 'job.env'), `ONEROSTER_SFTP_PASSWORD=${password}\n`, { mode: 0o600 });
    await clearNotifications();
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('workbench.view.explorer');
    await server.stop();
    await district.remove();
    // The server keeps its own until it ends: too many ends within three minutes, in tests of just that, and it is given up.
    process.env['PATH'] = PATH;
    for (const folder of [remote, secrets, programs, units])
      await rm(folder, { recursive: true, force: true });
  });

  afterEach(async () => {
    await rm(join(programs, 'refuse'), { force: true });
    await clearNotifications();
  });

  it('hold the thread that the extension shares for no longer than 10 ms while they are looked for', async () => {
    const hold = await longestHold(10, async () => {
      const listing = vscode.commands.executeCommand('oneroster.jobs');
      await waitForText('Schedule Nightly Upload', '.quick-input-widget');
      await press('Escape');
      await listing;
    });
    assert.ok(hold.ours <= 10, describeStretch(hold));
  });

  it('are none at first, which is said, with a way to make one', async () => {
    await runFromPalette(title);
    const { placeholder, items } = await quickInput();
    assert.equal(placeholder, 'No nightly job is installed on this computer for your account.');
    assert.equal(items.length, 1);
    await screenshot('jobs-none');
    await pick('Schedule Nightly Upload');
    await waitForText('What the job is called', '.quick-input-widget');
    await press('Escape');
    await waitUntilGone('.quick-input-widget');
  });

  it('are listed, those of the workspace first, with when they run and how they ran', async () => {
    const second = {
      ...job('Second'),
      folder: '/srv/south',
      args: ['run', '/srv/south', '--target', 'spare'],
    };
    await install(second, job('North nightly'));
    await runFromPalette(title);
    await waitForText('North nightly', '.quick-input-widget');
    await screenshot('jobs-list');
    const { items } = await quickInput();
    await waitForText('Rosters of this workspace', '.quick-input-list-separator');
    await waitForText('Other rosters', '.quick-input-list-separator');
    assert.match(
      items[0] ?? '',
      /North nightly.*north → iiq · crontab.*runs next \d{4}-\d\d-\d\d 23:30 · has not run yet/s,
    );
    assert.match(items[1] ?? '', /Second.*south → spare/s);
    await press('Escape');
    await waitUntilGone('.quick-input-widget');
  });

  it('hold that thread for no longer than 10 ms while one is run, disabled and enabled', async () => {
    const key = { scheduler: 'cron', id: 'oneroster-north-nightly', name: 'North nightly' };
    const asked = { roster: vscode.Uri.file(district.folder), target: 'iiq', job: key };
    const hold = await longestHold(10, async () => {
      await vscode.commands.executeCommand('oneroster.runJob', asked);
      await waitForNotification('exit code 3');
      // VS Code shows no more than a few messages within a second, so that what they say is seen elsewhere.
      await vscode.commands.executeCommand('oneroster.disableJob', asked);
      await until(async () => (await table()).includes('# disabled: '), 'the job to be disabled');
      await vscode.commands.executeCommand('oneroster.enableJob', asked);
      await until(async () => !(await table()).includes('# disabled: '), 'the job to be enabled');
    });
    assert.ok(hold.ours <= 10, describeStretch(hold));
  });

  it('stop where the gate stops them, and say so with the code', async () => {
    await act('Run Now', 'jobs-actions');
    await waitForNotification(
      '"North nightly" has delivered nothing: the change gate refused it (exit code 3).',
    );
    await screenshot('jobs-refused');
    assert.deepEqual(await readdir(remote), []);
    await clickNotificationButton('Show Log');
    await until(() => inView().endsWith('run.log'), 'the log');
    assert.match(text(), /Nothing was delivered for iiq: .*\(gate-refused\)\n$/);
    await runFromPalette(title);
    await waitForText('nothing delivered, the change gate refused it', '.quick-input-widget');
    await press('Escape');
  });

  it('deliver when they are run now, as they do at night', async () => {
    await firstDelivery();
    await rename('Larkspur Valley High School', 'Larkspur High School');
    await act('Run Now');
    await waitForNotification(
      '"North nightly" has delivered north.zip to iiq: 0 created, 1 changed, 0 removed.',
    );
    await screenshot('jobs-delivered');
    assert.deepEqual(await readdir(remote), ['north.zip']);
    await runFromPalette(title);
    await waitForText(': delivered', '.quick-input-widget');
    await screenshot('jobs-list-delivered');
    await press('Escape');
  });

  it('are cancelled while they run, and what they have started with them', async () => {
    await configure({ job: { prepare: 'sleep 300' } });
    await act('Run Now');
    await waitForText('making the CSV files', '.notifications-toasts');
    await screenshot('jobs-running');
    await clickNotificationButton('Cancel');
    await waitForNotification('"North nightly" was cancelled. Nothing was delivered.');
    await configure({});
  });

  it('show what is installed', async () => {
    await act('Show What Is Installed');
    await until(
      () => text().startsWith('--- your crontab\n# OneRoster begins: oneroster-north-nightly\n'),
      'it',
    );
    assert.match(text(), /^30 23 \* \* \* cd .*--target iiq/m);
    await screenshot('jobs-installed');
  });

  it('are disabled and enabled again, and the lines of others stay', async () => {
    const before = await table();
    await act('Disable');
    await waitForNotification('"North nightly" is disabled: its line in your crontab is a comment now');
    assert.match(await table(), /^# disabled: 30 23 \* \* \* cd .*north/m);
    await runFromPalette(title);
    await waitForText('disabled · ran ', '.quick-input-widget');
    await screenshot('jobs-disabled');
    await press('Escape');
    await act('Enable');
    await waitForNotification('"North nightly" is enabled. It runs next ');
    assert.equal(await table(), before);
  });

  it('stay as they are where the system refuses, with what it said and the command to do it by hand', async () => {
    const before = await table();
    await writeFile(join(programs, 'refuse'), '');
    await act('Disable');
    await waitForNotification(
      '"North nightly" could not be disabled. Your crontab did not take the change (not allowed). The job is as it was. By hand it is done with: crontab -e',
    );
    await clickNotificationButton('Copy Command');
    await press('F1');
    await waitForText('', '.quick-input-widget');
    await until(async () => {
      await press('ControlOrMeta+V');
      return (await quickInput()).value.endsWith('crontab -e');
    }, 'the command to be pasted');
    await press('Escape');
    await rm(join(programs, 'refuse'));
    assert.equal(await table(), before);
  });

  it('are shown and changed in the tree, where they are removed when a person has agreed', async () => {
    await vscode.commands.executeCommand('oneroster.rosters.focus');
    await expand('north,', 'Targets,');
    await expand('Targets,', 'iiq,');
    await expand('iiq,', 'Next Run, ');
    await chooseFromMenu('Next Run, ', 'Disable Job');
    await waitForNotification('"North nightly" is disabled');
    await waitForText('', row('Next Run, disabled · North nightly · crontab'));
    await screenshot('jobs-tree-disabled');
    await chooseFromMenu('Next Run, ', 'Enable Job');
    await waitForNotification('"North nightly" is enabled');
    await waitForText('23:30', row('Next Run, '));
    await click(row('Next Run, '));
    await until(() => text().startsWith('--- your crontab\n'), 'what is installed');
    await chooseFromMenu('iiq,', 'Nightly Jobs');
    const { items } = await quickInput();
    assert.equal(items.length, 2);
    await press('Escape');
    await clearNotifications();
    await chooseFromMenu('Next Run, ', 'Remove Job');
    assert.match(
      await dialog(),
      /Remove the job "North nightly" from crontab\?.*north → iiq, every day at 23:30/s,
    );
    await clickDialogButton('Cancel');
    assert.match(await table(), /North nightly/);
    await chooseFromMenu('Next Run, ', 'Remove Job');
    await clickDialogButton('Remove');
    await waitForNotification(
      '"North nightly" is not in your crontab any more; the other lines are as they were.',
    );
    await waitForText('', row('Next Run, not scheduled'));
    assert.match(await table(), /^# mine\n# OneRoster begins: oneroster-second\n(?:.*\n){3}$/);
  });

  it('of systemd are run, disabled and removed by it, or stay where it refuses', async () => {
    await writeSchedule(schedulers.systemd(job('North by systemd')), units);
    await mkdir(join(units, 'timers.target.wants'));
    const timer = 'oneroster-north-by-systemd.timer';
    await symlink(`../${timer}`, join(units, 'timers.target.wants', timer));
    await rename('Larkspur High School', 'Larkspur Valley High School');
    await act('Run Now', undefined, 'North by systemd');
    await waitForNotification(
      '"North by systemd" has delivered north.zip to iiq: 0 created, 1 changed, 0 removed.',
    );
    await clearNotifications();
    await act('Show What Is Installed', undefined, 'North by systemd');
    await until(() => text().includes('[Timer]'), 'the units');
    assert.match(
      text(),
      /^To disable it:\n {2}systemctl --user disable --now oneroster-north-by-systemd\.timer$/m,
    );
    await writeFile(join(programs, 'refuse'), '');
    await act('Run Now', undefined, 'North by systemd');
    await waitForNotification('was not run, or did not get as far as its log.');
    await clearNotifications();
    await act('Remove', undefined, 'North by systemd');
    await clickDialogButton('Remove');
    await waitForNotification('Failed to connect to bus: No medium found. The job is as it was.');
    await screenshot('jobs-systemd-refused');
    await clearNotifications();
    await rm(join(programs, 'refuse'));
    await act('Disable', undefined, 'North by systemd');
    await waitForNotification(
      '"North by systemd" is disabled: systemd does not run it until it is enabled again.',
    );
    await clearNotifications();
    await act('Remove', undefined, 'North by systemd');
    await clickDialogButton('Remove');
    await waitForNotification('"North by systemd" is removed from systemd.');
    assert.deepEqual(await readdir(units), ['timers.target.wants']);
  });

  const inView = () => vscode.window.activeTextEditor?.document.uri.path ?? '';
  const text = () => vscode.window.activeTextEditor?.document.getText() ?? '';
  const table = () => readFile(join(programs, 'table'), 'utf8');

  function job(name: string): ScheduledJob {
    return {
      ...{ name, time: { hour: 23, minute: 30 }, folder: district.folder },
      ...{ program: [process.execPath, cli], isElectron: false },
      args: ['run', district.folder, '--target', 'iiq', '--env-file', join(secrets, 'job.env')],
    };
  }

  async function install(...jobs: readonly ScheduledJob[]): Promise<void> {
    const texts = jobs.map((each) => schedulers.cron(each).crontab).flatMap((each) => each ?? []);
    await writeFile(join(programs, 'table'), `# mine\n${texts.map(crontabText).join('')}`);
  }

  async function configure(more: object): Promise<void> {
    const url = server.url.replace('//practice@', '//district@');
    const targets = { iiq: { url, hostKey: server.hostKeyFingerprint } };
    await writeFile(district.path('oneroster.config.json'), JSON.stringify({ targets, ...more }));
  }

  /** The server looks for jobs, too, where this process looked for programs when it was started. */
  async function restartServer(path: string): Promise<void> {
    process.env['PATH'] = path;
    const pid = await nextServerProcess();
    kill(pid);
    await nextServerProcess(pid);
  }

  /** Chooses a job in the list, and what to do with it. */
  async function act(action: string, picture?: string, name = 'North nightly'): Promise<void> {
    await runFromPalette(title);
    await waitForText(name, '.quick-input-widget');
    await pick(name);
    await waitForText('Run Now', '.quick-input-widget');
    if (picture !== undefined) await screenshot(picture);
    await pick(action);
  }

  /** As a person makes it, before a job has something to compare with. */
  async function firstDelivery(): Promise<void> {
    const env = { ...process.env, ONEROSTER_SFTP_PASSWORD: password };
    const args = [cli, 'upload', district.folder, '--target', 'iiq', '--first-delivery'];
    await promisify(execFile)(process.execPath, args, { env });
  }

  async function rename(from: string, to: string): Promise<void> {
    const path = district.path('orgs.csv');
    const before = await readFile(path, 'utf8');
    assert.ok(before.includes(from));
    await writeFile(path, before.replace(from, to));
  }
});
