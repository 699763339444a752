import type { LocatedProblem } from '../../../core/validate-roster';
import type { Wording } from '../hide-values';
import type { ReportOptions } from '../report-format';
import type { RosterReport } from '../roster-report';
import type { Cause } from './page-model';
import type { PageRow } from './page/page-data';
import { shownFile } from './report-charts';

/** The texts of the page, each of which is written once; rows name them by number. */
export class TextTable {
  readonly texts: string[] = [];
  readonly #numbers = new Map<string, number>();

  number(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.texts.push(text) - 1;
    this.#numbers.set(text, number);
    return number;
  }
}

export interface RowContext {
  readonly reports: readonly RosterReport[];
  readonly wording: Wording;
  readonly texts: TextTable;
  readonly pathOf: ReportOptions['pathOf'];
}

/** The rows of one cause, as the page's script reads them. */
export function* causeRows({ message, listed }: Cause, context: RowContext): Generator<PageRow> {
  const { reports, wording, texts, pathOf } = context;
  for (const { report, problem: found } of listed) {
    const problem = wording.problem(found);
    const { file, line, column, record = 0, field = '', value = '', count } = problem;
    const own = problem.message === message ? '' : problem.message;
    yield [
      texts.number(shownFile(reports, report, file, pathOf)),
      file === '' ? 0 : line,
      column,
      record,
      texts.number(field),
      texts.number(value),
      count,
      texts.number(own),
      ...relatedTexts(problem, report).map((text) => texts.number(text)),
    ];
  }

  function relatedTexts({ related }: LocatedProblem, report: RosterReport): readonly string[] {
    return related.map(({ file, line, column, message: text }) => {
      const place =
        file === '' ? '' : `${shownFile(reports, report, file, pathOf)}:${String(line)}:${String(column)} `;
      return `${place}${text}`;
    });
  }
}
