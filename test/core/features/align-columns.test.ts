import assert from 'node:assert/strict';
import { alignRecords } from '../../../src/core/features/align-columns';
import { displayWidth } from '../../../src/core/text/display-width';
import { decodeUtf8 } from '../../../src/core/text/utf8';
import { tableOf } from '../../support/table-of';

/** The records as they would be seen. */
function aligned(text: string, first = 0, last = Infinity): readonly string[] {
  const { table } = tableOf('orgs.csv', `=== orgs.csv\n${text}`);
  const padding = alignRecords(table, first, last);
  const shown: string[] = [];
  for (let record = first; record <= Math.min(last, table.recordCount - 1); record++) {
    const { start, end } = table.range(record);
    let line = '';
    for (let at = start; at < end; at++) {
      const room = padding.find(({ offset }) => offset === at);
      if (room !== undefined) line += ' '.repeat(room.cells);
      line += String.fromCharCode(table.bytes[at] ?? 0);
    }
    shown.push(decodeUtf8(Uint8Array.from(line, (unit) => unit.charCodeAt(0))));
  }
  return shown;
}

describe('alignRecords', () => {
  it('puts the columns under one another, the last one as it is', () => {
    assert.deepEqual(aligned('sourcedId,name,type\no1,North High,school\no200,S,district'), [
      'sourcedId,name      ,type',
      'o1       ,North High,school',
      'o200     ,S         ,district',
    ]);
  });

  it('takes the width from the whole table, whatever part is shown', () => {
    assert.deepEqual(aligned('a,b\n1,2\n3,4\nlonger,5', 1, 2), ['1     ,2', '3     ,4']);
  });

  it('counts cells, not bytes: wide characters are two, marks none', () => {
    assert.deepEqual(aligned('a,b\n東京,1\nétage,2\ne\u0301,3'), [
      'a    ,b',
      '東京 ,1',
      'étage,2',
      'e\u0301    ,3',
    ]);
    assert.equal(displayWidth('a東\u{1f600}e\u0301'), 6);
  });

  it('counts quotes, and leaves records with line breaks in a field alone', () => {
    assert.deepEqual(aligned('a,b\n"x",1\n"l\nm",2\n,3'), ['a    ,b', '"x"  ,1', '"l\nm",2', '     ,3']);
  });

  it('makes no column wider than fits on a screen: a longer field stands out alone', () => {
    const long = 'x'.repeat(300);
    const [header = '', first = ''] = aligned(`a,b\n${long},1\ny,2`);
    assert.equal(header.length, 50);
    assert.equal(first, `${long},1`);
  });
});
