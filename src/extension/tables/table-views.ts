import type * as vscode from 'vscode';
import type { Server } from '../client/server';
import type { TablePreview } from '../table-preview/table-preview';
import type { ColumnAlignment } from './column-alignment';

/** How tables are shown beside their text: made when they are first wanted, and there as long as the extension is active. */
export class TableViews implements vscode.Disposable {
  readonly #server: Server;
  #alignment: ColumnAlignment | undefined;
  /** The previews that are open, by the URIs of their files. */
  readonly previews = new Map<string, TablePreview>();

  constructor(server: Server) {
    this.#server = server;
  }

  async alignment(): Promise<ColumnAlignment> {
    const { ColumnAlignment } = await import('./column-alignment');
    this.#alignment ??= new ColumnAlignment(this.#server);
    return this.#alignment;
  }

  dispose(): void {
    this.#alignment?.dispose();
    for (const preview of [...this.previews.values()]) preview.dispose();
  }
}
