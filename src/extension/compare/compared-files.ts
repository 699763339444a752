import * as vscode from 'vscode';
import { RosterError } from '../../core/errors';
import { comparedText, type ComparedTextParams, type Outcome, type Side } from '../../core/protocol';
import type { Services } from '../services';

/** The scheme of files as they were compared, which lie in a zip or a revision. */
const scheme = 'oneroster-compared';

/** Where a compared file is to be looked at: itself where it lies in a folder, else a copy that cannot be changed. */
export interface ComparedFile {
  readonly id: string;
  readonly side: Side;
  /** The file's name in the comparison. */
  readonly file: string;
  /** What people call the roster. */
  readonly roster: string;
}

/** Shows copies of files as they were compared. Kept as long as a comparison is shown. */
export class ComparedFiles implements vscode.Disposable {
  readonly #registration: vscode.Disposable;

  constructor({ server }: Services) {
    this.#registration = vscode.workspace.registerTextDocumentContentProvider(scheme, {
      async provideTextDocumentContent({ query }) {
        const { id, side, file } = JSON.parse(query) as ComparedTextParams;
        const outcome = await server.ask<Outcome<string>>(comparedText, { id, side, file });
        if (outcome.ok) return outcome.value;
        throw new RosterError(outcome.code, outcome.message, outcome.remedy);
      },
    });
  }

  uri({ id, side, file, roster }: ComparedFile): vscode.Uri {
    const path = `/${roster.replace(/[/\\]/g, '-')}/${file}`;
    return vscode.Uri.from({ scheme, path, query: JSON.stringify({ id, side, file }) });
  }

  dispose(): void {
    this.#registration.dispose();
  }
}
