import { join } from 'node:path';
import type { Obstacle, ProfileFit } from '../../core/profile-fit';
import type { ProfileFact } from '../../core/spec/types';
import { pageAddress } from '../page-address';
import { counted } from '../../core/text/counted';
import { visible, type Paint } from '../terminal';
import { tool } from '../tool';
import { wordingFor, type Wording } from './hide-values';
import type { RosterReport } from './roster-report';
import { formatProblem } from './text-format';

/** The roster that the profiles were held against. */
export type FittedRoster = Pick<RosterReport, 'path' | 'version' | 'mode'>;

/** The profiles as JSON, in the shape of schemas/meta/profiles.schema.json. */
export function profilesAsJson(profiles: readonly ProfileFact[]): string {
  return json({ tool, profiles: profiles.map(describeProfile) });
}

/** As `profilesAsJson`, with whether each of them would take the roster. */
export function fitsAsJson(
  roster: FittedRoster,
  fits: readonly ProfileFit[],
  { showValues }: { readonly showValues: boolean },
): string {
  const wording = wordingFor(showValues);
  const profiles = fits.map(({ profile, accepts, obstacles }) => ({
    ...describeProfile(profile),
    accepts,
    obstacles: obstacles.map((obstacle) => describeObstacle(obstacle, wording)),
  }));
  return json({ tool, roster, profiles });
}

export function profilesAsText(profiles: readonly ProfileFact[], paint: Paint): string {
  const blocks = profiles.map((profile) => {
    const { id, title, description } = profile;
    return `${paint(id, 'bold')} (${title})\n  ${description}\n  ${pageOf(profile)}\n`;
  });
  return blocks.join('\n');
}

/** What stands in the way of every profile is told once, and profiles with the same obstacles stand together. */
export function fitsAsText(
  { path, version, mode }: FittedRoster,
  fits: readonly ProfileFit[],
  { paint, showValues }: { readonly paint: Paint; readonly showValues: boolean },
): string {
  const wording = wordingFor(showValues);
  const line = ({ problem, count }: Obstacle) =>
    `  ${formatProblem({ ...wording.problem(problem), count }, join(path, problem.file), paint)}\n`;
  const common = commonObstacles(fits);
  const taken = fits.filter(({ accepts }) => accepts);
  const named = ({ profile: { id, title } }: ProfileFit) => `${paint(id, 'bold')} (${title})`;
  const groups = groupFits(fits, common);
  return [
    `${visible(path)}: OneRoster ${version}, ${mode}, accepted by ${String(taken.length)} of ${counted(fits.length, 'profile')}\n`,
    ...taken.map((fit) => `  ${named(fit)}\n`),
    ...(common.length === 0 ? [] : ['\nIn the way of every profile:\n', ...common.map(line)]),
    ...groups.flatMap(({ fits: own, obstacles }) => [
      `\n${own.map(named).join(', ')}:\n`,
      ...obstacles.map(line),
    ]),
  ].join('');
}

interface FitGroup {
  readonly fits: ProfileFit[];
  readonly obstacles: readonly Obstacle[];
}

/** The profiles that something of their own stands in the way of, those with the same obstacles together. */
function groupFits(fits: readonly ProfileFit[], common: readonly Obstacle[]): readonly FitGroup[] {
  const groups: FitGroup[] = [];
  for (const fit of fits) {
    const obstacles = fit.obstacles.filter((obstacle) => !common.some((each) => isSame(each, obstacle)));
    if (obstacles.length === 0) continue;
    const group = groups.find(
      (each) =>
        each.obstacles.length === obstacles.length &&
        each.obstacles.every((obstacle, index) => isSame(obstacle, obstacles[index])),
    );
    if (group === undefined) groups.push({ fits: [fit], obstacles });
    else group.fits.push(fit);
  }
  return groups;
}

/** The obstacles that all profiles have, in the same number of places. */
function commonObstacles(fits: readonly ProfileFit[]): readonly Obstacle[] {
  const [first, ...others] = fits;
  if (first === undefined || others.length === 0) return [];
  return first.obstacles.filter((obstacle) =>
    others.every((fit) => fit.obstacles.some((each) => isSame(each, obstacle))),
  );
}

function isSame(a: Obstacle, b: Obstacle | undefined): boolean {
  return a.rule === b?.rule && a.count === b.count && a.problem.message === b.problem.message;
}

function describeProfile(profile: ProfileFact) {
  const { id, title, description, versions, layout, zipName, requiredFiles, manifest, modes } = profile;
  const page = pageOf(profile);
  return { id, title, description, versions, layout, zipName, requiredFiles, manifest, modes, page };
}

function describeObstacle({ rule, count, problem }: Obstacle, wording: Wording) {
  const { file, record, line, column, field, message } = wording.problem(problem);
  return { rule, count, file, record, line, column, field, message };
}

function pageOf({ id }: ProfileFact): string {
  return pageAddress(`docs/profiles/${id}.md`);
}

function json(data: object): string {
  return `${JSON.stringify(data, undefined, 2)}\n`;
}
