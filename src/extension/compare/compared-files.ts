import * as vscode from 'vscode';
import { RosterError } from '../../core/errors';
import { comparedText, type ComparedTextParams, type Outcome } from '../../core/protocol';
import type { Server } from '../client/server';

/** The scheme of files as they were compared, which lie in a zip or a revision. */
const scheme = 'oneroster-compared';

/** Shows copies of files as they were compared. They cannot be changed, and are there as long as their comparison is. */
export function showComparedFiles(server: Server): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(scheme, {
    async provideTextDocumentContent({ query }) {
      const params = JSON.parse(query) as ComparedTextParams;
      const outcome = await server.ask<Outcome<string>>(comparedText, params);
      if (outcome.ok) return outcome.value;
      throw new RosterError(outcome.code, outcome.message, outcome.remedy);
    },
  });
}

/** Where a compared file can be looked at. @param roster what people call the roster */
export function comparedUri(file: ComparedTextParams, roster: string): vscode.Uri {
  const path = `/${roster.replace(/[/\\]/g, '-')}/${file.file}`;
  return vscode.Uri.from({ scheme, path, query: JSON.stringify(file) });
}
