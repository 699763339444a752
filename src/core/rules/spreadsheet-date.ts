import { emptyCode } from '../model/distinct-values';
import type { Table } from '../model/table';
import type { ColumnFact } from '../spec/types';
import { defineRule, type ValueReport } from './engine/define-rule';
import type { DistinctValue } from './engine/distinct-value';
import { readDigits } from './shared/calendar';
import { hasToBeBlank } from './shared/lifecycle';
import { certainDay, spreadsheetDate, type SpreadsheetDate } from './shared/spreadsheet-date';
import { typedItems } from './shared/typed-items';
import { phrase } from '../text/say';

type Message = 'suggested' | 'asInColumn' | 'ambiguous' | 'shortYear' | 'serial' | 'incomplete' | 'hashes';
type Order = 'monthFirst' | 'dayFirst';

/** `suggestion` in the data is what the value certainly means, `likely` what it most likely does. */
export default defineRule<Message>({
  id: 'spreadsheet-date',
  area: 'spreadsheet',
  severity: 'error',
  summary: 'A date is written the way a spreadsheet writes it.',
  messages: {
    suggested: '{field} is "{value}", as a spreadsheet writes it; write "{suggestion}"',
    asInColumn:
      '{field} is "{value}", as a spreadsheet writes it; other dates of this column have the {first} first, so write "{suggestion}"',
    ambiguous:
      '{field} is "{value}", as a spreadsheet writes it, which leaves open which number is the month; it is written like "{example}"',
    shortYear:
      '{field} is "{value}", as a spreadsheet writes it, with two digits for the year; it is written like "{example}"',
    serial: '{field} is "{value}", the number under which a spreadsheet keeps a date, most likely "{likely}"',
    incomplete:
      '{field} is "{value}", which is what a spreadsheet left of it; the whole is written like "{example}"',
    hashes:
      '{field} is "{value}", which a spreadsheet shows in a column that is too narrow; it is written like "{example}"',
  },
  value({ fact, table, index }) {
    if (fact?.type !== 'date' && fact?.type !== 'datetime') return undefined;
    if (hasToBeBlank(fact, table)) return undefined;
    let order: { readonly found: Order | undefined } | undefined;
    const orderOfColumn = () => (order ??= { found: orderIn(table, index) }).found;
    return {
      check(value, report) {
        if (beginsWithYear(value)) return;
        for (const { text, from, to } of typedItems(value, fact)) {
          const date = spreadsheetDate(text);
          if (date !== undefined) report({ from, to, ...describe(date, fact, orderOfColumn) });
        }
      },
    };
  },
});

/** Whether a value is `YYYY-` and more, as nearly all are; no text is made to find that out. */
function beginsWithYear({ bytes, start, end }: DistinctValue): boolean {
  return end - start >= 5 && bytes[start + 4] === 0x2d && readDigits(bytes, start, 4) >= 0;
}

function describe(
  date: SpreadsheetDate,
  fact: ColumnFact,
  orderOfColumn: () => Order | undefined,
): ValueReport<Message> {
  const { example } = fact;
  const written = (day: string) => (fact.type === 'date' ? day : `${day}T${date.time ?? '00:00:00'}.000Z`);
  if (date.kind === 'hashes' || date.kind === 'incomplete') return { message: date.kind, data: { example } };
  const day = certainDay(date);
  if (date.kind !== 'notation') {
    const likely = day === undefined ? {} : { likely: written(day) };
    return { message: date.kind, data: { example, ...likely } };
  }
  if (day !== undefined) return { message: 'suggested', data: { suggestion: written(day) } };
  const order = orderOfColumn();
  const read = order === undefined ? undefined : date[order];
  if (read === undefined) return { message: 'ambiguous', data: { example } };
  const first = order === 'monthFirst' ? phrase('month') : phrase('day');
  return { message: 'asInColumn', data: { suggestion: written(read), first } };
}

/** Whether the dates of a column that can be read one way only all have the month first, or all the day. */
function orderIn(table: Table, column: number): Order | undefined {
  const values = table.values(column);
  let found: Order | undefined;
  for (let code = emptyCode + 1; code < values.size; code++) {
    const date = spreadsheetDate(values.text(code).trim());
    if (date?.kind !== 'notation' || !hasTwoNumbersFirst(values.text(code))) continue;
    const { monthFirst, dayFirst } = date;
    if ((monthFirst === undefined) === (dayFirst === undefined)) continue;
    const order = monthFirst === undefined ? 'dayFirst' : 'monthFirst';
    if (found !== undefined && found !== order) return undefined;
    found = order;
  }
  return found;
}

function hasTwoNumbersFirst(text: string): boolean {
  return /^\s*\d{1,2}[-/.]\d{1,2}[-/.]/.test(text);
}
