import * as vscode from 'vscode';
import { comparedText, type ComparedTextParams } from '../../core/protocol';
import type { Server } from '../client/server';

/** The scheme of files as they were compared, which lie in a zip or a revision. */
const scheme = 'oneroster-compared';

/** Shows copies of files as they were compared. They cannot be changed, and are there as long as their comparison is. */
export function showComparedFiles(server: Server): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(scheme, {
    async provideTextDocumentContent({ query }) {
      const params = JSON.parse(query) as ComparedTextParams;
      return server.ask<string>(comparedText, params);
    },
  });
}

/** Where a compared file can be looked at. @param roster what people call the roster */
export function comparedUri(file: ComparedTextParams, roster: string): vscode.Uri {
  const path = `/${roster.replace(/[/\\]/g, '-')}/${file.file}`;
  return vscode.Uri.from({ scheme, path, query: JSON.stringify(file) });
}
