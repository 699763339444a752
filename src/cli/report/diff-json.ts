import type { ComparedEntry } from '../../core/compare/entries';
import type { FileSummary } from '../../core/compare/summary';
import type { ComparedRoster } from '../compared-place';
import { tool } from '../tool';
import { listEntries, type ComparedRecords, type DiffOptions, type DiffReport } from './diff-report';
import { modeOf } from '../../core/model/roster-mode';

/**
 * A comparison as JSON, in pieces. Its shape is that of schemas/meta/comparison.schema.json and stays; each entry stands on a line
 * of its own.
 */
export function* formatDiffJson(report: DiffReport, options: DiffOptions): Generator<string> {
  const { rosters, summary } = report;
  yield `{\n  "tool": ${JSON.stringify(tool)},\n`;
  yield `  "before": ${JSON.stringify(describeRoster(rosters.before))},\n`;
  yield `  "after": ${JSON.stringify(describeRoster(rosters.after))},\n`;
  yield `  "same": ${JSON.stringify(summary.isSame)},\n`;
  yield `  "totals": ${JSON.stringify(summary.totals)},\n`;
  yield* filesJson(report, options);
  yield '}\n';
}

/** The member `files` of a JSON text. */
export function* filesJson(report: ComparedRecords, options: DiffOptions): Generator<string> {
  const { files } = report.summary;
  yield '  "files": [';
  for (const [index, file] of files.entries()) {
    const { entries, unlisted } = listEntries(report, index, options);
    yield `${index === 0 ? '' : ','}\n    {\n`;
    for (const [key, value] of Object.entries({ ...describeFile(file), unlisted })) {
      yield `      "${key}": ${JSON.stringify(value)},\n`;
    }
    yield '      "entries": [';
    for (const [at, entry] of entries.entries()) {
      yield `${at === 0 ? '' : ','}\n        ${JSON.stringify(describeEntry(entry, options))}`;
    }
    yield entries.length === 0 ? ']\n    }' : '\n      ]\n    }';
  }
  yield files.length === 0 ? ']\n' : '\n  ]\n';
}

function describeRoster({ path, revision, commit, roster }: ComparedRoster) {
  const place = revision === undefined ? { path } : { path, revision, commit };
  return { ...place, version: roster.version, mode: modeOf(roster) };
}

function describeFile(file: FileSummary) {
  const { file: name, presence, failure, isIdentical, deltas, records, leftAside, columns, fields } = file;
  const { added, removed, changed, renamed, unchanged } = file;
  return {
    name,
    presence,
    ...(failure === undefined ? {} : { failure }),
    ...(isIdentical === undefined ? {} : { identical: isIdentical }),
    deltas,
    records,
    leftAside,
    ...{ added, removed, changed, renamed, unchanged },
    columns,
    fields,
  };
}

function describeEntry(entry: ComparedEntry, { showValues }: DiffOptions) {
  const { kind, id, idBefore, name, details, before, after, fields, by } = entry;
  const places = {
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
  const same = by === undefined ? {} : { by };
  if (!showValues) return { kind, ...places, fields: fields.map(({ field }) => ({ field })), ...same };
  const ids = idBefore === undefined ? { id } : { id, idBefore };
  return { kind, ...ids, name, details, ...places, fields, ...same };
}
