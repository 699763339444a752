import { resolve } from 'node:path';
import { readRoster } from '../../core/model/roster';
import { modeOf } from '../../core/model/roster-mode';
import { fitProfile, type ProfileFit } from '../../core/profile-fit';
import { profileIds, resolveProfile } from '../../core/spec/specification';
import { breathe } from '../../node/cancel';
import { readRosterInput } from '../../node/read-roster-input';
import type { Arguments } from '../arguments';
import type { Command } from '../command';
import { exitCodes, type ExitCode } from '../../core/exit-codes';
import {
  fitsAsJson,
  fitsAsText,
  profilesAsJson,
  profilesAsText,
  type FittedRoster,
} from '../report/profile-list';
import { readSettings, rosterOptions } from '../settings';
import { paintFor, ProgressLine, writeAll, type CliContext } from '../terminal';

const formats = ['text', 'json'] as const;

export const profilesCommand: Command = {
  command: 'profiles',
  usage: 'profiles [path] [options]',
  summary: 'Lists the consumer profiles, or shows which of them would accept a roster.',
  paths: 1,
  options: [
    { name: 'format', value: 'FORMAT', summary: 'How the list is written.', choices: formats },
    { name: 'hide-values', summary: 'Keep field values out of the list.' },
    ...rosterOptions.filter(({ name }) => name !== 'profile'),
  ],
  notes: [
    'With a path, the roster is read once and held against every profile; errors stand in the way, warnings do not.',
    'The exit code is 0, whichever profiles accept the roster; "oneroster validate --profile ID" is the test of one.',
  ],
  run: runProfilesCommand,
};

async function runProfilesCommand(args: Arguments, context: CliContext): Promise<ExitCode> {
  const format = args.choice('format', formats) ?? 'text';
  const showValues = !args.has('hide-values');
  const [path] = args.paths;
  const paint = paintFor(context.stdout, context.env);
  if (path === undefined) {
    const profiles = profileIds.map(resolveProfile);
    const text = format === 'json' ? profilesAsJson(profiles) : profilesAsText(profiles, paint);
    await writeAll(context.stdout, [text]);
    return exitCodes.ok;
  }
  const { roster, fits } = await fitAll(path, args, context);
  const text =
    format === 'json'
      ? fitsAsJson(roster, fits, { showValues })
      : fitsAsText(roster, fits, { paint, showValues });
  await writeAll(context.stdout, [text]);
  return exitCodes.ok;
}

interface Fits {
  readonly roster: FittedRoster;
  readonly fits: readonly ProfileFit[];
}

async function fitAll(path: string, args: Arguments, context: CliContext): Promise<Fits> {
  const { signal, cwd, stderr } = context;
  const { config, validate } = await readSettings(path, args, context);
  const progress = new ProgressLine(stderr);
  try {
    progress.show(`Reading ${path}`);
    const input = await readRosterInput(resolve(cwd, path), { signal, ignore: config.ignore });
    const roster = readRoster(input, { ...validate, profile: resolveProfile('standard') });
    const fits: ProfileFit[] = [];
    for (const id of profileIds) {
      progress.show(`Checking ${path} for ${id}`);
      await breathe(signal);
      fits.push(fitProfile(roster, resolveProfile(id), validate));
    }
    return { roster: { path, version: roster.version, mode: modeOf(roster) }, fits };
  } finally {
    progress.clear();
  }
}
