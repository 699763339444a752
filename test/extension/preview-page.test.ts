// The parts of the preview's page that need no page: where rows stand, and where keys lead.
import assert from 'node:assert/strict';
import { moved } from '../../src/extension/table-preview/page/movement';
import {
  rowPlace,
  scrollTopFor,
  topRow,
  totalHeight,
} from '../../src/extension/table-preview/page/scrolling';

describe('the rows of a preview', () => {
  const short = { rows: 1000, rowHeight: 24, viewHeight: 480 };
  const long = { rows: 5_000_000, rowHeight: 24, viewHeight: 480 };

  it('stand where their height puts them, as long as a browser can draw that', () => {
    assert.equal(totalHeight(short), 24_000);
    assert.equal(Math.round(topRow(short, 2400)), 100);
    assert.equal(Math.round(rowPlace(short, 2400, 103)), 103 * 24);
    assert.equal(Math.round(scrollTopFor(short, 100)), 2400);
  });

  it('can all be reached, however many there are', () => {
    assert.ok(totalHeight(long) <= 10_000_000);
    const bottom = totalHeight(long) - long.viewHeight;
    assert.equal(topRow(long, bottom), long.rows - 20);
    assert.equal(topRow(long, 0), 0);
    for (const row of [0, 1, 77_777, 4_999_980]) {
      const scrollTop = scrollTopFor(long, row);
      assert.ok(Math.abs(topRow(long, scrollTop) - row) < 0.001);
      assert.ok(Math.abs(rowPlace(long, scrollTop, row) - scrollTop) < 0.1);
      assert.ok(Math.abs(rowPlace(long, scrollTop, row + 1) - scrollTop - 24) < 0.1);
    }
  });

  it('are not scrolled where all of them are in view', () => {
    const few = { rows: 3, rowHeight: 24, viewHeight: 480 };
    assert.equal(topRow(few, 100), 0);
    assert.equal(scrollTopFor(few, 2), 0);
    assert.equal(rowPlace(few, 0, 2), 48);
  });
});

describe('the keys of a preview', () => {
  const extent = { rows: 100, columns: 5, page: 20 };
  const from = { row: 50, column: 2 };

  it('lead to the cells beside, above and below, to the ends and by pages', () => {
    assert.deepEqual(moved(from, 'ArrowUp', false, extent), { row: 49, column: 2 });
    assert.deepEqual(moved(from, 'ArrowRight', false, extent), { row: 50, column: 3 });
    assert.deepEqual(moved(from, 'PageDown', false, extent), { row: 70, column: 2 });
    assert.deepEqual(moved(from, 'Home', false, extent), { row: 50, column: 0 });
    assert.deepEqual(moved(from, 'Home', true, extent), { row: 0, column: 0 });
    assert.deepEqual(moved(from, 'End', true, extent), { row: 99, column: 4 });
    assert.equal(moved(from, 'x', false, extent), undefined);
  });

  it('lead no further than the grid goes, the header included', () => {
    assert.deepEqual(moved({ row: 99, column: 4 }, 'ArrowDown', false, extent), { row: 99, column: 4 });
    assert.deepEqual(moved({ row: 99, column: 4 }, 'ArrowRight', false, extent), { row: 99, column: 4 });
    assert.deepEqual(moved({ row: 0, column: 0 }, 'ArrowUp', false, extent), { row: -1, column: 0 });
    assert.deepEqual(moved({ row: -1, column: 0 }, 'ArrowUp', false, extent), { row: -1, column: 0 });
    assert.deepEqual(moved({ row: 5, column: 0 }, 'PageUp', false, extent), { row: 0, column: 0 });
    assert.deepEqual(moved({ row: 0, column: 0 }, 'ArrowDown', false, { ...extent, rows: 0 }), {
      row: -1,
      column: 0,
    });
  });
});
