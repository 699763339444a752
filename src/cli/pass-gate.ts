import type { Target } from '../core/delivery/target';
import type { ReceiptChanges } from '../core/delivery/receipt';
import { RosterError } from '../core/errors';
import { reasonsLeft, type GateReason, type GateVerdict } from '../core/gate/verdict';
import { judgePackage } from '../node/gate/judge-package';
import type { DeliveryHistory } from '../node/history/delivery-history';
import type { Arguments, OptionFact } from './arguments';
import type { RosterSettings } from './settings';
import { visible, type CliContext } from './terminal';

/** The options that say beforehand what the change gate would have to ask. */
export const gateOptions: readonly OptionFact[] = [
  {
    name: 'first-delivery',
    summary: 'There has been no delivery to this target from here, and that is right.',
  },
  {
    name: 'allow-removals',
    value: 'N',
    summary: 'Up to so many records may be removed, whatever share that is.',
  },
  {
    name: 'allow-changes',
    summary: 'However many records may change, and files may be replaced that cannot be compared.',
  },
  { name: 'despite-blackout', summary: 'Deliver although today is a blackout date.' },
  { name: 'reason', value: 'TEXT', summary: 'Why, for the receipt.' },
];

/** What somebody has agreed to beforehand. */
export interface GateAgreement {
  readonly first: boolean;
  readonly removals: number | undefined;
  readonly changes: boolean;
  readonly blackout: boolean;
  readonly reason: string | undefined;
}

export function agreementOf(args: Arguments): GateAgreement {
  return {
    first: args.has('first-delivery'),
    removals: args.wholeNumber('allow-removals'),
    changes: args.has('allow-changes'),
    blackout: args.has('despite-blackout'),
    reason: args.text('reason'),
  };
}

export interface GateQuestion {
  readonly packagePath: string;
  readonly target: Target;
  readonly settings: RosterSettings;
  readonly history: DeliveryHistory;
  readonly agreed: GateAgreement;
}

/** What a receipt says of the gate. */
export interface GatePassed {
  readonly changes: readonly ReceiptChanges[] | undefined;
  readonly reason: string | undefined;
}

/**
 * Compares a package with the last one delivered to its target.
 * @throws RosterError `gate-refused` where more would change than is allowed and nobody has agreed to that
 */
export async function passGate(question: GateQuestion, context: CliContext): Promise<GatePassed> {
  const { packagePath, target, settings, history, agreed } = question;
  const { thresholds, blackout } = settings.config;
  const { verdict, changes } = await judgePackage({
    ...{ history, place: target, packagePath, thresholds },
    blackouts: blackout,
    today: settings.validate.asOf,
    signal: context.signal,
  });
  const left = reasonsNotAgreed(verdict, agreed);
  if (left.length > 0) throw refused(target, left, verdict);
  const { reasons } = verdict;
  for (const { message } of reasons) context.stderr.write(`${visible(message)}\n`);
  return { changes, reason: reasons.length === 0 ? undefined : agreed.reason };
}

/** The reasons that nobody has agreed to beforehand. */
export function reasonsNotAgreed(verdict: GateVerdict, agreed: GateAgreement): readonly GateReason[] {
  return reasonsLeft(verdict, agreed).filter(({ code }) => {
    if (code === 'changed' || code === 'not-comparable') return !agreed.changes;
    return code !== 'blackout' || !agreed.blackout;
  });
}

function refused({ name }: Target, reasons: readonly GateReason[], { counts }: GateVerdict): RosterError {
  const see =
    counts.files.length === 0 ? '' : '"oneroster review" shows what would change, school by school. ';
  const messages = reasons.map(({ message }) => message);
  return new RosterError(
    'gate-refused',
    `The change gate has stopped the delivery to ${name}; the server has what it had.\n${messages.join('\n')}`,
    `${see}If that is what you want, say so: ${optionsFor(reasons, counts.removed)}`,
  );
}

/** The options that agree to all of these reasons, as they are written. */
export function optionsFor(reasons: readonly GateReason[], removed: number): string {
  return [...new Set(reasons.map((reason) => optionFor(reason, removed)))].join(' ');
}

/** The option that agrees to a reason, as it is written. @param removed how many records would be removed in all */
export function optionFor({ code }: GateReason, removed: number): string {
  switch (code) {
    case 'first-delivery':
      return '--first-delivery';
    case 'blackout':
      return '--despite-blackout';
    case 'changed':
    case 'not-comparable':
      return '--allow-changes';
    case 'emptied':
    case 'school-gone':
    case 'removed':
    case 'removed-of-school':
    case 'new-ids':
      return `--allow-removals ${String(removed)}`;
  }
}
