import { noField } from '../model/distinct-values';
import type { Table } from '../model/table';
import { defineRule, type RosterContext } from './engine/define-rule';
import { linkOf } from './shared/links';
import { meaningReader, textIn } from './shared/meanings';

type Message = 'reversed' | 'low' | 'high' | 'maximum' | 'bound';

export default defineRule<Message>({
  id: 'score-range',
  area: 'sense',
  severity: 'warning',
  versions: ['1.1', '1.2'],
  summary: "A score lies outside its line item's range, or the range is upside down.",
  messages: {
    reversed: '{field} is "{value}", more than the highest value "{maximum}"',
    low: '{field} is "{value}", less than the lowest value of its line item, "{bound}"',
    high: '{field} is "{value}", more than the highest value of its line item, "{bound}"',
    maximum: 'The highest value',
    bound: 'The line item says so here',
  },
  roster(context) {
    const lineItems = context.roster.table('lineItems');
    if (lineItems?.readable !== true) return;
    const ranges = readRanges(lineItems);
    checkRanges(context, ranges);
    checkScores(context, ranges);
  },
});

interface Ranges {
  readonly table: Table;
  readonly lowColumn: number;
  readonly highColumn: number;
  /** NaN where there is no number, with which nothing compares. */
  readonly low: (record: number) => number;
  readonly high: (record: number) => number;
}

function readRanges(table: Table): Ranges {
  const lowColumn = table.columnIndex('resultValueMin');
  const highColumn = table.columnIndex('resultValueMax');
  return {
    table,
    lowColumn,
    highColumn,
    low: numberReader(table, lowColumn),
    high: numberReader(table, highColumn),
  };
}

function checkRanges({ at, report }: RosterContext<Message>, ranges: Ranges): void {
  const { table, lowColumn, highColumn, low, high } = ranges;
  const active = table.active();
  for (let record = 1; record < active.length; record++) {
    if (active[record] !== 1 || !(low(record) > high(record))) continue;
    report({
      at: () => at(table).field(record, lowColumn),
      message: 'reversed',
      data: { maximum: textIn(table, record, 'resultValueMax') },
      severity: 'error',
      related: [{ at: () => at(table).field(record, highColumn), message: 'maximum' }],
    });
  }
}

function checkScores({ roster, at, report }: RosterContext<Message>, ranges: Ranges): void {
  const link = linkOf(roster, 'results', 'lineItemSourcedId');
  if (link === undefined) return;
  const { table } = link;
  const column = table.columnIndex('score');
  const score = numberReader(table, column);
  const statusOf = meaningReader(table, 'scoreStatus');
  const active = table.active();
  for (let record = 1; record < active.length; record++) {
    const item = active[record] === 1 ? link.of(record) : 0;
    if (item === 0 || !ranges.table.isIntact(item) || ranges.low(item) > ranges.high(item)) continue;
    const isLow = score(record) < ranges.low(item);
    if (!isLow && !(score(record) > ranges.high(item))) continue;
    if (unscored.has(statusOf?.(record) ?? '')) continue;
    const bound = () => at(ranges.table).field(item, isLow ? ranges.lowColumn : ranges.highColumn);
    report({
      at: () => at(table).field(record, column),
      message: isLow ? 'low' : 'high',
      data: { bound: textIn(ranges.table, item, isLow ? 'resultValueMin' : 'resultValueMax') },
      related: [{ at: bound, message: 'bound' }],
    });
  }
}

/** Their scores only stand in for none, for the field may not be empty. */
const unscored: ReadonlySet<string> = new Set(['exempt', 'not submitted']);

function numberReader(table: Table, column: number): (record: number) => number {
  if (column < 0) return () => NaN;
  const values = table.values(column);
  const numbers = Float64Array.from({ length: values.size }, (_, code) => {
    const text = values.text(code).trim();
    return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN;
  });
  return (record) => numbers[values.codes[record] ?? noField] ?? NaN;
}
