// Loads four files of a roster into DuckDB and asks it five questions. Prints how many enrollments there are, if all answers are 0.
import { DuckDBInstance } from '@duckdb/node-api';
import { join } from 'node:path';

const folder = process.argv[2] ?? '';
const tables = ['orgs', 'classes', 'users', 'enrollments'];
const questions = [
  dangling('userSourcedId', 'users'),
  dangling('classSourcedId', 'classes'),
  dangling('schoolSourcedId', 'orgs'),
  'SELECT count(*) - count(DISTINCT sourcedId) FROM enrollments',
  `SELECT count(*) FROM enrollments WHERE role NOT IN ('administrator', 'proctor', 'student', 'teacher')`,
];

const database = await (await DuckDBInstance.create()).connect();
for (const table of tables) {
  const path = join(folder, `${table}.csv`).replaceAll("'", "''");
  // Ids are text, with zeros in front.
  await database.run(
    `CREATE TABLE ${table} AS SELECT * FROM read_csv('${path}', header = true, all_varchar = true)`,
  );
}
for (const question of questions) {
  const found = await answer(question);
  if (found !== 0) throw new Error(`${String(found)} found by: ${question}`);
}
console.log(await answer('SELECT count(*) FROM enrollments'));

/** @param {string} column @param {string} target */
function dangling(column, target) {
  return `SELECT count(*) FROM enrollments ANTI JOIN ${target} ON enrollments.${column} = ${target}.sourcedId`;
}

/** @param {string} question */
async function answer(question) {
  return Number((await database.runAndReadAll(question)).getRows()[0]?.[0]);
}
