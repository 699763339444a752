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
import type { OpenPage, Services } from '../services';
import type { ChosenPlace } from './choose-places';
import { comparedUri } from './compared-files';
import { comparisonPage } from './page-html';
import type { FromPage, ShownReview, ToPage } from './page-messages';
import { say } from '../say';

/** How many records of a kind are listed at a time. */
const pageSize = 100;

/** What a page of comparison shows. */
export interface ShownComparison {
  readonly answer: CompareAnswer;
  readonly places: Both<ChosenPlace>;
  /** What is said beside it where it is about a delivery. */
  readonly review?: ShownReview;
}

/** Compares, for the first time or again. Throws RosterError, CancellationError. */
export type Compare = () => Promise<ShownComparison>;

/**
 * Compares two rosters and shows the result on a page of its own.
 * @throws RosterError, CancellationError
 */
export async function showComparison(services: Services, places: Both<ChosenPlace>): Promise<void> {
  const compare = async () => ({ places, answer: await requestComparison(services, places) });
  const title = `${places.before.name} ↔ ${places.after.name}`;
  new ComparisonView(services, { title, compare, shown: await compare() }).start();
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

export interface ComparisonViewOptions {
  readonly title: string;
  readonly compare: Compare;
  readonly shown: ShownComparison;
  /** Told when the page is closed. */
  readonly onClose?: () => void;
}

/** A comparison on its page. It is gone with the page. */
export class ComparisonView implements OpenPage {
  readonly #services: Services;
  readonly #options: ComparisonViewOptions;
  readonly #panel: vscode.WebviewPanel;
  #shown: ShownComparison;
  #isOver = false;

  constructor(services: Services, options: ComparisonViewOptions) {
    this.#services = services;
    this.#options = options;
    this.#shown = options.shown;
    const { title } = options;
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
      this.#options.onClose?.();
      void this.#forget();
    });
    this.#panel.webview.html = comparisonPage(this.#panel.title);
  }

  /** Shows the page with another comparison, made anew where none is given. */
  async show(shown?: ShownComparison): Promise<void> {
    this.#panel.reveal();
    await this.#replace(shown ?? (await this.#options.compare()));
  }

  async #hear(message: FromPage): Promise<void> {
    try {
      switch (message.type) {
        case 'ready':
          await this.#show();
          break;
        case 'again':
          await this.#replace(await this.#options.compare());
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
    const { answer, places, review } = this.#shown;
    const names = { before: places.before.name, after: places.after.name };
    const { summary } = answer;
    await this.#tell({ type: 'comparison', ...names, summary, ...(review === undefined ? {} : { review }) });
  }

  async #replace(shown: ShownComparison): Promise<void> {
    await this.#forget();
    this.#shown = shown;
    await this.#show();
  }

  async #list({ file, kind, from }: FromPage & { readonly type: 'more' }): Promise<void> {
    const params = { id: this.#shown.answer.id, file, kind, from, count: pageSize };
    const entries = await this.#services.server.ask<readonly ComparedEntry[]>(comparedEntries, params);
    await this.#tell({ type: 'entries', file, kind, entries });
  }

  /** Leads to a record: in the file itself where it lies in a folder, else in a copy that cannot be changed. */
  async #open({ side, file, line }: FromPage & { readonly type: 'open' }): Promise<void> {
    const { answer, places } = this.#shown;
    const place = places[side];
    const path = answer.summary.files.find((each) => each.file === file)?.paths[side] ?? file;
    const isFolder = place.revision === undefined && !/\.zip$/i.test(place.uri);
    const uri = isFolder
      ? vscode.Uri.joinPath(vscode.Uri.parse(place.uri), path)
      : comparedUri({ id: answer.id, side, file }, place.name);
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
    const { id } = this.#shown.answer;
    // A server that has ended meanwhile keeps nothing.
    await this.#services.server.tell(forgetComparison, { id }).catch(() => undefined);
  }
}
