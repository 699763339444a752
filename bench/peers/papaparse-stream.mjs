// Parses a file with papaparse, a chunk at a time, and prints how many records it has, the header not counted.
import Papa from 'papaparse';
import { createReadStream } from 'node:fs';

/** @param {string} path */
async function countRecords(path) {
  let records = 0;
  await new Promise((resolve, reject) => {
    Papa.parse(createReadStream(path), {
      chunk: ({ data }) => void (records += data.length),
      complete: resolve,
      error: reject,
    });
  });
  return records - 1;
}

console.log(await countRecords(process.argv[2] ?? ''));
