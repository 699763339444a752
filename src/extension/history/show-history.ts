import * as vscode from 'vscode';
import type { RosterState } from '../../core/protocol';
import type { Delivery } from '../../node/history/delivery-history';
import { readDistrictConfig, type DistrictConfig } from '../config/district-config';
import { openHistory } from '../deliver/open-history';
import { wayTo, type Way } from '../deliver/way-to';
import { askChoice } from '../input/ask';
import { loadDelivery } from '../load-delivery';
import { requireTrust } from '../require-trust';
import type { Services } from '../services';
import { showText } from '../show-text';
import {
  actionItems,
  deliveryItem,
  historyTitle,
  listDeliveries,
  placeKey,
  type HistoryAction,
  type ListedDelivery,
} from './delivery-items';
import { moment, say } from '../say';

/**
 * Lists the deliveries of a roster, the latest first, and does what a person wants with one of them.
 * @param target the name of the only target that is meant
 * @throws RosterError; CancellationError where a person gives up
 */
export async function showHistory(services: Services, roster: RosterState, target?: string): Promise<void> {
  const district = await readDistrictConfig(roster);
  const history = await openHistory(roster, district);
  const { deliveries, damaged } = await history.list();
  if (damaged.length > 0) {
    services.log.warn('Receipts that cannot be understood are left out:', ...damaged);
    void vscode.window.showWarningMessage(
      say('{damaged} cannot be understood as a receipt, and is left out.', { damaged: damaged.join(', ') }),
    );
  }
  const listed = listDeliveries(target === undefined ? deliveries : ofTarget(deliveries, district, target));
  if (listed.length === 0) {
    void vscode.window.showInformationMessage(
      target === undefined
        ? say('Nothing has been delivered from {roster} yet.', { roster: roster.name })
        : say('Nothing has been delivered from {roster} to {target} yet.', { roster: roster.name, target }),
    );
    return;
  }
  const { chosen, action } = await choose(roster, listed);
  await act(services, roster, { chosen, action, district });
}

/** The deliveries to where the target is now; of one that is no longer in the configuration, those that went by its name. */
function ofTarget(
  deliveries: readonly Delivery[],
  { config }: DistrictConfig,
  name: string,
): readonly Delivery[] {
  const target = config.targets.find((each) => each.name === name);
  return deliveries.filter(({ receipt }) =>
    target === undefined ? receipt.target.name === name : placeKey(receipt.target) === placeKey(target),
  );
}

interface Choice {
  readonly chosen: ListedDelivery;
  readonly action: HistoryAction;
}

async function choose(roster: RosterState, listed: readonly ListedDelivery[]): Promise<Choice> {
  const place = { title: historyTitle(roster), totalSteps: 2 };
  const items = listed.map(deliveryItem);
  let at = listed[0];
  for (;;) {
    const picked = await askChoice({
      ...place,
      step: 1,
      items,
      value: at,
      placeholder: say('Which delivery?'),
    });
    if (picked === 'back') continue;
    const chosen = (at = picked.value);
    const { time, target } = chosen.delivery.receipt;
    const actions = actionItems(chosen, revealing(chosen.delivery)?.label ?? '');
    const placeholder = say('The delivery of {time} to {target}', {
      time: moment(time),
      target: target.name,
    });
    const question = { ...place, step: 2, items: actions, value: actions[0]?.value, placeholder };
    const action = await askChoice<HistoryAction>(question);
    if (action !== 'back') return { chosen, action: action.value };
  }
}

async function act(
  services: Services,
  roster: RosterState,
  { chosen, action, district }: Choice & { readonly district: DistrictConfig },
): Promise<void> {
  const { receipt, packagePath } = chosen.delivery;
  switch (action) {
    case 'receipt':
      await showText(
        say('Receipt of {time}.json', { time: moment(receipt.time) }),
        `${JSON.stringify(receipt, undefined, 2)}\n`,
      );
      break;
    case 'reveal':
      await revealing(chosen.delivery)?.go();
      break;
    case 'compare':
      await compareWith(services, roster, receipt.time, packagePath ?? '');
      break;
    case 'send': {
      requireTrust(say('Uploading'));
      await loadDelivery();
      const { sendAgain } = await import('./send-again');
      await sendAgain(services, roster, chosen, district);
    }
  }
}

async function compareWith(
  services: Services,
  roster: RosterState,
  time: string,
  path: string,
): Promise<void> {
  const { showComparison } = await import('../compare/comparison-view');
  const before = {
    uri: vscode.Uri.file(path).toString(),
    name: say('The package of {time}', { time: moment(time) }),
  };
  await showComparison(services, { before, after: { uri: roster.uri, name: roster.name } });
}

function revealing({ packagePath }: Delivery): Way | undefined {
  if (packagePath === undefined) return undefined;
  const way = wayTo(vscode.Uri.file(packagePath));
  return {
    ...way,
    label: way.label === say('Reveal') ? say('Reveal Package') : say('Open Folder of Package'),
  };
}
