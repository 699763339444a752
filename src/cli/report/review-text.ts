import { counted, grouped } from '../../core/text/counted';
import { optionsFor } from '../pass-gate';
import { visible } from '../terminal';
import { fileTexts, type DiffTextOptions } from './diff-text';
import { describeCounts } from './gate-counts';
import type { ReviewReport } from './review-report';

/** What an upload would change, for people, in pieces: the change gate first, then the counts, then the records. */
export function* formatReviewText(report: ReviewReport, options: DiffTextOptions): Generator<string> {
  const { path, target, last, verdict } = report;
  const { name, host, port, path: folder } = target;
  const where = `${visible(name)} (${host}:${String(port)}, folder ${visible(folder)})`;
  yield `What an upload of ${visible(path)} to ${where} would change\n`;
  yield last === undefined
    ? 'against: nothing, for it would be the first delivery\n'
    : `against: ${last.id}, delivered at ${last.receipt.time}\n`;
  yield `\n${gateText(report, options)}\n`;
  yield `${describeCounts(verdict.counts).map(visible).join('\n')}\n`;
  // Of a first delivery, every record is new.
  if (last === undefined) return;
  const { renamed, people } = verdict.counts;
  if (renamed > 0) yield `\n${grouped(renamed)} of ${counted(people, 'person', 'people')} under a new id\n`;
  yield report.summary.isSame
    ? '\nThe package would hold the same records as the last one.\n'
    : '\nThe records, as "oneroster diff" compares them:\n';
  yield* fileTexts(report, options);
}

function gateText({ verdict, left, errors }: ReviewReport, { paint }: DiffTextOptions): string {
  const { reasons, counts } = verdict;
  const lines =
    left.length === 0
      ? [paint('The change gate would let it pass.', 'bold')]
      : [paint('The change gate would stop it:', 'red')];
  for (const reason of reasons) {
    lines.push(`- ${visible(reason.message)}${left.includes(reason) ? '' : ' (agreed to)'}`);
  }
  if (left.length > 0) lines.push(`To upload all the same: ${optionsFor(left, counts.removed)}`);
  if (errors > 0) {
    lines.push(
      `The roster has ${counted(errors, 'error')}: an upload stops for them before the change gate is asked.`,
    );
  }
  return `${lines.join('\n')}\n`;
}
