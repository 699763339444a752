import * as vscode from 'vscode';
import type { Both } from '../../core/compare/comparison';
import { RosterError } from '../../core/errors';
import {
  comparedEntries,
  compareRosters,
  forgetComparison,
  type CompareAnswer,
  type ComparedEntry,
} from '../../core/protocol';
import { withLateProgress } from '../input/with-late-progress';
import { failureText, isCancel } from '../run-guarded';
import type { Services } from '../services';
import type { ChosenPlace } from './choose-places';
import { comparedUri } from './compared-files';
import { comparisonPage } from './page-html';
import type { FromPage, ToPage } from './page-messages';
import { say } from '../say';

/** How many records of a kind are listed at a time. */
const pageSize = 100;

/**
 * Compares two rosters and shows the result on a page of its own.
 * @throws RosterError, CancellationError
 */
export async function showComparison(services: Services, places: Both<ChosenPlace>): Promise<void> {
  const answer = await requestComparison(services, places);
  new ComparisonView(services, places, answer).start();
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
  return withLateProgress(say('Comparing {after}', { after: after.name }), (_, cancellation) =>
    server.ask<CompareAnswer>(compareRosters, params, cancellation),
  );
}

/** A comparison on its page. It is gone with the page. */
class ComparisonView {
  readonly #services: Services;
  readonly #places: Both<ChosenPlace>;
  readonly #panel: vscode.WebviewPanel;
  #answer: CompareAnswer;
  #isOver = false;

  constructor(services: Services, places: Both<ChosenPlace>, answer: CompareAnswer) {
    this.#services = services;
    this.#places = places;
    this.#answer = answer;
    const title = `${places.before.name} ↔ ${places.after.name}`;
    this.#panel = vscode.window.createWebviewPanel('oneroster.comparison', title, vscode.ViewColumn.Active, {
      enableScripts: true,
      enableFindWidget: true,
      retainContextWhenHidden: true,
      localResourceRoots: [],
    });
  }

  /** Loads the page, which then asks for what it is to show. */
  start(): void {
    this.#panel.webview.onDidReceiveMessage((message: FromPage) => void this.#hear(message));
    this.#panel.onDidDispose(() => {
      this.#isOver = true;
      void this.#forget();
    });
    this.#panel.webview.html = comparisonPage(this.#panel.title);
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
      await this.#tell({ type: 'failure', text: this.#explain(error) });
    }
  }

  /** What went wrong, in words; nothing where a person has given up. */
  #explain(error: unknown): string {
    if (isCancel(error)) return '';
    if (RosterError.is(error)) return failureText(error);
    this.#services.log.error('The comparison failed.', String(error));
    return say('This did not work. The log may say why.');
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
    const entries = await this.#services.server.ask<readonly ComparedEntry[]>(comparedEntries, params);
    await this.#tell({ type: 'entries', file, kind, entries });
  }

  /** Leads to a record: in the file itself where it lies in a folder, else in a copy that cannot be changed. */
  async #open({ side, file, line }: FromPage & { readonly type: 'open' }): Promise<void> {
    const place = this.#places[side];
    const path = this.#answer.summary.files.find((each) => each.file === file)?.paths[side] ?? file;
    const isFolder = place.revision === undefined && !/\.zip$/i.test(place.uri);
    const uri = isFolder
      ? vscode.Uri.joinPath(vscode.Uri.parse(place.uri), path)
      : comparedUri({ id: this.#answer.id, side, file }, place.name);
    const start = new vscode.Position(line - 1, 0);
    await vscode.commands.executeCommand('vscode.open', uri, {
      selection: new vscode.Range(start, start.translate(1)),
      viewColumn: vscode.ViewColumn.Beside,
      preview: true,
    });
  }

  async #tell(message: ToPage): Promise<void> {
    if (!this.#isOver) await this.#panel.webview.postMessage(message);
  }

  async #forget(): Promise<void> {
    const { id } = this.#answer;
    // A server that has ended meanwhile keeps nothing.
    await this.#services.server.tell(forgetComparison, { id }).catch(() => undefined);
  }
}
