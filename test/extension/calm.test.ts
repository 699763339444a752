// The thread that the extension shares with VS Code is never held for long, whatever the size of the roster. With ONEROSTER_FULL=1
// the roster has a million enrollments.
import assert from 'node:assert/strict';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { writeLargeRoster } from './support/large-roster';
import { clearNotifications, describeWithPage, waitForText } from './support/page';
import { untilStatus } from './support/status';
import { stretchesOf } from './support/stretches';
import { describeStretch, longestHold, watchThread } from './support/thread-watch';
import { until } from './support/until';

const isFull = process.env['ONEROSTER_FULL'] === '1';
const enrollments = isFull ? 1_000_000 : 100_000;
const patience = isFull ? 300_000 : 30_000;
/** Milliseconds for which the thread may be held. */
const limit = 10;

describeWithPage('the thread that the extension shares', function () {
  this.timeout(4 * patience);
  const root = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  const folder = (name: string) => join(root, name);
  const problems = (file: string) => vscode.languages.getDiagnostics(vscode.Uri.file(join(root, file)));
  const checkAgain = () => vscode.commands.executeCommand('oneroster.checkAgain');

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await clearNotifications();
  });

  it('is seen to be held by whoever holds it, and for how long', async () => {
    const stop = await watchThread();
    await inTurnOfItsOwn(holdOnPurpose);
    await inTurnOfItsOwn(holdOtherwise);
    const [longest, ...others] = stretchesOf(await stop(), (calls) =>
      calls.some(({ functionName }) => functionName === 'holdOnPurpose'),
    );
    assert.ok(longest);
    assert.ok(longest.ours > limit && longest.ours <= longest.length, describeStretch(longest));
    assert.deepEqual(others, []);
  });

  describe(`with a roster of ${String(enrollments)} enrollments`, () => {
    const zip = join(root, 'calm.zip');

    before(async () => {
      await writeLargeRoster(folder('calm'), { enrollments });
      await untilStatus('calm 1.1', patience);
    });

    after(async () => {
      await rm(folder('calm'), { recursive: true, force: true });
      await rm(zip, { force: true });
    });

    it('is free while that is packaged', async () => {
      const hold = await longestHold(limit, async () => {
        await rm(zip, { force: true });
        await vscode.commands.executeCommand('oneroster.package');
      });
      assert.ok((await stat(zip)).size > 0);
      assert.ok(hold.ours <= limit, describeStretch(hold));
    });

    it('is free while that is validated', async () => {
      const spoil = (record: number) => (record === enrollments ? { role: 'studnt' } : {});
      const lines = () => problems('calm/enrollments.csv').map(({ range }) => range.start.line);
      const hold = await longestHold(limit, async () => {
        await rm(folder('calm'), { recursive: true });
        await until(() => lines().length === 0, 'the roster to be gone', patience);
        await writeLargeRoster(folder('calm'), { enrollments, spoil });
        await until(() => lines().length > 0, 'the roster to be validated', patience);
        await checkAgain();
      });
      assert.deepEqual(lines(), [enrollments]);
      assert.ok(hold.ours <= limit, describeStretch(hold));
    });
  });

  it('is free while tens of thousands of problems come and go', async () => {
    const names = Array.from({ length: 10 }, (_, index) => `calm-${String(index)}`);
    const files = names.flatMap((name) => [`${name}/enrollments.csv`, `${name}/users.csv`]);
    const count = () => files.reduce((sum, file) => sum + problems(file).length, 0);
    try {
      const hold = await longestHold(limit, async () => {
        for (const name of names) await writeLargeRoster(folder(name), faulty);
        await until(() => count() >= 40_000, 'the problems to come', patience);
        for (const name of names) await rm(folder(name), { recursive: true });
        await until(() => count() === 0, 'the problems to go', patience);
      });
      assert.ok(hold.ours <= limit, describeStretch(hold));
    } finally {
      for (const name of names) await rm(folder(name), { recursive: true, force: true });
    }
  });

  it('is free while a file of 10 MB is opened', async () => {
    await writeLargeRoster(folder('calm-open'), { enrollments: 150_000 });
    try {
      await untilStatus('calm-open 1.1', patience);
      const uri = vscode.Uri.file(join(folder('calm-open'), 'enrollments.csv'));
      const hold = await longestHold(limit, async () => {
        await vscode.commands.executeCommand('vscode.open', uri);
        // The underline of what refers to another record: the server has the text, and has answered.
        await waitForText('SCH-1', '.monaco-editor .view-line .mtku');
        await vscode.commands.executeCommand('workbench.action.closeAllEditors');
        await until(
          () => vscode.workspace.textDocuments.every((open) => open.uri.path !== uri.path),
          'it to close',
        );
      });
      assert.ok(hold.ours <= limit, describeStretch(hold));
    } finally {
      await rm(folder('calm-open'), { recursive: true, force: true });
    }
  });
});

/** Every record is wrong in a way of its own, and in several fields, so that each of them is a problem of its own. */
const faulty = {
  enrollments: 8000,
  spoil: (record: number) => ({ role: `role ${String(record)}`, beginDate: `day ${String(record)}` }),
  spoilUser: (record: number) => ({
    email: `mail ${String(record)}`,
    grades: `grade ${String(record)}`,
  }),
};

function inTurnOfItsOwn(work: () => void): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(() => {
      work();
      setTimeout(resolve, 5);
    }, 5);
  });
}

function holdOnPurpose(): void {
  hold();
}

function holdOtherwise(): void {
  hold();
}

function hold(): void {
  const end = process.hrtime.bigint() + 30_000_000n;
  while (process.hrtime.bigint() < end);
}
