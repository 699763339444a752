// Parses a file with uDSV, a chunk at a time, and prints how many records it has, the header not counted.
import { createReadStream } from 'node:fs';
import { inferSchema, initParser } from 'udsv';

/** @param {string} path */
async function countRecords(path) {
  let records = 0;
  let parser;
  for await (const text of createReadStream(path, { encoding: 'utf8' })) {
    parser ??= initParser(inferSchema(text));
    parser.chunk(text, parser.stringArrs, () => void records++);
  }
  parser?.end();
  return records;
}

console.log(await countRecords(process.argv[2] ?? ''));
