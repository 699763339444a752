import * as vscode from 'vscode';
import type { Config } from '../../core/config/config';
import type { Target } from '../../core/delivery/target';
import { RosterError } from '../../core/errors';
import { phrase } from '../../core/text/say';
import { say } from '../say';

/**
 * The only target, or the one a person picks, the default one first; undefined where there is none.
 * @throws CancellationError where a person gives up
 */
export async function chooseTarget(
  { targets, defaultTarget }: Config,
  placeHolder = say('Upload to which target?'),
): Promise<Target | undefined> {
  if (targets.length < 2) return targets[0];
  const items = targets
    .map((target) => ({
      label: target.name,
      description: `${target.user}@${target.host}${target.name === defaultTarget ? ` · ${say('default')}` : ''}`,
      target,
    }))
    .sort((a, b) => Number(b.label === defaultTarget) - Number(a.label === defaultTarget));
  const picked = await vscode.window.showQuickPick(items, { placeHolder });
  if (picked === undefined) throw new vscode.CancellationError();
  return picked.target;
}

/**
 * The target of a name, or as `chooseTarget`, where there has to be one.
 * @throws RosterError `configuration` where there is none; CancellationError where a person gives up
 */
export async function requireTarget(
  config: Config,
  named: string | undefined,
  placeHolder: string,
): Promise<Target> {
  const known = config.targets.find(({ name }) => name === named);
  const target = known ?? (await chooseTarget(config, placeHolder));
  if (target !== undefined) return target;
  throw new RosterError(
    'configuration',
    phrase('There is no target yet.'),
    phrase('Run "OneRoster: Connect to SFTP Server" first.'),
  );
}
