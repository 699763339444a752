import { join, resolve } from 'node:path';
import type { Target } from '../../core/delivery/target';
import type { DeliveryHistory } from '../../node/history/delivery-history';
import { runLogName } from '../../node/job/job-place';
import type { Credential } from '../../node/sftp/credential';
import type { Arguments } from '../arguments';
import { historyOf } from '../deliver';
import { chooseCredential, chooseTarget } from '../delivery-login';
import { agreementOf, type GateAgreement } from '../pass-gate';
import { readSettings, settingsFor, type RosterSettings } from '../settings';
import type { CliContext } from '../terminal';

/** What a run will do, settled before it does any of it. */
export interface JobPlan {
  /** The roster's folder. */
  readonly folder: string;
  readonly settings: RosterSettings;
  readonly target: Target;
  readonly credential: Credential;
  readonly history: DeliveryHistory;
  readonly lockFile: string;
  readonly logFile: string;
  readonly prepare: string | undefined;
  /** In milliseconds. */
  readonly prepareTimeout: number;
  readonly freshHours: number | undefined;
  readonly agreed: GateAgreement;
  /** Whether all is done but the upload. */
  readonly isTrial: boolean;
}

const usualPrepareMinutes = 30;

/** @throws RosterError for everything that is wrong with the arguments or the configuration */
export async function planJob(args: Arguments, context: CliContext): Promise<JobPlan> {
  const path = args.paths[0] ?? '.';
  const folder = resolve(context.cwd, path);
  const read = await readSettings(path, args, context);
  const { job } = read.config;
  const target = chooseTarget(args, read, context, job.target);
  const settings = settingsFor(target, read, args);
  const history = await historyOf(folder, settings);
  const log = args.text('log');
  return {
    folder,
    settings,
    target,
    credential: chooseCredential(target, args, context),
    history,
    lockFile: join(history.folder, 'run.lock'),
    logFile: log === undefined ? join(history.folder, runLogName) : resolve(context.cwd, log),
    prepare: args.text('prepare') ?? job.prepare,
    prepareTimeout: (job.prepareMinutes ?? usualPrepareMinutes) * 60_000,
    freshHours: args.wholeNumber('fresh-hours') ?? job.freshHours,
    agreed: agreementOf(args),
    isTrial: args.has('try'),
  };
}
