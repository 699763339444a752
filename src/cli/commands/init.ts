import { resolve } from 'node:path';
import { isDayText } from '../../core/config/is-day-text';
import { RosterError } from '../../core/errors';
import { newRoster } from '../../core/new-roster/new-roster';
import { profileIds, resolveProfile, versions } from '../../core/spec/specification';
import { usualVersion } from '../../core/spec/usual-version';
import { today } from '../../node/today';
import { writeRosterFolder } from '../../node/write-roster-folder';
import type { Arguments } from '../arguments';
import type { Command } from '../command';
import { exitCodes, type ExitCode } from '../../core/exit-codes';
import { counted } from '../../core/text/counted';
import { visible, writeAll, type CliContext } from '../terminal';
import { tool } from '../tool';

const formats = ['text', 'json'] as const;

export const init: Command = {
  command: 'init',
  usage: 'init [folder] [options]',
  summary:
    'Makes a new roster: all files with the right headers, and a small example in which everything fits.',
  paths: 1,
  options: [
    { name: 'profile', value: 'ID', summary: 'The consumer that it is for.', choices: profileIds },
    {
      name: 'oneroster-version',
      value: 'VERSION',
      summary: 'The version that it has; 1.1 unless given.',
      choices: versions,
    },
    {
      name: 'as-of',
      value: 'DATE',
      summary: 'The day that its school year holds, as YYYY-MM-DD; the day that it is unless given.',
    },
    { name: 'format', value: 'FORMAT', summary: 'How the list of files is written.', choices: formats },
  ],
  notes: [
    'Nothing is overwritten: a folder that holds CSV files or an oneroster.config.json is refused.',
    'Exit codes: 0 made, 2 wrong arguments or a folder that cannot be written, 130 cancelled.',
  ],
  run: runInit,
};

async function runInit(args: Arguments, context: CliContext): Promise<ExitCode> {
  const format = args.choice('format', formats) ?? 'text';
  const profile = args.choice('profile', profileIds) ?? 'standard';
  const version = args.choice('oneroster-version', versions) ?? usualVersion(resolveProfile(profile));
  const asOf = args.text('as-of') ?? today();
  if (!isDayText(asOf)) {
    throw new RosterError('usage', '--as-of has to be a day, as YYYY-MM-DD.', 'Write it like 2026-08-15.');
  }
  const folder = args.paths[0] ?? '.';
  const files = newRoster({ version, profile, asOf });
  await writeRosterFolder(resolve(context.cwd, folder), files, context.signal);
  const listed = files.map(({ name, records, bytes }) => ({ name, records, bytes: bytes.length }));
  const json = { tool, path: folder, version, profile, files: listed };
  const width = Math.max(...listed.map(({ name }) => name.length));
  const lines = [
    `${visible(folder)}: OneRoster ${version}, profile ${profile}`,
    ...listed.map(({ name, records }) =>
      `  ${name.padEnd(width)}  ${records === 0 ? '' : counted(records, 'record')}`.trimEnd(),
    ),
  ];
  await writeAll(context.stdout, [
    format === 'json' ? `${JSON.stringify(json, undefined, 2)}\n` : `${lines.join('\n')}\n`,
  ]);
  return exitCodes.ok;
}
