import { join } from 'node:path';
import * as vscode from 'vscode';
import { rosterReport } from '../../core/page-protocol';
import { type RosterState } from '../../core/protocol';
import { withLateProgress } from '../input/with-late-progress';
import { folderOf } from '../rosters/rosters';
import type { OpenPage, Services } from '../services';
import { say } from '../say';

/** Shows the page with a roster's report, the one that is open if there is one, as it is by now. */
export async function showReport(services: Services, roster: RosterState): Promise<void> {
  const { server, pages } = services;
  const make = () =>
    withLateProgress(say('Making the report of {roster}', { roster: roster.name }), () =>
      server.page(rosterReport, { rosterUri: roster.uri }),
    );
  const key = `report ${roster.uri}`;
  const open = pages.get(key);
  if (open !== undefined) {
    await open.show();
    return;
  }
  const html = await make();
  const panel = vscode.window.createWebviewPanel(
    'oneroster.report',
    say('Roster Report: {roster}', { roster: roster.name }),
    vscode.ViewColumn.Active,
    { enableScripts: false, localResourceRoots: [], enableFindWidget: true },
  );
  panel.webview.html = html;
  const page: OpenPage = {
    async show() {
      panel.webview.html = await make();
      panel.reveal();
      void offerToSave(roster, panel);
    },
  };
  pages.set(key, page);
  panel.onDidDispose(() => pages.delete(key));
  void offerToSave(roster, panel);
}

/** Not awaited: the message stays as long as it is wanted. */
async function offerToSave(roster: RosterState, panel: vscode.WebviewPanel): Promise<void> {
  const { html } = panel.webview;
  const save = say('Save As…');
  const chosen = await vscode.window.showInformationMessage(
    say('The report holds no names of people. Save it to print it or to hand it on.'),
    save,
  );
  if (chosen !== save) return;
  const uri = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.file(join(folderOf(roster), '..', `${roster.name}-report.html`)),
    filters: { HTML: ['html'] },
    title: say('Save Report'),
  });
  if (uri !== undefined) await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(html));
}
