import * as vscode from 'vscode';
import type { Preview } from '../../core/preview/preview';
import type { RosterState } from '../../core/protocol';
import { changeConfig, readDistrictConfig, type ConfigChange } from '../config/district-config';
import { say } from '../say';

/**
 * Opens the configuration where the mapping is. Where there is none it begins one, with each school as a location of its name.
 * @throws RosterError `configuration`, `file-unwritable`
 */
export async function openMapping(roster: RosterState, preview: Preview | undefined): Promise<void> {
  const config = await readDistrictConfig(roster);
  const isMapped = config.config.mapping.schools !== undefined;
  if (!isMapped && preview !== undefined) await changeConfig(config, beginningOf(preview));
  const document = await vscode.workspace.openTextDocument(vscode.Uri.file(config.path));
  const place = document.positionAt(Math.max(document.getText().indexOf('"mapping"'), 0));
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(place, place) });
}

function beginningOf({ schools, defaultLocation }: Preview): readonly ConfigChange[] {
  const mapped = schools.flatMap(({ sourcedId, location }): readonly ConfigChange[] =>
    location === undefined || sourcedId === ''
      ? []
      : [{ at: ['mapping', 'schools', sourcedId], value: location }],
  );
  const rest: readonly ConfigChange[] =
    defaultLocation === undefined
      ? [{ at: ['mapping', 'defaultLocation'], value: say('District Office') }]
      : [];
  return [...mapped, ...rest];
}
