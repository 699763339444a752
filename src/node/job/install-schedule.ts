import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RosterError } from '../../core/errors';
import type { Schedule, ScheduleCommand, ScheduleFile } from '../../core/schedule/scheduled-job';
import { phrase, sentence } from '../../core/text/say';
import { systemCode, unwritableFile } from '../file-failure';
import { atHome } from './at-home';

const byteOrderMark = '\uFEFF';

/**
 * Writes the files of a schedule into a folder, and gives their paths.
 * @throws RosterError `file-unwritable`
 */
export async function writeSchedule({ files }: Schedule, folder: string): Promise<readonly string[]> {
  const paths: string[] = [];
  for (const file of files) {
    const path = join(folder, file.name);
    try {
      await mkdir(folder, { recursive: true });
      await writeFile(path, contentOf(file));
    } catch (error) {
      throw systemCode(error) === undefined ? error : unwritableFile(path, error);
    }
    paths.push(path);
  }
  return paths;
}

/** The folder that a scheduler reads, where it is one: a place of the home folder. */
export function placeOf({ place }: Schedule): string | undefined {
  return place.startsWith('~/') ? atHome(place) : undefined;
}

/** Removes the files of a schedule. */
export async function removeSchedule({ files }: Schedule, folder: string): Promise<void> {
  for (const { name } of files) await rm(join(folder, name), { force: true });
}

/**
 * Runs commands of a scheduler, one after the other, with the terminal that this program has.
 * @param cwd where the files of the schedule are
 * @throws RosterError `schedule-failed` where one of them does not end with 0
 */
export async function runScheduleCommands(commands: readonly ScheduleCommand[], cwd: string): Promise<void> {
  for (const { argv } of commands) {
    const [program = '', ...args] = argv.map(atHome);
    const command = [program, ...args].join(' ');
    const child = spawn(program, args, { cwd, stdio: 'inherit' });
    const failure = await once(child, 'exit').then(
      ([code]) =>
        code === 0
          ? undefined
          : sentence('{command} ended with code {code}.', { command, code: String(code) }),
      (error: unknown) =>
        sentence('{command} could not be started ({reason}).', {
          command,
          reason: systemCode(error) ?? String(error),
        }),
    );
    if (failure === undefined) continue;
    throw new RosterError(
      'schedule-failed',
      failure,
      phrase('See what it said above. The commands can be run by hand, too; nothing else was changed.'),
    );
  }
}

/** Task Scheduler reads UTF-16 with its mark. */
function contentOf({ text, encoding }: ScheduleFile): Buffer {
  return Buffer.from(encoding === 'utf16le' ? byteOrderMark + text : text, encoding);
}
