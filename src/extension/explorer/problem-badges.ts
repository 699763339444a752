import * as vscode from 'vscode';
import type { ProblemCounts } from '../../core/explorer-protocol';
import { problemsText } from './texts';

const scheme = 'oneroster-problems';

/** A URI that stands for numbers of problems, which the editor asks for a badge of; undefined where there are none to show. */
export function badgeUri(counts: ProblemCounts): vscode.Uri | undefined {
  const { error, warning, information, isAtLeast } = counts;
  if (error + warning === 0) return undefined;
  const path = `/${[error, warning, information, isAtLeast === true ? 1 : 0].join('/')}`;
  return vscode.Uri.from({ scheme, path });
}

/** Shows how many problems a node has as the editor does for files: a number, and the colour of the gravest. */
export function showProblemBadges(): vscode.Disposable {
  return vscode.window.registerFileDecorationProvider({
    provideFileDecoration(uri) {
      if (uri.scheme !== scheme) return undefined;
      const [error = 0, warning = 0, information = 0, more] = uri.path.slice(1).split('/').map(Number);
      const shown = error > 0 ? error : warning;
      const color = error > 0 ? 'list.errorForeground' : 'list.warningForeground';
      const counts = { error, warning, information, ...(more === 1 ? { isAtLeast: true as const } : {}) };
      const badge = shown > 9 ? '9+' : String(shown);
      return new vscode.FileDecoration(badge, problemsText(counts), new vscode.ThemeColor(color));
    },
  });
}
