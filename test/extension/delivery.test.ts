import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import ssh2 from 'ssh2';
import * as vscode from 'vscode';
import {
  startPracticeServer,
  type PracticeServer,
  type PracticeServerOptions,
} from '../support/practice-server';
import { createDistrict, type District } from './support/district';
import {
  clearNotifications,
  click,
  clickDialogButton,
  clickNotificationButton,
  describeWithPage,
  dialog,
  notifications,
  pick,
  press,
  quickInput,
  runFromPalette,
  screenshot,
  type,
  waitForNotification,
  waitForText,
  waitForTextInWebview,
  waitUntilGone,
} from './support/page';
import { until } from './support/until';

const connectTitle = 'OneRoster: Connect to SFTP Server';
const uploadTitle = 'OneRoster: Package & Upload';
const user = 'district';
const password = 'correct horse';

describeWithPage('delivering a roster', () => {
  let district: District;
  let remote = '';
  let keyFolder = '';
  let server: PracticeServer | undefined;
  let hostKeyPem: string | undefined;

  before(async () => {
    district = await createDistrict('delivery');
    remote = await mkdtemp(join(tmpdir(), 'practice-'));
    keyFolder = await mkdtemp(join(tmpdir(), 'keys-'));
  });

  after(async () => {
    await district.remove();
    await rm(remote, { recursive: true, force: true });
    await rm(keyFolder, { recursive: true, force: true });
  });

  afterEach(async () => {
    await server?.stop();
    server = undefined;
  });

  // Not afterwards: a picture of a failure is to show them.
  beforeEach(async () => {
    await clearNotifications();
  });

  /** Starts the server anew on the port and with the key that it had, unless told otherwise. */
  async function start(options: Partial<PracticeServerOptions> = {}): Promise<PracticeServer> {
    const port = await knownPort();
    const sameKey = hostKeyPem === undefined ? {} : { hostKeyPem };
    server = await startPracticeServer({ folder: remote, user, password, port, ...sameKey, ...options });
    hostKeyPem = server.hostKeyPem;
    return server;
  }

  /** How many receipts there are. */
  async function deliveriesMade(): Promise<number> {
    const files = await readdir(district.path('.oneroster/deliveries'), { recursive: true });
    return files.filter((file) => file.endsWith('.json')).length;
  }

  const configText = () => readFile(district.path('oneroster.config.json'), 'utf8');
  const packageOnServer = () => readFile(join(remote, 'OneRoster.zip'));

  async function knownPort(): Promise<number> {
    return Number(/"port": (\d+)/.exec(await configText().catch(() => ''))?.[1] ?? 0);
  }

  it('says what a wrong password means, and keeps what was typed', async () => {
    const running = await start();
    await runFromPalette(connectTitle);
    await answerSettings(running.url, 'wrong');
    await clickDialogButton('Trust and Continue');
    await waitForNotification('refused the user or the password');
    assert.deepEqual(
      await readdir(district.folder).then((files) => files.filter((file) => file.endsWith('.json'))),
      [],
    );
    await clickNotificationButton('Edit Settings');
    await waitForStep(1);
    assert.equal((await quickInput()).value, '127.0.0.1');
    await press('Enter');
    await waitForStep(2);
    assert.equal((await quickInput()).value, String(running.port));
    await press('Escape');
    await waitUntilGone('.quick-input-widget');
  });

  it('connects by a pasted address: key shown, login, folder and a small file tried, then saved', async () => {
    const running = await start();
    await runFromPalette(connectTitle);
    await answerSettings(running.url, password);
    const question = await dialog();
    for (const part of ['127.0.0.1', String(running.port), 'ssh-ed25519', running.hostKeyFingerprint]) {
      assert.ok(question.includes(part), `${part} is not in: ${question}`);
    }
    assert.deepEqual(running.logins, []);
    await clickDialogButton('Trust and Continue');
    await waitForNotification('Connected');
    assert.deepEqual(JSON.parse(await configText()), {
      profile: 'incident-iq',
      targets: {
        'incident-iq': {
          host: '127.0.0.1',
          port: running.port,
          user,
          hostKey: running.hostKeyFingerprint,
          authentication: 'password',
        },
      },
    });
    assert.ok(running.requests.some((request) => /^OPEN .*\.probe/.test(request)));
    assert.deepEqual(await readdir(remote), []);
  });

  it('packages and uploads with what was saved, and says how', async () => {
    await start();
    await runFromPalette(uploadTitle);
    assert.match(await dialog(), /for the first time/);
    await clickDialogButton('Deliver');
    await waitForNotification('there was no package before');
    const [message = ''] = (await notifications()).filter((text) => text.includes('OneRoster.zip'));
    assert.match(message, /OneRoster\.zip \([\d.]+ [kM]B\) is on 127\.0\.0\.1 as "OneRoster\.zip"/);
    assert.deepEqual(await readdir(remote), ['OneRoster.zip']);
    await clearNotifications();
    await runFromPalette(uploadTitle);
    await waitForNotification('replaced the previous package in one step');
  });

  it('keeps what was delivered on record', async () => {
    const deliveries = district.path('.oneroster/deliveries');
    const [target = ''] = await readdir(deliveries);
    const files = (await readdir(join(deliveries, target))).sort();
    assert.equal(files.length, 4);
    const last = await readFile(join(deliveries, target, files.at(-1) ?? ''));
    assert.deepEqual(last, await packageOnServer());
    const receipt = await readFile(join(deliveries, target, files.at(-2) ?? ''), 'utf8');
    assert.match(receipt, /"guarantee": "posix-rename"/);
    assert.ok(!receipt.includes(password));
  });

  it('stops half an export at the change gate, and lets it through for a typed name and a reason only', async () => {
    await start();
    const path = district.path('enrollments.csv');
    const whole = await readFile(path, 'utf8');
    const before = await packageOnServer();
    try {
      await writeFile(path, `${whole.split('\n').slice(0, 5).join('\n')}\n`);
      await runFromPalette(uploadTitle);
      await waitForText('The change gate has stopped this delivery', '.quick-input-widget');
      await waitForTextInWebview('The change gate has stopped this delivery:', '.gate.stops');
      await waitForTextInWebview('of enrollments.csv would be removed', '.reasons li');
      await waitForTextInWebview('enrollments.csv', '.by-file');
      await screenshot('gate');
      await press('Escape');
      await waitUntilGone('.quick-input-widget');
      assert.deepEqual(await packageOnServer(), before);
      await runFromPalette(uploadTitle);
      await waitForText('The change gate has stopped this delivery', '.quick-input-widget');
      await type('delivery');
      await press('Enter');
      await waitForText('Why? The receipt will say so.', '.quick-input-widget');
      await type('A test of the gate');
      await press('Enter');
      await waitForNotification('replaced the previous package in one step');
      assert.notDeepEqual(await packageOnServer(), before);
    } finally {
      await writeFile(path, whole);
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    }
  });

  it('leaves the previous package as it was when an upload is cancelled, and says so', async () => {
    const previous = await packageOnServer();
    await start({ faults: { stallAfterBytes: 1 } });
    await runFromPalette(uploadTitle);
    await waitForNotification('Uploading OneRoster.zip');
    await waitForText('.part', '.notifications-toasts');
    await clickNotificationButton('Cancel');
    await waitForNotification('Upload cancelled. The package on the server is as it was before.');
    assert.deepEqual(await packageOnServer(), previous);
  });

  it('asks for the password where the saved one is refused, and saves the one that works', async () => {
    await start({ password: 'new password' });
    await runFromPalette(uploadTitle);
    await waitForNotification('refused the user or the password');
    await clickNotificationButton('Enter Password');
    await waitForText('Password of district on 127.0.0.1', '.quick-input-widget');
    const before = await deliveriesMade();
    await type('new password');
    await press('Enter');
    // VS Code shows no more than a few messages within a second; what comes after them is in its list only.
    await until(async () => (await deliveriesMade()) > before, 'the delivery to be on record');
    await clearNotifications();
    await runFromPalette(uploadTitle);
    await waitForNotification('replaced the previous package');
  });

  it('sends nothing to a server with another key, shows both, and trusts only a fingerprint that is typed', async () => {
    const before = await configText();
    const pinned = /SHA256:[\w+/]+/.exec(before)?.[0] ?? '';
    hostKeyPem = undefined;
    const running = await start({ password: 'new password' });
    await runFromPalette(uploadTitle);
    const warning = await dialog();
    assert.ok(warning.includes(pinned) && warning.includes(running.hostKeyFingerprint), warning);
    await clickDialogButton('Cancel');
    await waitUntilGone('.monaco-dialog-box');
    assert.deepEqual(running.logins, []);
    assert.equal(await configText(), before);

    await runFromPalette(uploadTitle);
    await clickDialogButton('Trust New Key…');
    await waitForText('The new fingerprint', '.quick-input-widget');
    await type(running.hostKeyFingerprint);
    await press('Enter');
    await waitForNotification('replaced the previous package');
    assert.equal(await configText(), before.replace(pinned, running.hostKeyFingerprint));
  });

  it('keeps the comments of a configuration when a target is changed', async () => {
    hostKeyPem = undefined;
    const running = await start({ password: 'new password' });
    const text = await configText();
    await writeFile(
      district.path('oneroster.config.json'),
      text
        .replace('"profile"', '// Agreed in August.\n  "profile"')
        .replace('"host"', '// The new server.\n      "host"'),
    );
    await runFromPalette(connectTitle);
    await waitForText('New Target…', '.quick-input-widget');
    await press('Enter');
    await waitForStep(1);
    for (let step = 2; step <= 6; step++) {
      await press('Enter');
      await waitForStep(step);
    }
    // Empty: the saved password is kept.
    await press('Enter');
    await clickDialogButton('Trust New Key…');
    await waitForText('The new fingerprint', '.quick-input-widget');
    await type(running.hostKeyFingerprint);
    await press('Enter');
    await waitForNotification('Connected');
    const changed = await configText();
    assert.ok(changed.includes('// Agreed in August.') && changed.includes('// The new server.'), changed);
    assert.ok(changed.includes(running.hostKeyFingerprint));
  });

  it('logs in with a private key, and asks for its passphrase because it has one', async () => {
    const passphrase = 'open sesame';
    const keys = ssh2.utils.generateKeyPairSync('ed25519', { passphrase, cipher: 'aes256-cbc', rounds: 4 });
    const keyFile = join(keyFolder, 'id_ed25519');
    await writeFile(keyFile, keys.private, { mode: 0o600 });
    const running = await start({ methods: ['publickey'], authorizedKey: keys.public });
    await runFromPalette(connectTitle);
    await waitForText('New Target…', '.quick-input-widget');
    await press('Enter');
    for (let step = 1; step <= 4; step++) {
      await waitForStep(step);
      await press('Enter');
    }
    await waitForStep(5);
    await pick('Private Key File');
    await waitForText('File of the private key', '.quick-input-widget');
    await type(`${keyFile}.missing`);
    await press('Enter');
    await waitForText('cannot be read', '.quick-input-widget');
    await press('ControlOrMeta+A');
    await type(keyFile);
    await press('Enter');
    await waitForText('Passphrase of the private key', '.quick-input-widget');
    await type(passphrase);
    await press('Enter');
    await waitForNotification('Connected');
    assert.ok(running.logins.includes('publickey') && !running.logins.includes('password'));
    const text = await configText();
    assert.ok(text.includes('"authentication": "key"') && !text.includes(passphrase));
  });

  it('packages beside the roster, and with errors only after asking twice', async () => {
    const zip = join(dirname(district.folder), 'OneRoster.zip');
    try {
      await runPackage();
      await waitForNotification('OneRoster.zip (');
      assert.ok((await stat(zip)).size > 0);
      await rm(zip);
      await clearNotifications();

      const document = await vscode.workspace.openTextDocument(district.path('orgs.csv'));
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, document.lineAt(1).range.start, ',');
      await vscode.workspace.applyEdit(edit);
      await runPackage();
      await waitForNotification('so it was not packaged');
      assert.ok(!document.isDirty, 'The document is saved first.');
      await clickNotificationButton('Package Anyway');
      assert.match(await dialog(), /with \d+ errors?\?/);
      await clickDialogButton('Cancel');
      await waitUntilGone('.monaco-dialog-box');
      await assert.rejects(stat(zip));

      await runPackage();
      await clickNotificationButton('Package Anyway');
      const label = /Package delivery (with \d+ errors?)\?/.exec(await dialog())?.[1] ?? '';
      await clickDialogButton(`Package ${label}`);
      await waitForNotification('OneRoster.zip (');
      assert.ok((await stat(zip)).size > 0);
    } finally {
      await rm(zip, { force: true });
    }
  });

  it('forgets the passwords it has saved', async () => {
    for (const secret of ['sftp://district@127.0.0.1', 'passphrase for sftp://district@127.0.0.1']) {
      await runFromPalette('OneRoster: Forget Saved Password');
      await waitForText(secret, '.quick-input-widget');
      await press('Enter');
      await waitForNotification(`Forgotten: ${secret}`);
    }
    await runFromPalette('OneRoster: Forget Saved Password');
    await waitForNotification('No password is saved.');
  });
});

/** Answers the questions of Connect, the first with a whole address; the rest is filled in by it. */
async function answerSettings(url: string, secret: string): Promise<void> {
  await waitForStep(1);
  await type(url);
  await press('Enter');
  await waitForStep(2);
  assert.equal((await quickInput()).value, new URL(url).port);
  await press('Enter');
  await waitForStep(3);
  assert.equal((await quickInput()).value, user);
  await press('Enter');
  await waitForStep(4);
  await press('Enter');
  await waitForStep(5);
  await pick('Password');
  await waitForStep(6);
  await type(secret);
  await press('Enter');
  await waitForStep(7);
  await pick('Incident IQ');
}

async function waitForStep(step: number): Promise<void> {
  await waitForText(`(${String(step)}/`, '.quick-input-title');
}

/** Chosen by its whole label: another command's begins with it. */
async function runPackage(): Promise<void> {
  const label = 'OneRoster: Package';
  await press('F1');
  await type(label);
  await click(`.quick-input-list [aria-label="${label}"], .quick-input-list [aria-label^="${label},"]`);
}
