import * as vscode from 'vscode';
import type { Target } from '../../core/delivery/target';
import type { RosterState } from '../../core/protocol';
import { listRemoteFolder, type RemoteEntry } from '../../node/sftp/remote-folder';
import { withRetries } from '../../node/sftp/with-retries';
import { formatBytes } from '../amounts';
import { readDistrictConfig } from '../config/district-config';
import { targetOpening } from '../connect/open-target';
import type { Services } from '../services';
import { requireTarget } from './choose-target';
import { moment, number, say } from '../say';

const kindWords: Readonly<Record<Exclude<RemoteEntry['kind'], 'file'>, string>> = {
  folder: say('folder'),
  other: say('no file'),
};

/**
 * Shows what lies in the folder of a target: names, sizes, times. Nothing there is changed.
 * @param of the name of the target, where it is known
 * @throws RosterError for what network, server and login can do; CancellationError where a person gives up
 */
export async function showRemoteFolder(services: Services, roster: RosterState, of?: string): Promise<void> {
  const { config, path: configPath } = await readDistrictConfig(roster);
  const target = await requireTarget(config, of, say('Look at which target?'));
  for (;;) {
    const entries = await list(services, target, configPath);
    if (!(await wantsFreshList(target, entries))) return;
  }
}

async function list(services: Services, target: Target, configPath: string): Promise<readonly RemoteEntry[]> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: say('Looking at {host}', { host: target.host }),
    cancellable: true,
  };
  return vscode.window.withProgress(options, async (progress, cancellation) => {
    const onStep = (message: string) => progress.report({ message });
    const opening = await targetOpening(services, { target, configPath, onStep, cancellation });
    return services.turns.run(target, () =>
      withRetries(opening.options, async (session) => {
        await opening.keepSecret();
        return listRemoteFolder(session, target.path, opening.options.signal);
      }),
    );
  });
}

/** True where a person asks for the list once more. */
async function wantsFreshList(target: Target, entries: readonly RemoteEntry[]): Promise<boolean> {
  const again = { label: say('$(refresh) Look Again'), isAgain: true };
  const items = entries.map(({ name, kind, size, changed }) => ({
    label: `$(${kind === 'folder' ? 'folder' : 'file'}) ${name}`,
    description: kind === 'file' ? formatBytes(size) : kindWords[kind],
    detail: say('Changed {changed}', { changed: moment(changed.toISOString()) }),
    isAgain: false,
  }));
  const count = entries.length === 0 ? say('empty') : number(entries.length);
  const picked = await vscode.window.showQuickPick([...items, again], {
    title: `${target.host}: ${target.path} (${count})`,
    placeHolder: say('What lies in the folder of the target'),
    matchOnDescription: true,
  });
  return picked?.isAgain === true;
}
