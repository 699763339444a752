// Parses a file with csv-parse as a stream and prints how many records it has, the header not counted.
import { parse } from 'csv-parse';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/** @param {string} path */
async function countRecords(path) {
  let records = 0;
  const parser = parse().on('data', () => records++);
  await pipeline(createReadStream(path), parser);
  return records - 1;
}

console.log(await countRecords(process.argv[2] ?? ''));
