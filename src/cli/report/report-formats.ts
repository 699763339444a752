import { formatGithub } from './github-format';
import { formatHtml } from './html/html-format';
import { formatJson } from './json-format';
import { formatJunit } from './junit-format';
import type { ReportFormat } from './report-format';
import { formatSarif } from './sarif-format';
import { formatText } from './text-format';

/**
 * Every format of a report, the usual one first. What is read where the roster lies anyway shows values; what is made to be
 * kept, sent or shown elsewhere does not.
 */
export const reportFormats: readonly ReportFormat[] = [
  { name: 'text', summary: 'for reading in a terminal', showsValues: true, write: formatText },
  { name: 'json', summary: 'for programs', showsValues: true, write: formatJson },
  { name: 'sarif', summary: 'for code scanning and viewers', showsValues: false, write: formatSarif },
  { name: 'junit', summary: 'for test reports of CI servers', showsValues: false, write: formatJunit },
  { name: 'github', summary: 'for annotations in GitHub Actions', showsValues: false, write: formatGithub },
  { name: 'html', summary: 'one page to read and pass on', showsValues: false, write: formatHtml },
];
