import type { Severity } from '../../../core/spec/types';
import { escapeMarkup } from '../markup';
import { severityWords } from './page-header';
import type { RuleGroup } from './page-model';

const severities: readonly Severity[] = ['error', 'warning', 'information'];

/** What narrows the list of problems. It is hidden until the page's script can obey it. */
export function filterMarkup(
  groups: readonly RuleGroup[],
  files: readonly string[],
  present: ReadonlySet<Severity>,
): string {
  const boxes = severities
    .filter((severity) => present.has(severity))
    .map(
      (severity) =>
        `<label class="toggle ${severity}"><input type="checkbox" name="severity" value="${severity}" checked> ${severityWords[severity].title}</label>`,
    );
  return (
    '<section class="filter" id="filter" aria-label="Filter" hidden>\n' +
    '<label class="search"><span>Search</span><input type="search" id="search" placeholder="Message, column, file, rule" autocomplete="off" spellcheck="false"></label>\n' +
    `${selection('file', 'File', 'All files', [...files].sort())}\n` +
    `${selection('rule', 'Rule', 'All rules', groups.map(({ rule }) => rule).sort())}\n` +
    `<fieldset><legend>Severity</legend>${boxes.join('')}</fieldset>\n` +
    '<button type="button" id="clear">Clear</button>\n' +
    '<p id="result" role="status"></p>\n</section>\n'
  );
}

function selection(id: string, label: string, all: string, values: readonly string[]): string {
  const options = values.map((value) => `<option>${escapeMarkup(value)}</option>`).join('');
  return `<label><span>${label}</span><select id="${id}"><option value="">${all}</option>${options}</select></label>`;
}
