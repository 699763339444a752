import { join } from 'node:path';
import { packageName } from '../../core/delivery/plan-package';
import type { RosterState } from '../../core/protocol';
import { resolveProfile } from '../../core/spec/specification';
import { readDistrictConfig } from '../config/district-config';
import { connect, type SavedTarget } from '../connect/connect';
import { saveRosterDocuments } from '../rosters/save-roster-documents';
import { folderOf } from '../rosters/rosters';
import type { Services } from '../services';
import { chooseTarget } from './choose-target';
import { inPackageFolder } from './in-package-folder';
import { makePackage } from './make-package';
import { passGate } from './pass-gate';
import { uploadMade } from './upload-made';

/**
 * Packages a roster into a temporary place and uploads it to a target. Without a target, one is connected first.
 * @param to the name of the target, where it is known
 * @throws RosterError; CancellationError where a person gives up before the upload
 */
export async function deliver(services: Services, roster: RosterState, to?: string): Promise<void> {
  await saveRosterDocuments(roster);
  const chosen = await targetFor(services, roster, to);
  await inPackageFolder(services, async (folder) => {
    const district = await readDistrictConfig(roster);
    const profile = resolveProfile(chosen.target.profile ?? district.config.profile ?? 'standard');
    const output = join(folder, packageName(folderOf(roster), profile));
    const made = await makePackage(services, roster, { output, target: chosen.target.name });
    const passed = await passGate(services, roster, made, chosen.target);
    await uploadMade(services, roster, { district, made, passed }, chosen);
  });
}

async function targetFor(services: Services, roster: RosterState, to?: string): Promise<SavedTarget> {
  const { config, path: configPath } = await readDistrictConfig(roster);
  const target = config.targets.find(({ name }) => name === to) ?? (await chooseTarget(config));
  return target === undefined ? connect(services, roster) : { target, configPath };
}
