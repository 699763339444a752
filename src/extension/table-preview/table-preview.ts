import { basename, dirname } from 'node:path';
import * as vscode from 'vscode';
import { tableWindow } from '../../core/table-protocol';
import { RosterError } from '../../core/errors';
import type { Services } from '../services';
import { revealPlace } from '../tables/reveal-place';
import type { FromPage, PlaceWanted, ToPage, WindowWanted } from './messages';
import { previewHtml } from './preview-html';
import { say } from '../say';

/** A table beside its text, to be looked at: the server gives the records in view, the page draws them. */
export class TablePreview implements vscode.Disposable {
  readonly #services: Services;
  readonly #uri: vscode.Uri;
  readonly #panel: vscode.WebviewPanel;
  readonly #listeners: vscode.Disposable[];

  /** `onClose` is told that a person has closed it. */
  constructor(services: Services, uri: vscode.Uri, onClose: () => void) {
    this.#services = services;
    this.#uri = uri;
    const name = basename(uri.fsPath);
    this.#panel = vscode.window.createWebviewPanel(
      'oneroster.tablePreview',
      say('Table {name}', { name }),
      vscode.ViewColumn.Beside,
      { enableScripts: true, localResourceRoots: [] },
    );
    this.#listeners = [
      services.server.onDidCheck((roster) => {
        if (vscode.Uri.parse(roster).fsPath === dirname(uri.fsPath)) this.#post({ type: 'changed' });
      }),
      this.#panel.webview.onDidReceiveMessage((message: FromPage) => void this.#take(message)),
      this.#panel.onDidDispose(() => {
        for (const listener of this.#listeners) listener.dispose();
        onClose();
      }),
    ];
    this.#panel.webview.html = previewHtml(name);
  }

  show(): void {
    this.#panel.reveal();
  }

  dispose(): void {
    this.#panel.dispose();
  }

  async #take(message: FromPage): Promise<void> {
    try {
      if (message.type === 'window') await this.#showWindow(message);
      else await this.#reveal(message);
    } catch (error) {
      // A server that ends is followed by another, which checks; then the page asks again.
      if (!RosterError.is(error)) throw error;
      this.#services.log.warn(`${error.code}: ${error.message}`);
      this.#post({ type: 'failed' });
    }
  }

  async #showWindow({ filter, onlyProblems, first, count }: WindowWanted): Promise<void> {
    const params = { uri: this.#uri.toString(), filter, onlyProblems, first, count };
    this.#post({ type: 'window', window: await this.#services.server.askTable(tableWindow, params) });
  }

  async #reveal({ record, column, preserveFocus }: PlaceWanted): Promise<void> {
    const { One, Beside } = vscode.ViewColumn;
    const otherwise = this.#panel.viewColumn === One ? Beside : One;
    await revealPlace(this.#services, this.#uri, { record, column }, { otherwise, preserveFocus });
  }

  #post(message: ToPage): void {
    void this.#panel.webview.postMessage(message);
  }
}
