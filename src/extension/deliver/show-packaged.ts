import { basename, dirname } from 'node:path';
import * as vscode from 'vscode';
import type { PackageAnswer } from '../../core/protocol';
import { formatBytes } from '../amounts';
import { wayTo } from './way-to';
import { counted, say } from '../say';

/** Says that a package is made, and leads to it. */
export async function showPackaged({ path, bytes, files }: PackageAnswer): Promise<void> {
  const records = files.reduce((sum, file) => sum + file.records, 0);
  const way = wayTo(vscode.Uri.file(path));
  const chosen = await vscode.window.showInformationMessage(
    say('{file} ({bytes}) is in {folder}: {files}, {records}.', {
      file: basename(path),
      bytes: formatBytes(bytes),
      folder: dirname(path),
      files: counted(files.length, 'file'),
      records: counted(records, 'record'),
    }),
    way.label,
  );
  if (chosen === way.label) await way.go();
}
