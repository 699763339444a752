import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { CsvScanner } from '../../core/csv/scan-csv';
import { packageName } from '../../core/delivery/plan-package';
import type { Receipt } from '../../core/delivery/receipt';
import { RosterError } from '../../core/errors';
import type { RosterInput } from '../../core/model/roster-input';
import type { Totals } from '../../core/rules/engine/problem';
import { resolveProfile } from '../../core/spec/specification';
import { cancelled } from '../../node/cancel';
import { checkFreshness } from '../../node/job/freshness';
import { describeEnd, runCommand } from '../../node/job/run-command';
import { takeLock } from '../../node/job/run-lock';
import type { RunLog } from '../../node/job/run-log';
import { packageRoster } from '../../node/package-roster';
import { readRosterInput } from '../../node/read-roster-input';
import { deliver } from '../deliver';
import { receiptOf } from '../receipt';
import { tryTarget } from '../send-package';
import { withoutPassword } from '../delivery-login';
import { passGate, type GatePassed } from '../pass-gate';
import type { ReadyPackage } from '../ready-package';
import { counted } from '../../core/text/counted';
import { type CliContext } from '../terminal';
import type { JobPlan } from './job-plan';

/** One run: makes the files, checks, packages and delivers them, and writes down each step. */
export class JobRun {
  readonly #plan: JobPlan;
  readonly #scanner = new CsvScanner();
  readonly #log: RunLog;
  readonly #context: CliContext;
  /** What was found by checking, once that is known. */
  problems: Totals | undefined;

  constructor(plan: JobPlan, log: RunLog, context: CliContext) {
    this.#plan = plan;
    this.#log = log;
    this.#context = context;
  }

  /** @throws RosterError for everything that stops it; what the server has is then what it had before */
  async work(): Promise<Receipt> {
    const lock = await takeLock(this.#plan.lockFile);
    try {
      if (lock.wasStale)
        await this.#log.write('warning', 'The last run did not end; its lock was taken over.');
      await this.#prepare();
      const input = await this.#read();
      return await this.#deliver(input);
    } finally {
      await lock.release();
    }
  }

  async #prepare(): Promise<void> {
    const { prepare: command, prepareTimeout: timeout, folder: cwd } = this.#plan;
    if (command === undefined) return;
    const { signal } = this.#context;
    const env = withoutPassword(this.#context.env);
    await this.#log.write('info', 'Making the CSV files.');
    const end = await runCommand({ command, cwd, env, timeout, signal });
    if (end.kind === 'cancelled') throw cancelled();
    if (end.kind === 'exit' && end.code === 0) return;
    throw new RosterError(
      'export-failed',
      `The command that makes the CSV files ${describeEnd(end, timeout)}.`,
      'Run it by hand in the folder of the roster, and see what it says. Nothing was sent.',
    );
  }

  async #read(): Promise<RosterInput> {
    const { folder, settings, freshHours } = this.#plan;
    const { signal } = this.#context;
    const scanner = this.#scanner;
    const input = await readRosterInput(folder, { signal, ignore: settings.config.ignore, scanner });
    await this.#log.write('info', `Read ${counted(input.entries.length, 'file')}.`);
    if (freshHours !== undefined) await checkFreshness(input, freshHours);
    return input;
  }

  async #deliver(input: RosterInput): Promise<Receipt> {
    const { target, credential, settings, history } = this.#plan;
    const temporary = await mkdtemp(join(tmpdir(), 'oneroster-'));
    try {
      const ready = await this.#package(input, temporary);
      await this.#log.write(
        'info',
        `Packaged ${ready.name}: ${counted(ready.bytes, 'byte')}, SHA-256 ${ready.sha256}.`,
      );
      const { agreed, isTrial } = this.#plan;
      const question = { packagePath: ready.path, target, settings, history, agreed };
      const passed = await passGate(question, this.#context);
      if (isTrial) return await this.#tryTarget(ready, passed);
      const order = { ready, settings, target, credential, history, ...passed };
      const receipt = await deliver(order, this.#context);
      await this.#log.write('info', `Uploaded to ${target.host} as ${receipt.upload?.remotePath ?? ''}.`);
      return receipt;
    } finally {
      await rm(temporary, { recursive: true, force: true });
    }
  }

  /** Logs in and finds out whether the package could be put there. */
  async #tryTarget(ready: ReadyPackage, passed: GatePassed): Promise<Receipt> {
    const { settings, target, credential } = this.#plan;
    await tryTarget(target, credential, this.#context);
    await this.#log.write(
      'info',
      `Logged in to ${target.host}; the package could be put there. Nothing was sent.`,
    );
    return receiptOf({ ready, settings, target, ...passed }, new Date());
  }

  async #package(input: RosterInput, temporary: string): Promise<ReadyPackage> {
    const { folder, settings } = this.#plan;
    const { config, validate } = settings;
    const output = join(temporary, packageName(folder, validate.profile ?? resolveProfile('standard')));
    try {
      const result = await packageRoster(input, {
        ...validate,
        scanner: this.#scanner,
        output,
        manifest: config.package.manifest,
        forDelivery: true,
        signal: this.#context.signal,
        onValidated: ({ totals }) => (this.problems = totals),
      });
      return { ...result, name: basename(result.path) };
    } finally {
      if (this.problems !== undefined)
        await this.#log.write('info', `Checked: ${describeTotals(this.problems)}.`);
    }
  }
}

/** Rules with counts, and nothing of what they found: that would be values out of the files. */
function describeTotals({ error, warning, information, byRule }: Totals): string {
  const rules = Object.entries(byRule).map(([rule, count]) => `${rule} ${String(count)}`);
  const counts = [
    counted(error, 'error'),
    counted(warning, 'warning'),
    `${information.toLocaleString('en-US')} information`,
  ];
  return `${counts.join(', ')}${rules.length === 0 ? '' : ` (${rules.join(', ')})`}`;
}
