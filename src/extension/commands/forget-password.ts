import * as vscode from 'vscode';
import { askedFor, rosterFor, type AskedFor } from '../rosters/asked-for';
import type { Command, Services } from '../services';
import { say } from '../say';

/** Removes a saved password or passphrase from the keychain. */
export const forgetPassword: Command = async (services, argument) => {
  const { secrets } = services;
  const asked = askedFor(argument);
  if (asked?.target !== undefined) {
    await forgetOf(services, asked);
    return;
  }
  const saved = secrets.saved();
  if (saved.length === 0) {
    void vscode.window.showInformationMessage(say('No password is saved.'));
    return;
  }
  const items = saved.map((key) => ({ label: readable(key), key }));
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder: say('Which one should be forgotten?'),
  });
  if (picked === undefined) return;
  await secrets.forget(picked.key);
  void vscode.window.showInformationMessage(say('Forgotten: {label}.', { label: picked.label }));
};

/** Forgets what was saved for one target. */
async function forgetOf(services: Services, asked: AskedFor): Promise<void> {
  const roster = await rosterFor(services, asked);
  const { readDistrictConfig } = await import('../config/district-config');
  const { config } = await readDistrictConfig(roster);
  const target = config.targets.find(({ name }) => name === asked.target);
  const keys = target === undefined ? [] : services.secrets.savedFor(target);
  for (const key of keys) await services.secrets.forget(key);
  void vscode.window.showInformationMessage(
    keys.length === 0
      ? say('No password is saved for {target}.', { target: asked.target ?? '' })
      : say('Forgotten what was saved for {target}.', { target: asked.target ?? '' }),
  );
}

function readable(key: string): string {
  return key
    .replace(/^oneroster:passphrase:/, say('passphrase for '))
    .replace(/^oneroster:key:/, say('private key for '))
    .replace(/^oneroster:/, '');
}
