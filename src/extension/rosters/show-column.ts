import * as vscode from 'vscode';
import type { CursorPlace, CursorPlaceParams } from '../../core/protocol';
import { plain } from './plain-text';
import type { Rosters } from './rosters';
import { say } from '../say';

/** The cursor has come to rest after so many milliseconds. */
const rest = 100;

type AskServer = (
  params: CursorPlaceParams,
  cancellation: vscode.CancellationToken,
) => Promise<CursorPlace | undefined>;

/** Shows in the status bar in which column and record the cursor stands. The server is asked where it has come to rest. */
export function showColumn(rosters: Rosters, ask: AskServer): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('oneroster.column', vscode.StatusBarAlignment.Left, 9);
  item.name = say('OneRoster Column');
  const follower = new CursorFollower(rosters, ask, (place) => show(item, place));
  return vscode.Disposable.from(
    item,
    follower,
    rosters.onDidChange(() => follower.look()),
    vscode.window.onDidChangeActiveTextEditor(() => follower.look()),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === vscode.window.activeTextEditor) follower.look();
    }),
  );
}

/** What is known of a place, as long as the text stays as it is. */
interface KnownPlace {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly place: CursorPlace | undefined;
}

class CursorFollower implements vscode.Disposable {
  readonly #rosters: Rosters;
  readonly #ask: AskServer;
  readonly #show: (place: CursorPlace | undefined) => void;
  #timer: NodeJS.Timeout | undefined;
  #asking: vscode.CancellationTokenSource | undefined;
  #known: KnownPlace | undefined;

  constructor(rosters: Rosters, ask: AskServer, show: (place: CursorPlace | undefined) => void) {
    this.#rosters = rosters;
    this.#ask = ask;
    this.#show = show;
  }

  /** Finds out soon where the cursor is. */
  look(): void {
    clearTimeout(this.#timer);
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined || this.#rosters.withFile(editor.document.uri) === undefined) {
      this.#tell(undefined);
    } else if (!this.#isKnown(editor)) {
      this.#timer = setTimeout(() => void this.#askAbout(editor), rest);
    }
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#asking?.cancel();
  }

  #isKnown({ document, selection: { active } }: vscode.TextEditor): boolean {
    const known = this.#known;
    if (known?.place === undefined || known.document !== document) return false;
    if (known.version !== document.version) return false;
    const { start, end } = known.place.range;
    return new vscode.Range(start.line, start.character, end.line, end.character).contains(active);
  }

  async #askAbout({ document, selection: { active } }: vscode.TextEditor): Promise<void> {
    this.#asking?.cancel();
    const asking = new vscode.CancellationTokenSource();
    this.#asking = asking;
    const { version } = document;
    const position = { line: active.line, character: active.character };
    try {
      const place = await this.#ask({ uri: document.uri.toString(), position }, asking.token);
      if (!asking.token.isCancellationRequested) this.#tell({ document, version, place });
    } catch {
      // The server has ended, or has better things to do. The next move of the cursor asks again.
    } finally {
      asking.dispose();
    }
  }

  #tell(known: KnownPlace | undefined): void {
    this.#asking?.cancel();
    this.#known = known;
    this.#show(known?.place);
  }
}

function show(item: vscode.StatusBarItem, place: CursorPlace | undefined): void {
  if (place === undefined) {
    item.hide();
    return;
  }
  const column = place.column === '' ? say('no column') : place.column;
  const record = say('record {record}', { record: place.record });
  item.text = `$(symbol-field) ${plain(column)} · ${record}`;
  item.tooltip = new vscode.MarkdownString(place.documentation);
  item.accessibilityInformation = { label: say('OneRoster: column {column}, {record}', { column, record }) };
  item.show();
}
