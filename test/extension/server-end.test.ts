// The process that checks rosters may end at any time: the system may be short of memory, or a bug may bring it down.
import assert from 'node:assert/strict';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { writeLargeRoster } from './support/large-roster';
import {
  clearNotifications,
  clickNotificationButton,
  describeWithPage,
  notifications,
  waitForNotification,
} from './support/page';
import { halt, kill, nextServerProcess, serverProcess, untilAtWork } from './support/server-process';
import { untilStatus } from './support/status';
import { until } from './support/until';

const enrollments = 50_000;
const endedEarly = 'ended before it was done';

describeWithPage('the process that checks rosters, when it is killed', () => {
  const root = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  const path = (file: string) => join(root, 'ends', file);
  const problems = (file: string) => vscode.languages.getDiagnostics(vscode.Uri.file(path(file)));
  const places = () => problems('enrollments.csv').map(({ range, message }) => [range, message]);
  /** Its name is followed by its problems, unless these are not known. */
  const known = 'ends 1.1 · bulk · OneRoster specification 2 0';
  const unknown = 'ends 1.1 · bulk · OneRoster specification';

  before(async () => {
    const spoil = (record: number) => (record % 25_000 === 24_999 ? { role: 'studnt' } : {});
    await writeLargeRoster(join(root, 'ends'), { enrollments, spoil });
    await untilStatus(known);
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await rm(join(root, 'ends'), { recursive: true, force: true });
    await rm(join(root, 'ends.zip'), { force: true });
  });

  beforeEach(async () => {
    await clearNotifications();
  });

  it('while it owes the result of a check, comes back by itself and shows the same problems', async () => {
    const shown = places();
    assert.equal(shown.length, 2);
    const pid = await nextServerProcess();
    // A check is too short to be sure to meet it: this one cannot end.
    halt(pid);
    const checking = vscode.commands.executeCommand('oneroster.checkAgain');
    kill(pid);
    await checking;
    await waitForNotification(endedEarly);
    await nextServerProcess(pid);
    await untilStatus(known);
    assert.deepEqual(places(), shown);
  });

  it('while it is being started, comes back, too', async () => {
    const pid = await nextServerProcess();
    kill(pid);
    const successor = await nextServerProcess(pid);
    kill(successor);
    await nextServerProcess(successor);
    await untilStatus(known);
    assert.deepEqual(await notifications(), []);
  });

  it('time after time, is given up, and started again when a person asks for it', async () => {
    const isGivenUp = async () =>
      (await notifications()).some((text) => text.includes('not checked any more'));
    for (let kills = 0; !(await isGivenUp()); kills++) {
      assert.ok(kills < 5, 'It is started for ever.');
      const pid = await nextServerProcess();
      kill(pid);
      await until(async () => (await isGivenUp()) || isAnother(await serverProcess(), pid), 'what follows');
    }
    assert.equal(await serverProcess(), undefined);
    await untilStatus('not checked');
    await clickNotificationButton('Check Again');
    await untilStatus(known);
    assert.equal(places().length, 2);
  });

  it('in the middle of packaging, ends that with a helpful message, and packages when asked again', async () => {
    await mend();
    await untilStatus(unknown);
    const pid = await nextServerProcess();
    const packaging = vscode.commands.executeCommand('oneroster.package');
    await untilAtWork(pid);
    kill(pid);
    await packaging;
    await waitForNotification(endedEarly);
    const [message = ''] = await notifications();
    assert.match(message, /started again.*once more/);
    await assert.rejects(stat(path('../ends.zip')));
    await clearNotifications();
    await vscode.commands.executeCommand('oneroster.package');
    await waitForNotification('ends.zip (');
    assert.ok((await stat(path('../ends.zip'))).size > 0);
  });

  it('has the unsaved text of a document when it is back', async () => {
    const document = await vscode.workspace.openTextDocument(path('classes.csv'));
    await vscode.window.showTextDocument(document);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(1, 0), 'C1');
    await vscode.workspace.applyEdit(edit);
    await until(() => problems('enrollments.csv').length > 0, 'the problem that is typed');
    const shown = places();
    const pid = await nextServerProcess();
    kill(pid);
    await nextServerProcess(pid);
    await vscode.commands.executeCommand('oneroster.checkAgain');
    assert.ok(document.isDirty);
    assert.deepEqual(places(), shown);
    await vscode.commands.executeCommand('undo');
    await until(() => problems('enrollments.csv').length === 0, 'the problem to go with its cause');
  });

  /** Writes the roster anew, without its mistakes. */
  async function mend(): Promise<void> {
    await writeLargeRoster(join(root, 'ends'), { enrollments });
    await until(() => places().length === 0, 'the problems to go');
  }
});

function isAnother(pid: number | undefined, known: number): boolean {
  return pid !== undefined && pid !== known;
}
