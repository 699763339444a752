// What the language server answers in an open roster: how long each question takes at its protocol, from the question that is sent to the
// answer that is there. Only what the server announces is asked.
import { cp, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { explorerQuestions } from './answers/explorer-questions.mjs';
import { clientCapabilities, questions, settings } from './answers/questions.mjs';
import { tableQuestions } from './answers/table-questions.mjs';
import { findOrMakeDistrict } from './district/make-district.mjs';
import { spread } from './measure/spread.mjs';
import { counted, markdownTable } from './measure/tables.mjs';
import { startLanguageServer } from './typing/language-server.mjs';

/** An open file has so many enrollments, whatever the other benchmarks have. */
const openEnrollments = 100_000;
const files = ['enrollments.csv', 'users.csv', 'classes.csv', 'courses.csv', 'orgs.csv'];
/** How often each question is asked before it counts, and then. */
const warmUps = 5;
const times = 200;
const renames = 10;

/**
 * @param {import('./run.mjs').Context} context
 * @returns {Promise<import('./run.mjs').Outcome>}
 */
export async function benchmark({ program, folder, lifetime }) {
  const roster = join(folder, 'one-school');
  await copyWithOneSchool(await findOrMakeDistrict(openEnrollments), roster);
  const server = await startLanguageServer(
    join(dirname(program), 'server.js'),
    roster,
    lifetime,
    clientCapabilities,
    settings,
  );
  const texts = await openFiles(server, roster);
  const rows = [];
  for (const { what, provider, ask } of [...questions(roster, texts), ...tableQuestions(roster), ...explorerQuestions(roster)]) {
    if (!server.announces(provider)) continue;
    const count = /^(?:rename|edit)/.test(what) ? renames : times;
    const taken = [];
    for (let round = -warmUps; round < count; round++) {
      const sent = performance.now();
      await ask(server, round + warmUps);
      if (round >= 0) taken.push(performance.now() - sent);
    }
    rows.push([what, counted(count), ...spread(taken)]);
  }
  await server.stop();
  const text = [
    `A roster of ${counted(openEnrollments)} enrollments, all of them in one school, with its files open and read. Times are milliseconds from a question to its answer, the protocol included; each is asked in places all over the file.`,
    markdownTable({ columns: ['what is asked', 'times', 'median', '99 of 100', 'longest'], rows }),
  ];
  return { title: 'Answers', text: text.join('\n\n'), failures: [] };
}

/**
 * A copy of a roster in which one school has all enrollments: what is asked about it is the most that can be.
 * @param {string} from
 * @param {string} to
 */
async function copyWithOneSchool(from, to) {
  await cp(from, to, { recursive: true });
  const path = join(to, 'enrollments.csv');
  const [header = '', ...records] = (await readFile(path, 'utf8')).split('\r\n');
  const column = header.split(',').indexOf('schoolSourcedId');
  const school = records[0]?.split(',')[column] ?? '';
  const moved = records.map((record) => {
    const fields = record.split(',');
    if (fields.length > column) fields[column] = school;
    return fields.join(',');
  });
  await writeFile(path, [header, ...moved].join('\r\n'));
}

/**
 * @param {import('./typing/language-server.mjs').LanguageServer} server
 * @param {string} roster
 * @returns {Promise<ReadonlyMap<string, readonly string[]>>} the lines of each file
 */
async function openFiles(server, roster) {
  const texts = new Map();
  for (const name of files) {
    const text = await readFile(join(roster, name), 'utf8');
    texts.set(name, text.split('\r\n'));
    const uri = `file://${join(roster, name)}`;
    await server.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'oneroster', version: 1, text },
    });
  }
  await server.checkAgain();
  return texts;
}
