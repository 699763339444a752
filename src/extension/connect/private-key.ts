import * as vscode from 'vscode';
import { keyUnreadable } from '../../core/delivery/login-errors';
import { phrase, sentence } from '../../core/text/say';
import { RosterError } from '../../core/errors';
import { resolveConfigPath } from '../../node/load-config';
import { parsePrivateKey } from '../../node/sftp/credential';

/**
 * Reads a private key's file.
 * @param configPath what a relative path counts from
 * @throws RosterError `key-unreadable`
 */
export async function readKeyFile(keyFile: string, configPath: string): Promise<string> {
  const path = resolveConfigPath(configPath, keyFile);
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.file(path)));
  } catch (error) {
    if (!(error instanceof vscode.FileSystemError)) throw error;
    throw new RosterError(
      'key-unreadable',
      sentence('The private key "{keyFile}" cannot be read.', { keyFile }),
      phrase('Check the path and that you may read the file.'),
      { cause: error },
    );
  }
}

/**
 * Whether a key needs a passphrase to be read.
 * @throws RosterError `key-unreadable` where it is no private key at all
 */
export function needsPassphrase(privateKey: string): boolean {
  try {
    parsePrivateKey({ privateKey });
    return false;
  } catch (error) {
    if (!RosterError.is(error) || error.message !== keyUnreadable('passphrase-missing').message) throw error;
    return true;
  }
}
