import { resolve } from 'node:path';
import { emptyConfig } from '../core/config/config';
import type { Both } from '../core/compare/comparison';
import { RosterError } from '../core/errors';
import { readRoster, type Roster } from '../core/model/roster';
import type { RosterInput } from '../core/model/roster-input';
import { resolveProfile } from '../core/spec/specification';
import type { OneRosterVersion } from '../core/spec/types';
import { readRevision } from '../node/git/read-revision';
import { readRosterInput } from '../node/read-roster-input';
import { readConfig } from './settings';
import type { CliContext } from './terminal';

/** One of two rosters to compare: a folder or zip as it is, or a folder as it was at a revision. */
export interface ComparedPlace {
  readonly path: string;
  readonly revision?: string;
}

/** A roster with what is to be told of where it comes from. */
export interface ComparedRoster extends ComparedPlace {
  readonly roster: Roster;
  /** Of a revision. */
  readonly commit?: string;
}

/** How a revision is written on the command line. */
const revisionStart = 'git:';

/**
 * Reads what stands for the two rosters. `git:REV` is the other one's folder at a revision, `git:REV:PATH` that of a path; the
 * later roster is the current folder where it is left out. Throws `usage`.
 */
export function readPlaces(paths: readonly string[]): Both<ComparedPlace> {
  const [before, after = '.'] = paths;
  if (before === undefined) {
    throw new RosterError(
      'usage',
      'diff needs the earlier roster: a folder, a zip, or git:REV.',
      '"oneroster diff git:HEAD" compares the current folder with the last commit; --help says more.',
    );
  }
  return { before: readPlace(before, after), after: readPlace(after, before) };
}

function readPlace(text: string, other: string): ComparedPlace {
  const named = splitRevision(text);
  if (named === undefined) return { path: text };
  const { revision, path } = named;
  if (revision === '') {
    throw new RosterError('usage', `"${text}" names no revision.`, 'Write git:HEAD, git:v1.2 or git:HEAD~1.');
  }
  const otherPath = splitRevision(other);
  return { revision, path: path ?? (otherPath === undefined ? other : (otherPath.path ?? '.')) };
}

function splitRevision(
  text: string,
): { readonly revision: string; readonly path: string | undefined } | undefined {
  if (!text.startsWith(revisionStart)) return undefined;
  const [revision = '', ...path] = text.slice(revisionStart.length).split(':');
  return { revision, path: path.length === 0 ? undefined : path.join(':') };
}

/** How a place is named to people. */
export function placeName({ path, revision }: ComparedPlace): string {
  return revision === undefined ? path : `${path} at ${revision}`;
}

/** Reads a roster to compare. The configuration counts that is found now, also for a revision. */
export async function readComparedRoster(
  place: ComparedPlace,
  version: OneRosterVersion | undefined,
  context: CliContext,
): Promise<ComparedRoster> {
  const { config = emptyConfig } = (await readConfig(place.path, context)) ?? {};
  const { input, commit } = await readInput(place, config.ignore, context);
  const profile = resolveProfile('standard');
  const roster = readRoster(input, { profile, version: version ?? config.version });
  return { ...place, roster, ...(commit === undefined ? {} : { commit }) };
}

async function readInput(
  { path, revision }: ComparedPlace,
  ignore: readonly string[],
  { cwd, signal }: CliContext,
): Promise<{ readonly input: RosterInput; readonly commit?: string }> {
  const folder = resolve(cwd, path);
  if (revision === undefined) return { input: await readRosterInput(folder, { signal, ignore }) };
  const input = await readRevision({ folder, revision }, { signal, ignore });
  return { input, commit: input.commit };
}
