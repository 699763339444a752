import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import * as vscode from 'vscode';
import { startPracticeServer, type PracticeServer } from '../support/practice-server';
import { createDistrict, type District } from './support/district';
import {
  clearNotifications,
  clickNotificationButton,
  describeWithPage,
  press,
  runFromPalette,
  type,
  waitForNotification,
  waitForText,
} from './support/page';

const password = 'correct horse';

describeWithPage('scheduling the nightly upload', () => {
  let district: District;
  let server: PracticeServer;
  let remote = '';
  let secrets = '';

  before(async () => {
    district = await createDistrict('nightly');
    remote = await mkdtemp(join(tmpdir(), 'practice-'));
    secrets = await mkdtemp(join(tmpdir(), 'secrets-'));
    server = await startPracticeServer({ folder: remote, user: 'district', password });
    const targets = {
      iiq: {
        url: server.url.replace('//practice@', '//district@'),
        hostKey: server.hostKeyFingerprint,
        profile: 'summit-k12',
      },
    };
    await writeFile(district.path('oneroster.config.json'), JSON.stringify({ targets }));
    await writeFile(join(secrets, 'job.env'), `ONEROSTER_SFTP_PASSWORD=${password}\n`, { mode: 0o600 });
    await clearNotifications();
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await server.stop();
    await district.remove();
    for (const folder of [remote, secrets]) await rm(folder, { recursive: true, force: true });
  });

  it('asks, shows all of the job, and tries it as it will run, without uploading', async () => {
    await vscode.window.showTextDocument(vscode.Uri.file(district.path('orgs.csv')));
    await runFromPalette('OneRoster: Schedule Nightly Upload');
    await answer('What the job is called', 'North nightly');
    await answer('When it runs every day', '2:15');
    await waitForText('systemd', '.quick-input-widget');
    await press('Enter');
    await answer('The file with ONEROSTER_SFTP_PASSWORD', join(secrets, 'job.env'));
    await waitForNotification('"North nightly" is ready. Nothing is installed yet.');
    const shown = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(shown, /^OnCalendar=\*-\*-\* 02:15:00$/m);
    assert.match(shown, /^ExecStart=.*"--target" "iiq" "--env-file" "/m);
    assert.ok(!shown.includes(password));
    await clickNotificationButton('Try It');
    await waitForNotification('"North nightly" would deliver');
    assert.deepEqual(await readdir(remote), []);
    const log = await readFile(district.path('.oneroster/run.log'), 'utf8');
    assert.match(log, /All is well to deliver/);
    await clearNotifications();
  });

  it('puts a job into the crontab, beside what is there', async () => {
    // The crontab of this machine is left alone.
    const { PATH } = process.env;
    const program = '#!/bin/sh\ncd "$(dirname "$0")"\n[ "$1" = - ] && exec cat > table; cat table\n';
    await writeFile(join(secrets, 'crontab'), program, { mode: 0o755 });
    await writeFile(join(secrets, 'table'), '# mine\n');
    process.env['PATH'] = `${secrets}${delimiter}${PATH ?? ''}`;
    try {
      await runFromPalette('OneRoster: Schedule Nightly Upload');
      await answer('What the job is called', 'North by cron');
      await answer('recommends an export at 7 pm local time', '21:15');
      await waitForText('systemd', '.quick-input-widget');
      await answer('crontab (Linux, macOS)', 'crontab');
      await answer('The file with ONEROSTER_SFTP_PASSWORD', join(secrets, 'job.env'));
      await waitForNotification('A job at 21:15 is late for that: its package waits for the next evening.');
      await clickNotificationButton('Install');
      await waitForNotification('oneroster-north-by-cron is in your crontab now');
    } finally {
      process.env['PATH'] = PATH;
    }
    assert.match(
      await readFile(join(secrets, 'table'), 'utf8'),
      /^# mine\n(?:#.*\n)+15 21 \* \* \* cd .*\n#.*\n$/,
    );
    await clearNotifications();
  });

  async function answer(question: string, text: string): Promise<void> {
    await waitForText(question, '.quick-input-widget');
    await press('ControlOrMeta+A');
    await type(text);
    await press('Enter');
  }
});
