// Parses a file with papaparse in one call and prints how many records it has, the header not counted.
import Papa from 'papaparse';
import { readFileSync } from 'node:fs';

const { data } = Papa.parse(readFileSync(process.argv[2] ?? '', 'utf8'), { skipEmptyLines: true });
console.log(data.length - 1);
