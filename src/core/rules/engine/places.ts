import { valueRange, type ByteRange } from '../../csv/field';
import type { Table } from '../../model/table';
import type { TablePlaces } from './define-rule';
import type { Place } from './problem';

/** Makes places in one table. */
export function tablePlaces(table: Table): TablePlaces {
  const { file } = table;
  // A list of thousands of items is asked about item by item.
  let last = { record: -1, column: -1, value: '' };

  function textOf(record: number, column: number): string {
    if (last.record !== record || last.column !== column) {
      last = { record, column, value: table.text(record, column) };
    }
    return last.value;
  }

  return {
    field(record, column, from, to) {
      const content = table.content(record, column);
      const value = textOf(record, column);
      const field = table.header[column];
      const named = { file, record: record + 1, ...(field === undefined ? {} : { field }) };
      if (from === undefined) return { ...named, ...content, value };
      return {
        ...named,
        ...partRange(content, value, from, to ?? value.length),
        value: value.slice(from, to),
      };
    },
    record: (record) => ({ file, record: record + 1, ...table.range(record) }),
    bytes: (start, end) => ({ file, start, end }),
    file: () => ({ file, start: table.textStart, end: table.textStart }),
  };

  function partRange(content: ByteRange, value: string, from: number, to: number): ByteRange {
    const isOneByteEach = content.end - content.start === value.length;
    if (!isOneByteEach) return valueRange(table.bytes, content, from, to);
    return { start: content.start + from, end: content.start + to };
  }
}

/** A place for a whole file, or for the whole roster. */
export function filePlace(name = ''): Place {
  return { file: name, start: 0, end: 0 };
}
