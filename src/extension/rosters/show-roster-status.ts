import * as vscode from 'vscode';
import type { CommandId } from '../command-ids';
import type { RosterState } from '../../core/protocol';
import { loadInTurns } from '../turns';
import { plain } from './plain-text';
import type { Knowledge, Rosters } from './rosters';
import { uriInView } from './uri-in-view';
import { counted, number, say } from '../say';

const linkWords = {
  'oneroster.packageAndUpload': say('Package & Upload'),
  'oneroster.package': say('Package'),
  'oneroster.checkAgain': say('Check Again'),
  'oneroster.connect': say('Connect'),
} as const satisfies Partial<Record<CommandId, string>>;
const links = [
  'oneroster.packageAndUpload',
  'oneroster.package',
  'oneroster.checkAgain',
  'oneroster.connect',
] as const;

/** More rosters than these are counted in the tooltip, not listed: there may be thousands. */
const mostListed = 10;

/** Shows in the status bar how the roster in view stands; without a roster, nothing. */
export function showRosterStatus(rosters: Rosters): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('oneroster.status', vscode.StatusBarAlignment.Left, 10);
  item.name = 'OneRoster';
  const show = async () => {
    if (rosters.all.length === 0) {
      item.hide();
      return;
    }
    // The facts are large: they are loaded late, and the editor does not wait for them.
    await loadInTurns([loadFacts]);
    const titles = titlesIn(await loadFacts());
    // From here on at once: what is shown is what is known now, in whatever order this is called.
    showStatus(item, rostersInView(rosters), rosters.knowledge, titles);
  };
  return vscode.Disposable.from(
    item,
    rosters.onDidChange(() => void show()),
    vscode.window.onDidChangeActiveTextEditor(() => void show()),
    vscode.window.tabGroups.onDidChangeTabs(() => void show()),
  );
}

type TitleOf = (roster: RosterState) => string;

function showStatus(
  item: vscode.StatusBarItem,
  shown: readonly RosterState[],
  knowledge: Knowledge,
  titleOf: TitleOf,
): void {
  if (shown.length === 0) {
    item.hide();
    return;
  }
  const command: CommandId = knowledge === 'lost' ? 'oneroster.checkAgain' : 'oneroster.showProblems';
  item.command = command;
  item.text = `$(table) ${headline(shown, titleOf)} ${totalsText(shown, knowledge)}`;
  item.tooltip = tooltip(shown, knowledge, titleOf);
  item.accessibilityInformation = {
    label: say('OneRoster: {headline}, {totals}', {
      headline: headline(shown, titleOf),
      totals: spokenTotals(shown, knowledge),
    }),
  };
  item.show();
}

/** The roster of the active editor, or else all of them. */
function rostersInView(rosters: Rosters): readonly RosterState[] {
  const uri = uriInView();
  const active = uri === undefined ? undefined : rosters.of(uri);
  return active === undefined ? rosters.all : [active];
}

function headline(shown: readonly RosterState[], titleOf: TitleOf): string {
  const [first] = shown;
  if (first === undefined || shown.length > 1) return counted(shown.length, 'roster');
  return `${plain(first.name)} ${first.version} · ${first.mode} · ${titleOf(first)}`;
}

const loadFacts = () => import('../../core/spec/specification');

/** The titles of profiles; one that is not known is called by its id. */
function titlesIn({ profileIds, resolveProfile }: Awaited<ReturnType<typeof loadFacts>>): TitleOf {
  return ({ profile }) => {
    const id = profileIds.find((known) => known === profile);
    return id === undefined ? profile : say(resolveProfile(id).title);
  };
}

function totalsText(shown: readonly RosterState[], knowledge: Knowledge): string {
  if (knowledge === 'awaited') return '$(sync~spin)';
  if (knowledge === 'lost') return `$(warning) ${say('not checked')}`;
  const { errors, warnings } = totals(shown);
  if (errors + warnings === 0) return '$(check)';
  return `$(error) ${number(errors)} $(warning) ${number(warnings)}`;
}

function spokenTotals(shown: readonly RosterState[], knowledge: Knowledge): string {
  if (knowledge === 'awaited') return say('being checked again');
  if (knowledge === 'lost') return say('not checked any more');
  const { errors, warnings } = totals(shown);
  return `${counted(errors, 'error')}, ${counted(warnings, 'warning')}`;
}

function totals(shown: readonly RosterState[]): { readonly errors: number; readonly warnings: number } {
  return {
    errors: shown.reduce((sum, { totals }) => sum + totals.error, 0),
    warnings: shown.reduce((sum, { totals }) => sum + totals.warning, 0),
  };
}

function tooltip(
  shown: readonly RosterState[],
  knowledge: Knowledge,
  titleOf: TitleOf,
): vscode.MarkdownString {
  const text = new vscode.MarkdownString('', true);
  text.isTrusted = { enabledCommands: links };
  for (const roster of shown.slice(0, mostListed)) {
    text.appendMarkdown('**').appendText(plain(roster.name)).appendMarkdown('** ');
    const standing = spokenTotals([roster], knowledge);
    text.appendText(`OneRoster ${roster.version} · ${roster.mode} · ${titleOf(roster)} · ${standing}`);
    text.appendMarkdown('\n\n');
  }
  if (shown.length > mostListed)
    text.appendText(`${say('and {count} more', { count: shown.length - mostListed })}\n\n`);
  return text.appendMarkdown(links.map((id) => `[${linkWords[id]}](command:${id})`).join(' · '));
}
