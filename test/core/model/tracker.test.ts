import assert from 'node:assert/strict';
import { Source, Tracker } from '../../../src/core/model/tracker';

describe('Tracker', () => {
  it('says from what something was worked out, and whether that still holds', () => {
    const tracker = new Tracker();
    const [left, right, other] = [new Source(), new Source(), new Source()];
    const { value, basis } = tracker.watch(() => {
      tracker.note(left);
      tracker.note(right);
      tracker.note(left);
      return 7;
    });
    assert.equal(value, 7);
    assert.deepEqual(basis.sources, [left, right]);
    other.revision++;
    assert.equal(basis.isCurrent(), true);
    right.revision++;
    assert.equal(basis.isCurrent(), false);
  });

  it('counts what an inner watch has looked at for the outer one, too', () => {
    const tracker = new Tracker();
    const [outer, inner, after] = [new Source(), new Source(), new Source()];
    const { basis } = tracker.watch(() => {
      tracker.note(outer);
      tracker.watch(() => tracker.note(inner));
      tracker.note(outer);
      tracker.note(after);
    });
    assert.deepEqual(new Set(basis.sources), new Set([outer, inner, after]));
  });

  it('works something out again only where what it was worked out from has changed', () => {
    const tracker = new Tracker();
    const source = new Source();
    let times = 0;
    const derived = tracker.derive(() => {
      tracker.note(source);
      return ++times;
    });
    assert.deepEqual([derived(), derived()], [1, 1]);
    source.revision++;
    assert.deepEqual([derived(), derived()], [2, 2]);
  });

  it('has what is remembered counted for whoever asks for it', () => {
    const tracker = new Tracker();
    const source = new Source();
    const derived = tracker.derive(() => tracker.note(source));
    derived();
    const { basis } = tracker.watch(derived);
    assert.deepEqual(basis.sources, [source]);
  });

  it('is as it was after something has thrown', () => {
    const tracker = new Tracker();
    const source = new Source();
    const { basis } = tracker.watch(() => {
      assert.throws(() =>
        tracker.watch(() => {
          throw new Error('no');
        }),
      );
      tracker.note(source);
    });
    assert.deepEqual(basis.sources, [source]);
  });
});
