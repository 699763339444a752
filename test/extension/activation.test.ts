// What the extension costs the editor before anybody has asked it for anything, and at the first time that it is asked.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { createDistrict, type District } from './support/district';
import { early, loadFunction } from './support/early';
import { describeWithPage, press, waitForText, waitUntilGone } from './support/page';
import { stretchesOf, type Frame, type IsOurs, type Recording, type Stretch } from './support/stretches';
import { describeStretch, frameOfExtension, isOfExtension, watchThread } from './support/thread-watch';

/** Milliseconds for which the thread may be held. */
const limit = 10;

describeWithPage('the start of the extension', () => {
  const isFrame = frameOfExtension();
  const isOurs = isOfExtension();
  const isLoad: IsOurs = (calls) => calls.some(isLoadFunction);
  const isActivate: IsOurs = (calls) =>
    !isLoad(calls) && calls.some((frame) => isFrame(frame) && frame.functionName === 'activate');
  let district: District | undefined;
  let recording: Recording;

  before(async () => {
    district = await createDistrict('activation');
    recording = await (await early()).stop();
  });

  after(() => district?.remove());

  it('costs less than 50 ms, as VS Code counts it: loading the program, and the call of its activate', () => {
    const [load, activate] = [sum(isLoad), sum(isActivate)];
    assert.ok(load > 0, 'The activation was not seen.');
    assert.ok(load + activate < 50, `${load.toFixed(1)} ms and ${activate.toFixed(1)} ms`);
  });

  it('holds the editor for no more than 10 ms at a time, once it is activated and until a roster is shown', () => {
    const stretches = stretchesOf(
      recording,
      (calls) => isOurs(calls) && !isLoad(calls) && !isActivate(calls),
    );
    assertBrief(stretches, 45);
  });

  it('holds it for no more than 10 ms at a time when what delivering needs is loaded', async () => {
    const stop = await watchThread();
    const command = vscode.commands.executeCommand('oneroster.packageAndUpload');
    await waitForText('Connect to SFTP Server', '.quick-input-title');
    const stretches = stretchesOf(await stop(), isOurs);
    await press('Escape');
    await waitUntilGone('.quick-input-widget');
    await command;
    assertBrief(stretches, 20);
  });

  function sum(isPart: IsOurs): number {
    return stretchesOf(recording, isPart).reduce((total, { ours }) => total + ours, 0);
  }
});

/**
 * Fails where a stretch is too long. This happens only once, and while the machine is busy with VS Code's own start: where all of
 * it takes longer than at rest, the longest may, too.
 * @param whole about how many milliseconds all of it takes at rest
 */
function assertBrief(stretches: readonly Stretch[], whole: number): void {
  const [longest] = stretches;
  assert.ok(longest, 'Nothing was seen.');
  const sum = stretches.reduce((total, { ours }) => total + ours, 0);
  const allowed = limit * Math.max(1, sum / whole);
  assert.ok(longest.ours <= allowed, `${describeStretch(longest)}\nof ${sum.toFixed(1)} ms in all`);
}

function isLoadFunction({ functionName, url }: Frame): boolean {
  return functionName === loadFunction && url.endsWith('early.js');
}
