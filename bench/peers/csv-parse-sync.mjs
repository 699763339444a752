// Parses a file with csv-parse in one call and prints how many records it has, the header not counted.
import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';

console.log(parse(readFileSync(process.argv[2] ?? '')).length - 1);
