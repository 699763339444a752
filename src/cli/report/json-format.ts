import type { RelatedPlace } from '../../core/rules/engine/problem';
import type { LocatedProblem, Span } from '../../core/validate-roster';
import { tool } from '../tool';
import { wordingFor, type Wording } from './hide-values';
import type { ReportOptions } from './report-format';
import type { RosterReport } from './roster-report';

/**
 * The report as JSON, in pieces, because every place of a large roster does not fit into one string. Its shape is that of
 * schemas/meta/report.schema.json and stays; each file and each problem stands on a line of its own.
 */
export function* formatJson(
  reports: readonly RosterReport[],
  { showValues }: Pick<ReportOptions, 'showValues'>,
): Generator<string> {
  const wording = wordingFor(showValues);
  yield `{\n  "tool": ${JSON.stringify(tool)},\n  "rosters": [`;
  for (const [index, report] of reports.entries()) {
    yield index === 0 ? '\n' : ',\n';
    yield* formatRoster(report, wording);
  }
  yield reports.length === 0 ? ']\n}\n' : '\n  ]\n}\n';
}

function* formatRoster(report: RosterReport, wording: Wording): Generator<string> {
  const { path, version, mode, profile, files, problems, totals, accepted } = report;
  yield '    {\n';
  for (const [key, value] of Object.entries({ path, version, mode, profile })) {
    yield `      "${key}": ${JSON.stringify(value)},\n`;
  }
  yield '      "files": ';
  yield* formatLines(files, (file) => file);
  yield ',\n      "problems": ';
  yield* formatLines(problems, (problem) => problemFields(wording.problem(problem)));
  yield `,\n      "totals": ${JSON.stringify(totals)}`;
  for (const [key, count] of Object.entries(accepted)) {
    if (count > 0) yield `,\n      "${key}": ${String(count)}`;
  }
  yield '\n    }';
}

function* formatLines<T>(items: readonly T[], fields: (item: T) => object): Generator<string> {
  yield '[';
  for (const [index, item] of items.entries()) {
    yield `${index === 0 ? '' : ','}\n        ${JSON.stringify(fields(item))}`;
  }
  yield items.length === 0 ? ']' : '\n      ]';
}

/** The fields in the order of the contract; the engine's own, such as byte offsets, stay inside. */
function problemFields(problem: LocatedProblem) {
  const { rule, severity, file, record, line, column, endLine, endColumn, field, value, message, count } =
    problem;
  const related = problem.related.map(relatedFields);
  return {
    rule,
    severity,
    file,
    record,
    line,
    column,
    endLine,
    endColumn,
    field,
    value,
    message,
    count,
    related,
  };
}

function relatedFields({ file, line, column, message }: RelatedPlace & Span) {
  return { file, line, column, message };
}
