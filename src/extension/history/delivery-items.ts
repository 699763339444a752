import * as vscode from 'vscode';
import { changesText, totalChanges } from '../../core/delivery/changes-text';
import { recordsIn } from '../../core/delivery/delivered-amounts';
import { describeGuarantee } from '../../core/delivery/guarantee';
import { saidReason } from '../../core/delivery/own-reason';
import type { Receipt } from '../../core/delivery/receipt';
import type { RosterState } from '../../core/protocol';
import type { Delivery } from '../../node/history/delivery-history';
import type { ChoiceItem } from '../input/ask';
import { counted, moment, say } from '../say';

/** A delivery, and whether it is the last one to its place. */
export interface ListedDelivery {
  readonly delivery: Delivery;
  readonly isLatest: boolean;
}

/** Says of each delivery whether it is the last one to its place. @param deliveries the latest first */
export function listDeliveries(deliveries: readonly Delivery[]): readonly ListedDelivery[] {
  const seen = new Set<string>();
  return deliveries.map((delivery) => {
    const place = placeKey(delivery.receipt.target);
    const isLatest = !seen.has(place);
    seen.add(place);
    return { delivery, isLatest };
  });
}

/** Tells places apart, whatever the targets are called. */
export function placeKey({ host, port, user, path }: Omit<Receipt['target'], 'name' | 'hostKey'>): string {
  return JSON.stringify([host.toLowerCase(), port, user, path]);
}

/** A delivery as a line to choose: when and where to, what changed, how it went. */
export function deliveryItem(listed: ListedDelivery): ChoiceItem<ListedDelivery> {
  const { delivery, isLatest } = listed;
  const { receipt, packagePath } = delivery;
  const { time, target, reason, rollbackTo } = receipt;
  const notes = [
    ...(isLatest ? [say('delivered last')] : []),
    ...(rollbackTo === undefined ? [] : [say('a rollback')]),
    ...(packagePath === undefined ? [say('package no longer kept')] : []),
  ];
  return {
    label: `$(${isLatest ? 'cloud' : 'history'}) ${moment(time)}`,
    description: plain([`${target.name} (${target.host})`, ...notes].join(' · ')),
    detail: plain(
      [
        whatChanged(receipt),
        howItWent(receipt),
        ...(reason === undefined ? [] : [saidReason(reason, say)]),
      ].join(' · '),
    ),
    value: listed,
  };
}

export function whatChanged({ changes, files }: Receipt): string {
  if (changes !== undefined) return changesText(totalChanges(changes), say);
  return `${counted(files.length, 'file')}, ${counted(recordsIn(files), 'record')}`;
}

function howItWent({ upload }: Receipt): string {
  return upload === undefined ? '' : describeGuarantee(upload, say);
}

/** Names and reasons are other people's texts, and `$(…)` would be an icon. */
function plain(text: string): string {
  return text.replaceAll('$(', '(');
}

/** What the list is called. */
export function historyTitle({ name }: RosterState): string {
  return say('Delivery History of {name}', { name: plain(name) });
}

export type HistoryAction = 'send' | 'receipt' | 'reveal' | 'compare';

/** What can be done with a delivery, the likeliest first. */
export function actionItems(
  { delivery: { packagePath }, isLatest }: ListedDelivery,
  reveal: string,
): readonly ChoiceItem<HistoryAction>[] {
  const receipt = { label: `$(output) ${say('Show Receipt')}`, value: 'receipt' } as const;
  if (packagePath === undefined) return [receipt];
  const send = isLatest
    ? {
        label: `$(cloud-upload) ${say('Upload Again')}`,
        detail: say('Sends the package once more, as it was then'),
      }
    : {
        label: `$(discard) ${say('Roll Back to This Package')}`,
        detail: say('Sends the package once more, so that the server has what it had then'),
      };
  return [
    receipt,
    {
      label: `$(folder-opened) ${reveal}`,
      description: vscode.workspace.asRelativePath(packagePath),
      value: 'reveal',
    },
    {
      label: `$(diff) ${say('Compare with the Roster')}`,
      detail: say('What has changed in the roster since'),
      value: 'compare',
    },
    { ...send, value: 'send' },
  ];
}
