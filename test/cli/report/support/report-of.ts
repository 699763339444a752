import { join } from 'node:path';
import type { ReportFormat, ReportOptions } from '../../../../src/cli/report/report-format';
import { reportRoster, type RosterReport } from '../../../../src/cli/report/roster-report';
import { rules } from '../../../../src/core/rules/registry.generated';
import { validateRoster, type ValidateOptions } from '../../../../src/core/validate-roster';
import { readRosterInput } from '../../../../src/node/read-roster-input';
import { parseFixture } from '../../../support/fixture';

/** What validation says of a marked-up roster. */
export function reportOf(text: string, options: ValidateOptions = {}, path = 'north'): RosterReport {
  return reportRoster(path, validateRoster(parseFixture(text).input, options));
}

/** What validation says of a roster on disk. */
export async function reportOfFolder(folder: string, options: ValidateOptions = {}): Promise<RosterReport> {
  return reportRoster(folder, validateRoster(await readRosterInput(folder), options));
}

export const usualOptions: ReportOptions = {
  paint: (text) => text,
  pathOf: ({ path }, file) => join(path, file),
  showValues: false,
  failOn: 'error',
  time: new Date('2026-08-15T12:00:00Z'),
};

export function write(
  format: ReportFormat['write'],
  reports: readonly RosterReport[],
  options: Partial<ReportOptions> = {},
): string {
  return [...format(reports, { ...usualOptions, ...options })].join('');
}

/** Options that find those roles, each of them, and nothing else. */
export const everyBadRole: ValidateOptions = {
  maxProblems: 0,
  rules: rules.filter(({ id }) => id === 'invalid-value'),
};

/** A roster whose users.csv has so many records with a role that does not exist, each another one. */
export function manyBadRoles(count: number): string {
  const header =
    'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,' +
    'middleName,identifier,email,sms,phone,agentSourcedIds,grades,password';
  const rows = Array.from({ length: count }, (_, index) => {
    const id = String(index);
    return `u${id},,,true,o1,hobby${id},user${id},,Ada${id},Lovelace${id},,,,,,,,`;
  });
  return [
    '=== orgs.csv',
    'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId',
    'o1,,,North,school,,',
    '=== users.csv',
    header,
    ...rows,
  ].join('\n');
}
