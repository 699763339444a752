import * as vscode from 'vscode';
import type { Diagnostic } from 'vscode-languageclient/node';
import { nextTurn } from '../turns';

/** The problems of a file as the server has published them, and how one becomes what the editor shows. */
export interface PublishedProblems {
  readonly uri: vscode.Uri;
  readonly diagnostics: readonly Diagnostic[];
  readonly convert: (diagnostic: Diagnostic) => vscode.Diagnostic;
}

/** How many are converted at a stretch: not a millisecond's work, even while the code is cold. */
const atAStretch = 50;

/**
 * Shows the problems that the server publishes. There may be tens of thousands, so they are converted a few at a time, and the
 * editor has its turn in between. They outlive the server: what its successor finds again has never been away.
 */
export class ProblemList implements vscode.Disposable {
  readonly #shown = vscode.languages.createDiagnosticCollection('oneroster');
  /** What has come and is not shown yet, by URI. */
  readonly #waiting = new Map<string, PublishedProblems>();
  /** What a server that is gone has published, and its successor has not yet. */
  #unconfirmed = new Map<string, vscode.Uri>();
  #work: Promise<void> | undefined;

  publish(problems: PublishedProblems): void {
    const key = problems.uri.toString();
    this.#unconfirmed.delete(key);
    this.#waiting.set(key, problems);
    this.#work ??= this.#showAll().finally(() => (this.#work = undefined));
  }

  /** Resolves when everything that has come is shown. */
  async settled(): Promise<void> {
    await this.#work;
  }

  /** Says that the server is gone. Its problems stay until the next one has looked. */
  serverEnded(): void {
    this.#waiting.clear();
    this.#unconfirmed = new Map();
    this.#shown.forEach((uri) => this.#unconfirmed.set(uri.toString(), uri));
  }

  /** Says that the server has told all that it knows: what an earlier one found, and this one did not, is gone. */
  confirm(): void {
    if (this.#unconfirmed.size === 0) return;
    this.#shown.set([...this.#unconfirmed.values()].map((uri) => [uri, undefined]));
    this.#unconfirmed.clear();
  }

  dispose(): void {
    this.#waiting.clear();
    this.#shown.dispose();
  }

  async #showAll(): Promise<void> {
    for (;;) {
      await nextTurn();
      const [next] = this.#waiting.values();
      if (next === undefined) return;
      const converted = await this.#convert(next);
      // A newer list of the same file, or the end of the server, has come meanwhile.
      if (!this.#isLatest(next)) continue;
      this.#waiting.delete(next.uri.toString());
      if (converted.length > 0 || this.#shown.has(next.uri)) this.#shown.set(next.uri, converted);
    }
  }

  async #convert(problems: PublishedProblems): Promise<vscode.Diagnostic[]> {
    const { diagnostics, convert } = problems;
    const converted: vscode.Diagnostic[] = [];
    for (let at = 0; at < diagnostics.length && this.#isLatest(problems); at += atAStretch) {
      converted.push(...diagnostics.slice(at, at + atAStretch).map(convert));
      await nextTurn();
    }
    return converted;
  }

  #isLatest(problems: PublishedProblems): boolean {
    return this.#waiting.get(problems.uri.toString()) === problems;
  }
}
