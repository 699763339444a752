import * as vscode from 'vscode';
import type { Config } from '../../core/config/config';
import type { Target } from '../../core/delivery/target';
import { say } from '../say';

/** The only target, or the one a person picks, the default one first; undefined where there is none. */
export async function chooseTarget({ targets, defaultTarget }: Config): Promise<Target | undefined> {
  if (targets.length < 2) return targets[0];
  const items = targets
    .map((target) => ({
      label: target.name,
      description: `${target.user}@${target.host}${target.name === defaultTarget ? ' · default' : ''}`,
      target,
    }))
    .sort((a, b) => Number(b.label === defaultTarget) - Number(a.label === defaultTarget));
  const picked = await vscode.window.showQuickPick(items, { placeHolder: say('Upload to which target?') });
  if (picked === undefined) throw new vscode.CancellationError();
  return picked.target;
}
