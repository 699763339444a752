// Uploading a package, against OpenSSH's own client, to OpenSSH's server: near, and with the latency of a distant one.
import { rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findOrMakeDistrict } from './district/make-district.mjs';
import { inTurn } from './measure/in-turn.mjs';
import { findProgram } from './measure/machine.mjs';
import { runProcess } from './measure/run-process.mjs';
import { secondsOf, spreadOf } from './measure/statistics.mjs';
import { comparison, markdownTable } from './measure/tables.mjs';
import { startLatencyProxy } from './sftp/latency-proxy.mjs';
import { startSshd } from './sftp/sshd.mjs';

/** Where the server seems to be: the milliseconds that each direction takes. */
const places = [
  { place: 'On loopback', delay: 0 },
  { place: 'With 50 ms between question and answer', delay: 25 },
];
const names = { ours: 'oneroster upload', sftp: 'sftp put' };

/**
 * @typedef {import('./measure/in-turn.mjs').Contender} Contender
 * @typedef {import('./measure/in-turn.mjs').Results} Results
 * @typedef {{ program: string, sftp: string, server: import('./sftp/sshd.mjs').Server, zip: string, batch: string }} Setting
 */

/**
 * @param {import('./run.mjs').Context} context
 * @returns {Promise<import('./run.mjs').Outcome>}
 */
export async function benchmark({ program, enrollments, rounds, folder, lifetime }) {
  const title = 'Uploading';
  const [sshd, keygen, sftp] = [findProgram('sshd'), findProgram('ssh-keygen'), findProgram('sftp')];
  if (sshd === undefined || keygen === undefined || sftp === undefined)
    return {
      title,
      text: 'Left out: OpenSSH’s `sshd` and `sftp` are not both installed here.',
      failures: [],
    };
  const server = await startSshd({ sshd, keygen }, lifetime);
  const setting = { program, sftp, server, zip: join(folder, 'upload.zip'), batch: join(folder, 'batch') };
  await writeFile(setting.batch, `put ${setting.zip} ${join(server.folder, 'upload.zip')}\n`);
  const roster = await findOrMakeDistrict(enrollments);
  const makeZip = [program, 'package', roster, '--no-read-back', '--output', setting.zip];
  await runProcess({ command: process.execPath, args: makeZip }, lifetime);
  /** How long each client was connected, the warm-up included. @type {Map<string, number[]>} */
  const connected = new Map();
  const contenders = [];
  for (const { place, delay } of places) {
    const port = delay === 0 ? server.port : await startLatencyProxy(server.port, delay, lifetime);
    contenders.push(...(await uploads(setting, place, port, connected)));
  }
  const results = await inTurn(contenders, rounds, lifetime);
  const { size } = await stat(setting.zip);
  const text = [
    `The package of the roster with ${enrollments.toLocaleString('en-US')} enrollments, ${(size / 1e6).toFixed(1)} MB. The times are those of the connection, as the server sees it, and so are the ratios: \`oneroster upload\` checks the package before it connects, which is in the time of its whole process. The memory of \`sftp\` is without that of the \`ssh\` that it starts.`,
    ...places.map(({ place }) => `${place}:\n\n${markdownTable(tableOf(results, connected, place))}`),
  ];
  return { title, text: text.join('\n\n'), failures: [] };
}

/**
 * @param {Setting} setting
 * @param {string} place
 * @param {number} port
 * @param {Map<string, number[]>} connected where the time of each connection is put
 * @returns {Promise<Contender[]>}
 */
async function uploads({ program, sftp, server, zip, batch }, place, port, connected) {
  const { size } = await stat(zip);
  const received = join(server.folder, 'upload.zip');
  const address = `sftp://${server.user}@127.0.0.1:${String(port)}${server.folder}`;
  const ours = ['--url', address, '--host-key', server.hostKey, '--key', server.key];
  const theirs = [
    '-q',
    '-F',
    'none',
    '-b',
    batch,
    '-i',
    server.key,
    '-P',
    String(port),
    ...sshOptions(server),
  ];
  return [
    {
      kind: names.ours,
      command: process.execPath,
      args: [program, 'upload', zip, '--first-delivery', ...ours],
    },
    { kind: names.sftp, command: sftp, args: [...theirs, `${server.user}@127.0.0.1`] },
  ].map(({ kind, command, args }) => {
    const name = nameAt(kind, place);
    connected.set(name, []);
    return {
      name,
      command: { command, args },
      async before() {
        await rm(received, { force: true });
        server.clock.reset();
      },
      async check() {
        if ((await stat(received)).size !== size) throw new Error(`${name}: not all of the package arrived.`);
        connected.get(name)?.push(await server.clock.seconds());
      },
    };
  });
}

/** @param {import('./sftp/sshd.mjs').Server} server */
function sshOptions({ knownHosts }) {
  const options = [
    'IdentitiesOnly=yes',
    `UserKnownHostsFile=${knownHosts}`,
    'HostKeyAlias=bench',
    'StrictHostKeyChecking=yes',
  ];
  return options.flatMap((option) => ['-o', option]);
}

/**
 * @param {Results} results
 * @param {ReadonlyMap<string, readonly number[]>} connected
 * @param {string} place
 * @returns {import('./measure/tables.mjs').Table}
 */
function tableOf(results, connected, place) {
  const kinds = Object.values(names);
  const wholes = kinds.map((kind) => results.get(nameAt(kind, place)) ?? []);
  const connections = kinds.map((kind, index) => {
    // The warm-up comes first and has no run that counts.
    const times = connected.get(nameAt(kind, place))?.slice(1) ?? [];
    const runs = wholes[index]?.map((run, round) => ({ ...run, seconds: times[round] ?? Number.NaN })) ?? [];
    return /** @type {const} */ ([kind, runs]);
  });
  const { columns, rows } = comparison(new Map(connections), [names.sftp]);
  const wholeTimes = wholes.map((runs) => `${spreadOf(secondsOf(runs)).median.toFixed(2)} s`);
  return {
    columns: [...columns, 'whole process'],
    rows: rows.map((row, index) => [...row, wholeTimes[index] ?? '']),
  };
}

/** @param {string} kind @param {string} place */
function nameAt(kind, place) {
  return `${kind} (${place})`;
}
