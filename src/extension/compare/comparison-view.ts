import * as vscode from 'vscode';
import type { Both } from '../../core/compare/comparison';
import { RosterError } from '../../core/errors';
import {
  comparedEntries,
  compareRosters,
  forgetComparison,
  type CompareAnswer,
  type ComparedEntry,
  type Outcome,
} from '../../core/protocol';
import { withLateProgress } from '../input/with-late-progress';
import { failureText, isCancel } from '../run-guarded';
import type { Services } from '../services';
import { valueOf } from '../value-of';
import type { ChosenPlace } from './choose-places';
import { ComparedFiles } from './compared-files';
import { comparisonPage } from './page-html';
import type { FromPage, ToPage } from './page-messages';

/** How many records of a kind are listed at a time. */
const pageSize = 100;

/**
 * Compares two rosters and shows the result on a page of its own.
 * @throws RosterError, CancellationError
 */
export async function showComparison(services: Services, places: Both<ChosenPlace>): Promise<void> {
  const answer = await requestComparison(services, places);
  new ComparisonView(services, places, answer);
}

async function requestComparison(
  { server }: Services,
  { before, after }: Both<ChosenPlace>,
): Promise<CompareAnswer> {
  const place = ({ uri, revision }: ChosenPlace) => ({
    uri,
    ...(revision === undefined ? {} : { revision }),
  });
  const params = { before: place(before), after: place(after) };
  return valueOf(
    await withLateProgress(`Comparing ${after.name}`, (_, cancellation) =>
      server.ask<Outcome<CompareAnswer>>(compareRosters, params, cancellation),
    ),
  );
}

/** A comparison on its page. It is gone with the page. */
class ComparisonView {
  readonly #services: Services;
  readonly #places: Both<ChosenPlace>;
  readonly #panel: vscode.WebviewPanel;
  readonly #files: ComparedFiles;
  #answer: CompareAnswer;

  constructor(services: Services, places: Both<ChosenPlace>, answer: CompareAnswer) {
    this.#services = services;
    this.#places = places;
    this.#answer = answer;
    this.#files = new ComparedFiles(services);
    const title = `${places.before.name} ↔ ${places.after.name}`;
    this.#panel = vscode.window.createWebviewPanel('oneroster.comparison', title, vscode.ViewColumn.Active, {
      enableScripts: true,
      enableFindWidget: true,
      retainContextWhenHidden: true,
      localResourceRoots: [],
    });
    this.#panel.webview.onDidReceiveMessage((message: FromPage) => void this.#hear(message));
    this.#panel.onDidDispose(() => {
      this.#files.dispose();
      void this.#forget();
    });
    this.#panel.webview.html = comparisonPage(title);
  }

  async #hear(message: FromPage): Promise<void> {
    try {
      switch (message.type) {
        case 'ready':
          await this.#show();
          break;
        case 'again':
          await this.#compareAgain();
          break;
        case 'more':
          await this.#list(message);
          break;
        case 'open':
          await this.#open(message);
          break;
      }
    } catch (error) {
      if (isCancel(error)) return;
      if (!RosterError.is(error)) this.#services.log.error('The comparison failed.', String(error));
      const text = RosterError.is(error) ? failureText(error) : 'This did not work. The log may say why.';
      await this.#tell({ type: 'failure', text });
    }
  }

  async #show(): Promise<void> {
    const { before, after } = this.#places;
    const { summary } = this.#answer;
    await this.#tell({ type: 'comparison', before: before.name, after: after.name, summary });
  }

  async #compareAgain(): Promise<void> {
    const answer = await requestComparison(this.#services, this.#places);
    await this.#forget();
    this.#answer = answer;
    await this.#show();
  }

  async #list({ file, kind, from }: FromPage & { readonly type: 'more' }): Promise<void> {
    const params = { id: this.#answer.id, file, kind, from, count: pageSize };
    const outcome = await this.#services.server.ask<Outcome<readonly ComparedEntry[]>>(
      comparedEntries,
      params,
    );
    await this.#tell({ type: 'entries', file, kind, entries: valueOf(outcome) });
  }

  /** Leads to a record: in the file itself where it lies in a folder, else in a copy that cannot be changed. */
  async #open({ side, file, line }: FromPage & { readonly type: 'open' }): Promise<void> {
    const place = this.#places[side];
    const path = this.#answer.summary.files.find((each) => each.file === file)?.paths[side] ?? file;
    const isFolder = place.revision === undefined && !/\.zip$/i.test(place.uri);
    const uri = isFolder
      ? vscode.Uri.joinPath(vscode.Uri.parse(place.uri), path)
      : this.#files.uri({ id: this.#answer.id, side, file, roster: place.name });
    const start = new vscode.Position(line - 1, 0);
    await vscode.commands.executeCommand('vscode.open', uri, {
      selection: new vscode.Range(start, start.translate(1)),
      viewColumn: vscode.ViewColumn.Beside,
      preview: true,
    });
  }

  async #tell(message: ToPage): Promise<void> {
    await this.#panel.webview.postMessage(message);
  }

  async #forget(): Promise<void> {
    const { id } = this.#answer;
    // A server that has ended meanwhile keeps nothing.
    await this.#services.server.ask(forgetComparison, { id }).catch(() => undefined);
  }
}
