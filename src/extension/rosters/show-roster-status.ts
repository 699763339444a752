import * as vscode from 'vscode';
import type { CommandId } from '../command-ids';
import type { RosterState } from '../../core/protocol';
import { counted } from '../amounts';
import type { Rosters } from './rosters';

/** Shows in the status bar how the roster in view stands; without a roster, nothing. */
export function showRosterStatus(rosters: Rosters): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('oneroster.status', vscode.StatusBarAlignment.Left, 10);
  item.name = 'OneRoster';
  item.command = 'oneroster.showProblems' satisfies CommandId;
  const show = async () => {
    const shown = rostersInView(rosters);
    if (shown.length === 0) {
      item.hide();
      return;
    }
    const titles = await Promise.all(shown.map(profileTitle));
    item.text = `$(table) ${headline(shown, titles)} ${totalsText(shown)}`;
    item.tooltip = tooltip(shown, titles);
    item.accessibilityInformation = {
      label: `OneRoster: ${headline(shown, titles)}, ${spokenTotals(shown)}`,
    };
    item.show();
  };
  return vscode.Disposable.from(
    item,
    rosters.onDidChange(() => void show()),
    vscode.window.onDidChangeActiveTextEditor(() => void show()),
  );
}

/** The roster of the active editor, or else all of them. */
function rostersInView(rosters: Rosters): readonly RosterState[] {
  const document = vscode.window.activeTextEditor?.document;
  const active = document === undefined ? undefined : rosters.ofDocument(document);
  return active === undefined ? rosters.all : [active];
}

function headline(shown: readonly RosterState[], titles: readonly string[]): string {
  const [first] = shown;
  if (first === undefined || shown.length > 1) return counted(shown.length, 'roster');
  return `${plain(first.name)} ${first.version} · ${titles[0] ?? first.profile}`;
}

/** Loaded late, because the facts are large and the editor should not wait for them. */
async function profileTitle({ profile }: RosterState): Promise<string> {
  const { profileIds, resolveProfile } = await import('../../core/spec/specification');
  const id = profileIds.find((known) => known === profile);
  return id === undefined ? profile : resolveProfile(id).title;
}

function totalsText(shown: readonly RosterState[]): string {
  const { errors, warnings } = totals(shown);
  if (errors + warnings === 0) return '$(check)';
  return `$(error) ${errors.toLocaleString('en-US')} $(warning) ${warnings.toLocaleString('en-US')}`;
}

function spokenTotals(shown: readonly RosterState[]): string {
  const { errors, warnings } = totals(shown);
  return `${counted(errors, 'error')}, ${counted(warnings, 'warning')}`;
}

function totals(shown: readonly RosterState[]): { readonly errors: number; readonly warnings: number } {
  return {
    errors: shown.reduce((sum, { totals }) => sum + totals.error, 0),
    warnings: shown.reduce((sum, { totals }) => sum + totals.warning, 0),
  };
}

function tooltip(shown: readonly RosterState[], titles: readonly string[]): vscode.MarkdownString {
  const text = new vscode.MarkdownString('', true);
  const links: readonly CommandId[] = [
    'oneroster.packageAndUpload',
    'oneroster.package',
    'oneroster.checkAgain',
    'oneroster.connect',
  ];
  text.isTrusted = { enabledCommands: links };
  for (const [index, roster] of shown.entries()) {
    text.appendMarkdown('**').appendText(plain(roster.name)).appendMarkdown('** ');
    text.appendText(`OneRoster ${roster.version} · ${titles[index] ?? ''} · ${spokenTotals([roster])}`);
    text.appendMarkdown('\n\n');
  }
  const [upload, make, again, connect] = links.map((id) => `command:${id}`);
  return text.appendMarkdown(
    `[Package & Upload](${upload ?? ''}) · [Package](${make ?? ''}) · [Check Again](${again ?? ''}) · [Connect](${connect ?? ''})`,
  );
}

/** A folder may be called like an icon, `$(…)`. */
function plain(name: string): string {
  return name.replaceAll('$(', '(');
}
