import { contentRange, fieldText, recordRange, valueRange } from '../../csv/field';
import type { Table } from '../../model/table';
import type { TablePlaces } from './define-rule';
import type { Place } from './problem';

/** Makes places in one table. */
export function tablePlaces(table: Table): TablePlaces {
  const { scan, file } = table;
  return {
    field(record, column, from, to) {
      const content = contentRange(scan, record, column);
      const value = fieldText(scan, record, column);
      const field = table.header[column];
      const named = { file, record: record + 1, ...(field === undefined ? {} : { field }) };
      if (from === undefined) return { ...named, ...content, value };
      const part = valueRange(scan.bytes, content, from, to ?? value.length);
      return { ...named, ...part, value: value.slice(from, to) };
    },
    record: (record) => ({ file, record: record + 1, ...recordRange(scan, record) }),
    bytes: (start, end) => ({ file, start, end }),
    file: () => ({ file, start: scan.textStart, end: scan.textStart }),
  };
}

/** A place for a whole file, or for the whole roster. */
export function filePlace(name = ''): Place {
  return { file: name, start: 0, end: 0 };
}
