import * as vscode from 'vscode';
import { secretName } from '../../core/delivery/find-secrets';

/** Settings of the user's own that hold secrets, by their full names. */
export function secretSettings(): readonly { readonly name: string; readonly value: string }[] {
  const settings = vscode.workspace.getConfiguration('oneroster');
  return Object.keys(settings).flatMap((key) => {
    const value: unknown = secretName.test(key) ? settings.inspect(key)?.globalValue : undefined;
    return typeof value === 'string' && value !== '' ? [{ name: `oneroster.${key}`, value }] : [];
  });
}
