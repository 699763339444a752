import { RosterError } from '../errors';
import { phrase, type Sentence, sentence } from '../text/say';
import type { Table } from '../model/table';
import { eachRecord } from '../rules/shared/each-record';
import type { Steps } from '../steps';
import { firstInvalidUtf8 } from '../text/utf8';

/**
 * Ends an edit of a whole table that would do harm, because it cannot be told which field is which, or what the bytes mean.
 * @throws RosterError `problems-found`
 */
export function demandEditable(table: Table): void {
  const { file, scan } = table;
  if (!table.readable) {
    throw refusal(
      sentence('{file} has no columns that are separated by commas.', { file }),
      phrase('Give it a header first.'),
    );
  }
  const [unclosed] = scan.unclosedQuotes;
  if (unclosed !== undefined) {
    throw refusal(
      sentence('In {file} a quote is never closed, so nobody can tell where its record ends.', { file }),
      mendFirst,
    );
  }
  if (scan.hasNonAscii && firstInvalidUtf8(scan.bytes) >= 0) {
    throw refusal(
      sentence('{file} is not in UTF-8, and what is moved in it could be damaged.', { file }),
      phrase('Save it with the encoding UTF-8 first.'),
    );
  }
}

/**
 * Ends an edit of columns where a record has fewer or more fields than the header: they may be in the columns of others.
 * @throws RosterError `problems-found`
 */
export function* demandColumns(table: Table): Steps<void> {
  demandEditable(table);
  yield;
  yield* eachRecord(table.recordCount, (record) => {
    if (table.isIntact(record) || table.isBlank(record)) return;
    throw refusal(
      sentence(
        'Record {record} of {file} has another number of fields than the header: {found} where the header has {expected}.',
        {
          record: String(record + 1),
          file: table.file,
          found: String(table.fieldCount(record)),
          expected: String(table.header.length),
        },
      ),
      mendFirst,
    );
  });
}

const mendFirst = phrase('Mend it first, and then change the columns or the order.');

function refusal(message: string | Sentence, remedy: string | Sentence): RosterError {
  return new RosterError('problems-found', message, remedy);
}
