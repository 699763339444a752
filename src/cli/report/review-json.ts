import { modeOf } from '../../core/model/roster-mode';
import type { SchoolCounts, FileCounts } from '../../core/gate/verdict';
import { optionFor } from '../pass-gate';
import { tool } from '../tool';
import { filesJson } from './diff-json';
import type { DiffOptions } from './diff-report';
import type { ReviewReport } from './review-report';

/** What an upload would change as JSON, in pieces. Its shape is that of schemas/meta/review.schema.json and stays. */
export function* formatReviewJson(report: ReviewReport, options: DiffOptions): Generator<string> {
  for (const [index, [key, value]] of Object.entries(headOf(report)).entries()) {
    yield `${index === 0 ? '{\n' : ''}  "${key}": ${JSON.stringify(value)},\n`;
  }
  yield* filesJson(report, options);
  yield '}\n';
}

function headOf({ path, target, last, comparison, verdict, left, errors }: ReviewReport) {
  const { name, host, port, user, path: folder } = target;
  const roster = comparison.rosters.after;
  const { files, schools, people, renamed, removed } = verdict.counts;
  return {
    tool,
    roster: { path, version: roster.version, mode: modeOf(roster) },
    target: { name, host, port, user, path: folder },
    last: last === undefined ? null : { id: last.id, time: last.receipt.time, package: last.receipt.package },
    errors,
    passes: left.length === 0,
    reasons: verdict.reasons.map((reason) => ({
      ...reason,
      // Said in other languages by the editor alone; JSON leaves it out.
      sentence: undefined,
      option: optionFor(reason, removed),
      agreed: !left.includes(reason),
    })),
    counts: { files: files.map(countsOf), schools: schools.map(schoolOf), people, renamed, removed },
  };
}

function countsOf({ file, before, after, created, changed, removed }: FileCounts) {
  return { file, before, after, created, changed, removed };
}

function schoolOf({ id, name, isGone, files }: SchoolCounts) {
  return { id, name, gone: isGone, files: files.map(countsOf) };
}
