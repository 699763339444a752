import * as vscode from 'vscode';
import { judgeDelivery, type JudgeAnswer, type JudgeParams } from '../../core/delivery-protocol';
import { changesText, totalChanges } from '../../core/delivery/changes-text';
import { ownReason } from '../../core/delivery/own-reason';
import type { ReceiptChanges } from '../../core/delivery/receipt';
import type { Target } from '../../core/delivery/target';
import { RosterError } from '../../core/errors';
import { inEnglish, phrase, sentence, spoken } from '../../core/text/say';
import type { RosterState } from '../../core/protocol';
import { takeOut } from '../../node/history/take-out';
import type { DistrictConfig } from '../config/district-config';
import { inPackageFolder } from '../deliver/in-package-folder';
import { uploadMade } from '../deliver/upload-made';
import { withLateProgress } from '../input/with-late-progress';
import type { Services } from '../services';
import { placeKey, type ListedDelivery } from './delivery-items';
import { moment, say } from '../say';

/**
 * Uploads a package that was delivered before, after asking. The change gate is not asked, for the package is one that was delivered
 * and somebody has chosen it; what it would change is said all the same.
 * @throws RosterError; CancellationError where a person gives up
 */
export async function sendAgain(
  services: Services,
  roster: RosterState,
  { delivery, isLatest }: ListedDelivery,
  district: DistrictConfig,
): Promise<void> {
  const { id, receipt } = delivery;
  const target = targetOf(district, delivery);
  await inPackageFolder(services, async (folder) => {
    const made = await takeOut(delivery, folder);
    const changes = isLatest ? undefined : await changesOf(services, roster, target, made.path);
    await confirm(target, { receipt, isLatest, changes });
    const passed = {
      ...(changes === undefined ? {} : { changes }),
      ...(isLatest
        ? { reason: spoken(ownReason('again', id), inEnglish) }
        : { reason: spoken(ownReason('rollback', id), inEnglish), rollbackTo: id }),
    };
    await uploadMade(services, roster, { district, made, passed }, { target, configPath: district.path });
  });
}

/** The target that a delivery went to, as the configuration has it now: only that says how to log in. */
function targetOf({ config }: DistrictConfig, { receipt }: ListedDelivery['delivery']): Target {
  const { name, host } = receipt.target;
  const there = config.targets.filter((target) => placeKey(target) === placeKey(receipt.target));
  const found = there.find((target) => target.name === name) ?? there[0];
  if (found !== undefined) return found;
  throw new RosterError(
    'configuration',
    sentence('No target of the configuration has the address that this was delivered to: {name} on {host}.', {
      name,
      host,
    }),
    phrase('Run "OneRoster: Connect to SFTP Server" to add it again.'),
  );
}

/** Against the last delivery; undefined where that cannot be read, for it must not stand in the way of a rollback. */
async function changesOf(
  { server, log }: Services,
  roster: RosterState,
  { host, port, user, path }: Target,
  packagePath: string,
): Promise<readonly ReceiptChanges[] | undefined> {
  const params: JudgeParams = { rosterUri: roster.uri, packagePath, place: { host, port, user, path } };
  try {
    const answer = await withLateProgress(say('Comparing with the last delivery'), (_, cancellation) =>
      server.ask<JudgeAnswer>(judgeDelivery, params, cancellation),
    );
    return answer.changes;
  } catch (error) {
    if (!RosterError.is(error) || error.code === 'cancelled') throw error;
    log.warn(`${error.code}: ${error.message}`);
    return undefined;
  }
}

interface Question {
  readonly receipt: ListedDelivery['delivery']['receipt'];
  readonly isLatest: boolean;
  readonly changes: readonly ReceiptChanges[] | undefined;
}

async function confirm(target: Target, { receipt, isLatest, changes }: Question): Promise<void> {
  const time = moment(receipt.time);
  const against =
    changes === undefined
      ? ''
      : ` ${say('Against what is there now: {changes}.', { changes: changesText(totalChanges(changes), say) })}`;
  const question = isLatest
    ? {
        message: say('Upload the package of {time} to {target} again?', { time, target: target.name }),
        detail: say('{name} goes to {host} once more, as it was then.', {
          name: receipt.package.name,
          host: target.host,
        }),
        button: say('Upload Again'),
      }
    : {
        message: say('Roll {target} back to the package of {time}?', { target: target.name, time }),
        detail: say(
          '{host} gets {name} as it was then.{against} The change gate is not asked. What people have changed at the consumer since then is not undone.',
          { host: target.host, name: receipt.package.name, against },
        ),
        button: say('Roll Back'),
      };
  const { message, detail, button } = question;
  const chosen = await vscode.window.showWarningMessage(message, { modal: true, detail }, button);
  if (chosen !== button) throw new vscode.CancellationError();
}
