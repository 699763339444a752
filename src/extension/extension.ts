import * as vscode from 'vscode';
import { showUses } from '../core/protocol';
import { commandIds } from './command-ids';
import { commands } from './commands/commands';
import { provideTexts } from './convert/conversion-texts';
import { ShownConversion } from './convert/shown-conversion';
import { showComparedFiles } from './compare/compared-files';
import { SavedSecrets } from './connect/saved-secrets';
import { TakeTurns } from './connect/take-turns';
import { registerActionCommands } from './fixes/action-commands';
import { RosterExplorer } from './explorer/roster-explorer';
import { runGuarded } from './run-guarded';
import { Rosters } from './rosters/rosters';
import { setRosterLanguages } from './rosters/set-roster-languages';
import { showColumn } from './rosters/show-column';
import { showRosterStatus } from './rosters/show-roster-status';
import { guardSecrets } from './secrets/guard-secrets';
import { provideShownTexts } from './show-text';
import { sayStopped } from './say-stopped';
import { Server } from './client/server';
import type { Services } from './services';
import { TableViews } from './tables/table-views';
import { PracticePlace } from './tour/practice-place';
import { followSample } from './tour/tour-progress';

/** Starts the language server and registers the commands. VS Code calls it when a roster is seen or a command is run. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('OneRoster', { log: true });
  const rosters = new Rosters();
  const server = openServer(context, log, rosters);
  const secrets = new SavedSecrets(context.secrets, context.globalState);
  const shown = new ShownConversion();
  const turns = new TakeTurns();
  const tableViews = new TableViews(server);
  const practice = new PracticePlace(secrets);
  const explorer = new RosterExplorer({ server, rosters, log });
  const services: Services = {
    context,
    log,
    server,
    rosters,
    secrets,
    shown,
    turns,
    tableViews,
    practice,
    explorer,
    pages: new Map(),
  };
  context.subscriptions.push(
    log,
    rosters,
    server,
    shown,
    provideTexts(services),
    tableViews,
    practice,
    followSample(context, rosters),
    explorer,
    provideShownTexts(),
    sayWhetherThereAreAny(rosters),
    setRosterLanguages(rosters),
    showRosterStatus(rosters),
    guardSecrets(services),
    registerUses(),
    showColumn(rosters, (params, cancellation) => server.cursorPlace(params, cancellation)),
    showComparedFiles(server),
    ...registerCommands(services),
    ...registerActionCommands(services),
  );
}

/** Menus and keys of rosters are there where there are some. */
function sayWhetherThereAreAny(rosters: Rosters): vscode.Disposable {
  return rosters.onDidChange(() => {
    void vscode.commands.executeCommand('setContext', 'oneroster.hasRoster', rosters.all.length > 0);
  });
}

function registerCommands(services: Services): readonly vscode.Disposable[] {
  return commandIds.map((id) =>
    vscode.commands.registerCommand(id, (argument: unknown) =>
      runGuarded(id, () => commands[id](services, argument), services),
    ),
  );
}

/** What a lens leads to. */
function registerUses(): vscode.Disposable {
  return vscode.commands.registerCommand(showUses, async (...place: readonly unknown[]) => {
    const { showUsesAt } = await import('./navigate/show-uses');
    await showUsesAt(place[0], place[1], place[2]);
  });
}

function openServer(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
  rosters: Rosters,
): Server {
  return new Server({
    module: context.asAbsolutePath('dist/server.js'),
    log,
    onRosters: (all) => rosters.update(all),
    onEnd: (another) => {
      rosters.serverEnded(another);
      if (!another) void sayStopped();
    },
  });
}
