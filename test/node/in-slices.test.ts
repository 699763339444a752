import assert from 'node:assert/strict';
import type { Steps } from '../../src/core/steps';
import { inSlices, unlessVoid } from '../../src/node/in-slices';

/** Steps that go on until they have been told to stop. */
function* until(isOver: () => boolean): Steps<string> {
  while (!isOver()) yield;
  return 'done';
}

describe('work in slices', () => {
  it('lets other events have their turn', async () => {
    let hasRun = false;
    setImmediate(() => (hasRun = true));
    assert.equal(await inSlices(until(() => hasRun)), 'done');
  });

  it('lets a question be answered that takes two turns: one to be read, and one to be seen to', async () => {
    const seen: string[] = [];
    function* work(): Steps<void> {
      // Each step takes as long as a slice may.
      const busyUntil = (end: number) => {
        while (performance.now() < end);
      };
      setImmediate(() => setImmediate(() => seen.push('answer')));
      busyUntil(performance.now() + 20);
      yield;
      seen.push('next slice');
    }
    await inSlices(work());
    assert.deepEqual(seen, ['answer', 'next slice']);
  });

  it('hears a cancel', async () => {
    const controller = new AbortController();
    setImmediate(() => controller.abort());
    await assert.rejects(
      inSlices(
        until(() => false),
        controller.signal,
      ),
      { code: 'cancelled' },
    );
  });

  it('gives up what has become void', async () => {
    let isVoid = false;
    setImmediate(() => (isVoid = true));
    const found = await unlessVoid(
      until(() => false),
      () => isVoid,
    );
    assert.equal(found, undefined);
    assert.deepEqual(
      await unlessVoid(
        until(() => true),
        () => true,
      ),
      { done: 'done' },
    );
  });
});
