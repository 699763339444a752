// Typing in an open enrollments.csv, and asking while everything is checked: how long the language server takes to answer, measured at
// its protocol from the change that is sent to the problems that come back.
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { findOrMakeDistrict } from './district/make-district.mjs';
import { spread } from './measure/spread.mjs';
import { spreadOf } from './measure/statistics.mjs';
import { counted, markdownTable } from './measure/tables.mjs';
import { measureCompleting } from './typing/completing.mjs';
import { startLanguageServer } from './typing/language-server.mjs';
import { openFile } from './typing/open-file.mjs';
import { keystrokes } from './typing/keystrokes.mjs';

/** An open file has so many enrollments, whatever the other benchmarks have: more, and VS Code would not hand it over. */
const openEnrollments = 100_000;
/** So often everything is checked while questions are asked. */
const checksAsked = 5;

/**
 * @param {import('./run.mjs').Context} context
 * @returns {Promise<import('./run.mjs').Outcome>}
 */
export async function benchmark({ program, enrollments, lifetime }) {
  const serverPath = join(dirname(program), 'server.js');
  const typing = await measureTyping(serverPath, lifetime);
  const completing = await measureOffers(serverPath, enrollments, lifetime);
  const asking = await measureAsking(serverPath, enrollments, lifetime);
  const text = [
    `An enrollments.csv of ${counted(openEnrollments)} records is open and edited at its top, in its middle and at its end. Times are milliseconds from a change to the problems that it brings, the protocol included.`,
    markdownTable({ columns: ['what is done', 'times', 'median', '99 of 100', 'longest'], rows: typing }),
    completing,
    asking,
  ];
  return { title: 'Typing', text: text.join('\n\n'), failures: [] };
}

/**
 * @param {string} serverPath
 * @param {import('../scripts/editor/lifetime.mjs').Lifetime} lifetime
 */
async function measureTyping(serverPath, lifetime) {
  const folder = await findOrMakeDistrict(openEnrollments);
  const server = await startLanguageServer(serverPath, folder, lifetime);
  const file = await openFile(server, join(folder, 'enrollments.csv'));
  /** @type {Map<string, number[]>} */
  const times = new Map();
  for (const { what, edit } of keystrokes(file)) {
    const taken = await file.edit(edit);
    times.set(what, [...(times.get(what) ?? []), taken]);
  }
  await server.stop();
  times.set('all', [...times.values()].flat());
  return [...times].map(([what, each]) => [what, counted(each.length), ...spread(each)]);
}

/**
 * @param {string} serverPath
 * @param {number} enrollments
 * @param {import('../scripts/editor/lifetime.mjs').Lifetime} lifetime
 */
async function measureOffers(serverPath, enrollments, lifetime) {
  const folder = await findOrMakeDistrict(enrollments);
  const server = await startLanguageServer(serverPath, folder, lifetime);
  const { times, people, offered } = await measureCompleting(server, folder);
  await server.stop();
  if (offered === 0) throw new Error('Nothing was offered.');
  const rows = [...times].map(([what, each]) => [what, counted(each.length), ...spread(each)]);
  return [
    `Names of people typed into agentSourcedIds of an open users.csv of ${counted(people)} people; milliseconds from asking, right behind the keystroke, to the list that is offered:`,
    markdownTable({ columns: ['what is typed', 'times', 'median', '99 of 100', 'longest'], rows }),
  ].join('\n\n');
}

/**
 * @param {string} serverPath
 * @param {number} enrollments
 * @param {import('../scripts/editor/lifetime.mjs').Lifetime} lifetime
 */
async function measureAsking(serverPath, enrollments, lifetime) {
  const folder = await findOrMakeDistrict(enrollments);
  const server = await startLanguageServer(serverPath, folder, lifetime);
  const file = await openFile(server, join(folder, 'users.csv'));
  /** @type {Map<'hover' | 'definition' | 'completion', number[]>} */
  const times = new Map([
    ['hover', []],
    ['completion', []],
    ['definition', []],
  ]);
  const checks = [];
  for (let line = 1; checks.length < checksAsked;) {
    const start = performance.now();
    let isDone = false;
    const check = server.checkAgain().then(() => {
      isDone = true;
      return performance.now() - start;
    });
    for (; !isDone; line++) {
      for (const [what, each] of times) if (!isDone) each.push(await file.ask(what, schoolOf(file, line)));
    }
    checks.push(await check);
  }
  await server.stop();
  const rows = [...times].map(([what, each]) => [
    `${what} of a school's id`,
    counted(each.length),
    ...spread(each),
  ]);
  return [
    `Questions in an open users.csv while a roster of ${counted(enrollments)} enrollments is read and checked from start to end, ${counted(checksAsked)} times, which takes ${(spreadOf(checks).median / 1000).toFixed(2)} s each:`,
    markdownTable({ columns: ['what is asked', 'times', 'median', '99 of 100', 'longest'], rows }),
  ].join('\n\n');
}

/**
 * Within the id of a person's school.
 * @param {import('./typing/open-file.mjs').OpenFile} file
 * @param {number} line
 */
function schoolOf(file, line) {
  const before = file.line(line).split(',').slice(0, 4).join(',');
  return { line, character: before.length + 4 };
}
