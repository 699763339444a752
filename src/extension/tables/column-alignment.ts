import * as vscode from 'vscode';
import { alignment } from '../../core/table-protocol';
import type { Server } from '../client/server';

/** So many lines above and below those in view are aligned, too, so that scrolling shows none that are not. */
const margin = 40;
/** Where much is folded, lines that are in view may lie far apart: no more than these are aligned. */
const mostLines = 600;

/**
 * Shows the columns of tables under one another: blank room before commas, which is no part of the text. Only round the lines in
 * view, and again as they change.
 */
export class ColumnAlignment implements vscode.Disposable {
  readonly #server: Server;
  readonly #aligned = new Set<string>();
  /** What makes room for so many cells. */
  readonly #rooms = new Map<number, vscode.TextEditorDecorationType>();
  /** Editors whose room is being worked out, and whether it has to be once more. */
  readonly #working = new Map<vscode.TextEditor, boolean>();
  readonly #listeners: vscode.Disposable;

  constructor(server: Server) {
    this.#server = server;
    this.#listeners = vscode.Disposable.from(
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.#refresh(textEditor)),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#refreshAll()),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#refreshAll(document)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#aligned.delete(uri.toString())),
    );
  }

  /** Aligns the columns of a document, or does so no more. */
  async toggle(editor: vscode.TextEditor): Promise<void> {
    const key = editor.document.uri.toString();
    if (this.#aligned.delete(key)) {
      this.#refreshAll(editor.document);
      return;
    }
    this.#aligned.add(key);
    await this.#show(editor);
  }

  dispose(): void {
    this.#listeners.dispose();
    for (const room of this.#rooms.values()) room.dispose();
  }

  #refreshAll(document?: vscode.TextDocument): void {
    for (const editor of vscode.window.visibleTextEditors) {
      if (document === undefined || editor.document === document) this.#refresh(editor);
    }
  }

  #refresh(editor: vscode.TextEditor): void {
    if (this.#aligned.has(editor.document.uri.toString())) void this.#show(editor).catch(() => undefined);
    else this.#clear(editor);
  }

  /** One look at a time; whoever comes meanwhile has another follow. */
  async #show(editor: vscode.TextEditor): Promise<void> {
    if (this.#working.has(editor)) {
      this.#working.set(editor, true);
      return;
    }
    try {
      do {
        this.#working.set(editor, false);
        await this.#align(editor);
      } while (this.#working.get(editor) === true);
    } finally {
      this.#working.delete(editor);
    }
  }

  async #align(editor: vscode.TextEditor): Promise<void> {
    const { document, visibleRanges } = editor;
    const { version } = document;
    const uri = document.uri.toString();
    const firstLine = Math.max((visibleRanges[0]?.start.line ?? 0) - margin, 0);
    const lastLine = Math.min((visibleRanges.at(-1)?.end.line ?? 0) + margin, firstLine + mostLines);
    const found = await this.#server.askTable(alignment, { uri, firstLine, lastLine });
    if (document.version !== version || !this.#aligned.has(uri)) return;
    this.#draw(editor, found?.padding ?? []);
  }

  #draw(editor: vscode.TextEditor, padding: readonly number[]): void {
    const byCells = new Map<number, vscode.Range[]>();
    for (let at = 0; at < padding.length; at += 3) {
      const [line = 0, character = 0, cells = 0] = padding.slice(at, at + 3);
      const ranges = byCells.get(cells) ?? [];
      if (ranges.length === 0) byCells.set(cells, ranges);
      ranges.push(new vscode.Range(line, character, line, character + 1));
    }
    for (const cells of byCells.keys()) if (!this.#rooms.has(cells)) this.#rooms.set(cells, roomFor(cells));
    for (const [cells, room] of this.#rooms) editor.setDecorations(room, byCells.get(cells) ?? []);
  }

  #clear(editor: vscode.TextEditor): void {
    for (const room of this.#rooms.values()) editor.setDecorations(room, []);
  }
}

function roomFor(cells: number): vscode.TextEditorDecorationType {
  return vscode.window.createTextEditorDecorationType({
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    // Before the comma, because a field's mark and the cursor at its start belong behind the room.
    before: { contentText: '', width: `${String(cells)}ch` },
  });
}
