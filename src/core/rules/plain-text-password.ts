import { emptyCode, noField } from '../model/distinct-values';
import type { Table } from '../model/table';
import { defineRule } from './engine/define-rule';
import { isNullWord } from './shared/null-words';
import { placeInRecord } from './shared/place-in-record';

export default defineRule({
  id: 'plain-text-password',
  area: 'value',
  severity: 'warning',
  versions: ['1.1', '1.2'],
  summary: 'A file holds passwords that everyone who has it can read.',
  messages: {
    readable: '{field} holds a password in plain text, in {count} of the records; leave the column empty',
    readableOnce: '{field} holds a password in plain text, in one record; leave it empty',
  },
  table({ table, report }) {
    for (const column of table.header.keys()) {
      if (table.columnFact(column)?.format !== 'password') continue;
      const records = recordsWithPassword(table, column);
      const message = records.length === 1 ? 'readableOnce' : 'readable';
      const data = { count: records.length };
      for (const record of records) {
        // No password may get into a problem, so the place has no value.
        const at = () => {
          const { start, end } = table.content(record, column);
          return placeInRecord(table, start, end);
        };
        report({ at, message, data, group: table.file });
      }
    }
  },
});

function recordsWithPassword(table: Table, column: number): readonly number[] {
  const values = table.values(column);
  if (values.size === 1) return [];
  const fact = table.columnFact(column);
  const readable = Uint8Array.from({ length: values.size }, (_, code) => {
    const text = code === emptyCode ? '' : values.text(code).trim();
    return text === '' || isNullWord(text, fact) || isEncrypted(text) ? 0 : 1;
  });
  const records: number[] = [];
  for (let record = 1; record < values.codes.length; record++) {
    if (readable[values.codes[record] ?? noField] === 1 && table.isIntact(record)) records.push(record);
  }
  return records;
}

/** `pbkdf2$…`, `$2b$…`, `{SSHA}…` and the bare digests of the usual lengths. */
function isEncrypted(text: string): boolean {
  return encrypted.test(text) || isDigest(text);
}

const encrypted =
  /^(?:\$?(?:pbkdf2|bcrypt|scrypt|argon2|crypt|s?sha|md5)[\w-]*\$|\$\d\w?\$|\{(?:s?sha|s?md5|crypt)[\w-]*\})[\w+/=.,$-]+$/i;

function isDigest(text: string): boolean {
  return /^[\da-f]+$/i.test(text) && [32, 40, 56, 64, 96, 128].includes(text.length);
}
