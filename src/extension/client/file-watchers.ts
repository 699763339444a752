import * as vscode from 'vscode';

/** A folder that comes or goes is reported only as itself, so every creation and deletion counts. */
export function watchFiles(): vscode.FileSystemWatcher[] {
  return [
    vscode.workspace.createFileSystemWatcher('**/*.{csv,CSV}', true, false, true),
    vscode.workspace.createFileSystemWatcher('**/oneroster.{config,baseline}.json', true, false, true),
    vscode.workspace.createFileSystemWatcher('**/*', false, true, false),
  ];
}

export function isVersionControl(uri: string): boolean {
  return /\/(?:\.git|\.svn|\.hg|node_modules)\//.test(uri);
}
