import * as vscode from 'vscode';
import { RosterError } from '../../core/errors';
import type { Preview } from '../../core/preview/preview';
import {
  closePreview,
  exportPreview,
  findInPreview,
  placeInPreview,
  previewImport,
} from '../../core/page-protocol';
import { type RosterState } from '../../core/protocol';
import { failureText } from '../run-guarded';
import type { OpenPage, Services } from '../services';
import { chooseExport } from './choose-export';
import { loadMapping } from './load-mapping';
import { pageHtml } from './page-html';
import type { FromPage, ToPage } from './page/page-messages';
import { say } from '../say';

/** How many people the page lists of each finding, and of those that a search finds. */
const most = 200;

/** Shows the page with a roster's preview, the one that is open if there is one. */
export async function showPreview(services: Services, roster: RosterState): Promise<void> {
  const key = `preview ${roster.uri}`;
  const open = services.pages.get(key);
  if (open !== undefined) {
    await open.show();
    return;
  }
  const page = new PreviewPage(services, roster, () => services.pages.delete(key));
  services.pages.set(key, page);
}

/** A page with the preview of one roster. What is on it is made in the server. */
class PreviewPage implements OpenPage {
  readonly #services: Services;
  readonly #roster: RosterState;
  readonly #panel: vscode.WebviewPanel;
  #preview: Preview | undefined;

  constructor(services: Services, roster: RosterState, onClose: () => void) {
    this.#services = services;
    this.#roster = roster;
    this.#panel = vscode.window.createWebviewPanel(
      'oneroster.preview',
      say('Preview Import: {roster}', { roster: roster.name }),
      vscode.ViewColumn.Active,
      { enableScripts: true, localResourceRoots: [], enableFindWidget: true },
    );
    this.#panel.webview.onDidReceiveMessage((message: FromPage) => void this.#answer(message));
    this.#panel.onDidDispose(() => {
      onClose();
      void services.server.page(closePreview, { rosterUri: roster.uri }).catch(() => undefined);
    });
    this.#panel.webview.html = pageHtml();
  }

  async show(): Promise<void> {
    this.#panel.reveal();
    await this.#answer({ type: 'refresh' });
  }

  /** What fails is said on the page, where it was asked for. */
  async #answer(message: FromPage): Promise<void> {
    try {
      await this.#do(message);
    } catch (error) {
      if (error instanceof vscode.CancellationError) return;
      if (!RosterError.is(error)) this.#services.log.error('The preview failed.', String(error));
      const said = RosterError.is(error)
        ? failureText(error)
        : say('This did not work because of a mistake in the OneRoster extension. The log has the details.');
      this.#post({ type: 'failed', message: said });
    }
  }

  async #do(message: FromPage): Promise<void> {
    const { server } = this.#services;
    const rosterUri = this.#roster.uri;
    if (message.type === 'find') {
      const found = await server.page(findInPreview, { rosterUri, text: message.text, most });
      this.#post({ type: 'found', text: message.text, found });
    } else if (message.type === 'open') {
      const { table, record } = message;
      await openRecord(await server.page(placeInPreview, { rosterUri, table, record }));
    } else if (message.type === 'export') {
      const { path, names } = await chooseExport(this.#roster);
      await server.page(exportPreview, { rosterUri, path, names });
      await vscode.window.showTextDocument(vscode.Uri.file(path), { preview: true });
    } else if (message.type === 'mapping') {
      const openMapping = await loadMapping();
      await openMapping(this.#services.rosters.current(this.#roster), this.#preview);
    } else {
      const preview = await server.page(previewImport, { rosterUri, most });
      this.#preview = preview;
      this.#post({ type: 'preview', name: this.#roster.name, preview });
    }
  }

  #post(message: ToPage): void {
    void this.#panel.webview.postMessage(message);
  }
}

async function openRecord({ uri, line }: { readonly uri: string; readonly line: number }): Promise<void> {
  const place = new vscode.Range(line, 0, line, 0);
  await vscode.window.showTextDocument(vscode.Uri.parse(uri), { selection: place, preview: true });
}
