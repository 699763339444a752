import { fileNameOf, isFolderEntry, isSystemFile } from '../model/roster-input';
import type { Roster } from '../model/roster';
import { nearestName } from '../spec/nearest-name';
import { versionsWithTable } from '../spec/specification';
import { defineRule, type Report } from './engine/define-rule';
import { anyVersionFile, stemOf, surveyFiles, versionFile, type FileSurvey } from './shared/roster-files';
import { conflictingFiles } from './shared/version-conflicts';

type Message = 'misnamed' | 'otherVersion' | 'near' | 'unknown' | 'system';

export default defineRule<Message>({
  id: 'unknown-file',
  area: 'package',
  severity: 'information',
  summary: 'A file has a name that the version of the specification does not have.',
  messages: {
    misnamed: '{name} has the header of {suggestion}, which is missing; only the name {suggestion} is read',
    otherVersion: '{name} is a file of OneRoster {versions}, not of {version}; it was not checked',
    near: '{name} is no file of OneRoster {version}, though {suggestion} is; it was not checked',
    unknown: '{name} is no file of OneRoster {version}; it was not checked',
    system: '{name} was left here by an operating system and is no part of a roster',
  },
  roster(context) {
    const { roster, report } = context;
    const survey = surveyFiles(roster);
    const conflicting = new Set(conflictingFiles(roster).map((conflict) => conflict.file));
    for (const { path, name, failure } of survey.files) {
      if (failure !== undefined || conflicting.has(name) || isKnown(roster, name)) continue;
      report({ at: context.file(path), ...judge(roster, survey, path, name) });
    }
    for (const { path } of roster.input.entries) {
      if (!isSystemFile(path) || isFolderEntry(path)) continue;
      const [top = path] = path.split('/');
      const name = top === '__MACOSX' ? '__MACOSX' : fileNameOf(path);
      report({ at: context.file(path), message: 'system', data: { name }, group: name });
    }
  },
});

function isKnown(roster: Roster, name: string): boolean {
  return versionFile(roster, name) !== undefined || roster.profile.requiredFiles.includes(name);
}

function judge(roster: Roster, survey: FileSurvey, path: string, name: string): Omit<Report<Message>, 'at'> {
  const { version, specification } = roster;
  const data = { name, version };
  const misnamed = survey.misnamed.get(path);
  // Nobody will read this file, and its table is not checked.
  if (misnamed !== undefined) {
    return { message: 'misnamed', severity: 'error', data: { ...data, suggestion: misnamed } };
  }
  const others = versionsWithTable(anyVersionFile(name) ?? name);
  if (others.length > 0)
    return { message: 'otherVersion', data: { ...data, versions: others.join(' and ') } };
  const missing = specification.tables.filter(({ file }) => !survey.isThere(file));
  const near = /\.csv$/i.test(name)
    ? nearestName(
        stemOf(name),
        missing.map(({ file }) => stemOf(file)),
      )
    : undefined;
  return near === undefined
    ? { message: 'unknown', data }
    : { message: 'near', data: { ...data, suggestion: `${near}.csv` } };
}
