// Parses a file with uDSV in one call and prints how many records it has, the header not counted.
import { readFileSync } from 'node:fs';
import { inferSchema, initParser } from 'udsv';

const text = readFileSync(process.argv[2] ?? '', 'utf8');
console.log(initParser(inferSchema(text)).stringArrs(text).length);
