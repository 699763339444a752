import { noField } from '../model/distinct-values';
import type { Table } from '../model/table';
import { defineRule } from './engine/define-rule';
import { DistinctValue } from './engine/distinct-value';
import { typedItems, type TypedItem } from './shared/typed-items';

type Message = 'format' | 'suggested';

export default defineRule<Message>({
  id: 'invalid-learning-objective',
  area: 'value',
  severity: 'error',
  versions: ['1.2'],
  summary: 'A learning objective from CASE is not named by its UUID as a URN.',
  messages: {
    format: '{field} is "{value}"; where {sourceColumn} is "case", it is written like "{example}"',
    suggested: '{field} is "{value}"; where {sourceColumn} is "case", it is written "{suggestion}"',
  },
  table({ table, at, report }) {
    const column = table.header.findIndex(
      (_, index) => table.columnFact(index)?.format === 'learning-objective-id',
    );
    const source = table.columnIndex('source');
    if (column === -1 || source === -1) return;
    const wrong = wrongItems(table, column);
    if (wrong.size === 0) return;
    const { codes } = table.values(column);
    const sources = table.values(source);
    for (let record = 1; record < codes.length; record++) {
      const item = wrong.get(codes[record] ?? noField);
      if (item === undefined || !table.isIntact(record)) continue;
      if (sources.text(sources.codes[record] ?? noField).trim() !== 'case') continue;
      const data = { sourceColumn: 'source', example: `urn:uuid:${exampleUuid}` };
      const suggestion = bareUuid.exec(item.text)?.[1];
      report({
        at: at.field(record, column, item.from, item.to),
        ...(suggestion === undefined
          ? { message: 'format', data }
          : { message: 'suggested', data: { ...data, suggestion: `urn:uuid:${suggestion}` } }),
      });
    }
  },
});

const exampleUuid = '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';
const uuidUrn = /^urn:uuid:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
const bareUuid = /^\{?([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\}?$/i;

/** The distinct values of the column that are no UUID as a URN, by code. */
function wrongItems(table: Table, column: number): ReadonlyMap<number, TypedItem> {
  const wrong = new Map<number, TypedItem>();
  const values = table.values(column);
  const fact = table.columnFact(column);
  if (fact === undefined) return wrong;
  for (let code = 1; code < values.size; code++) {
    const [item] = typedItems(new DistinctValue(values, code), fact);
    if (item !== undefined && !uuidUrn.test(item.text)) wrong.set(code, item);
  }
  return wrong;
}
