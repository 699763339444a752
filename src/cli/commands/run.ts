import { resolve } from 'node:path';
import { RosterError } from '../../core/errors';
import type { Receipt } from '../../core/delivery/receipt';
import { RunLog } from '../../node/job/run-log';
import { readEnvFile } from '../../node/job/read-env-file';
import { describeEnd, runCommand } from '../../node/job/run-command';
import { writeWhole } from '../../node/write-whole';
import type { Arguments } from '../arguments';
import type { Command } from '../command';
import { loginOptions, passwordVariable, refusedSecrets, withoutPassword } from '../delivery-login';
import { exitCodes, type ExitCode } from '../../core/exit-codes';
import { gateOptions } from '../pass-gate';
import { planJob } from '../job/job-plan';
import { JobRun } from '../job/job-run';
import { summarize, summaryLine, type JobSummary } from '../job/job-summary';
import { rosterOptions } from '../settings';
import { visible, writeAll, type CliContext } from '../terminal';

const formats = ['text', 'json'] as const;

export const run: Command = {
  command: 'run',
  usage: 'run [path] [options]',
  summary: 'Does all of the nightly work: makes the files, checks, packages, uploads, and says how it went.',
  paths: 1,
  options: [
    ...loginOptions,
    {
      name: 'env-file',
      value: 'FILE',
      summary: `Read ${passwordVariable} from this file, which nobody else may read.`,
    },
    ...gateOptions,
    {
      name: 'prepare',
      value: 'COMMAND',
      summary: 'Run this first, in the folder of the roster, to make the files.',
    },
    { name: 'fresh-hours', value: 'N', summary: 'Stop where a file is older than that.' },
    {
      name: 'try',
      summary: 'Do everything but upload: log in and see whether the package could be put there.',
    },
    { name: 'notify', value: 'COMMAND', summary: 'Tell this how it went: JSON on its standard input.' },
    { name: 'summary', value: 'FILE', summary: 'Write how it went as JSON into this file.' },
    { name: 'log', value: 'FILE', summary: 'The log; run.log beside the deliveries unless given.' },
    { name: 'format', value: 'FORMAT', summary: 'How the summary is written.', choices: formats },
    ...rosterOptions,
  ],
  refused: refusedSecrets,
  notes: [
    'What is left out is taken from "job" and "targets" in oneroster.config.json.',
    `Nothing is asked. The password, or the passphrase of the key, may stand in ${passwordVariable}.`,
    'Exit codes: 0 delivered, 1 the roster has errors, 2 arguments, configuration, files or another run, 3 refused by the change gate, 4 connection or transfer failed, 130 cancelled.',
  ],
  run: runJob,
};

async function runJob(args: Arguments, outer: CliContext): Promise<ExitCode> {
  const context = await withEnvFile(args, outer);
  const started = new Date();
  const format = args.choice('format', formats) ?? 'text';
  const plan = await planJob(args, context);
  const log = new RunLog(plan.logFile);
  await log.open();
  await log.write('info', `Run of ${plan.folder} for ${plan.target.name} (${plan.target.host}) begins.`);
  const job = new JobRun(plan, log, context);
  const outcome = await workOrFailure(job, log);
  const { folder: roster, target } = plan;
  const summary = summarize({ started, roster, target, problems: job.problems, outcome });
  await log.write(summary.exitCode === exitCodes.ok ? 'info' : 'error', summaryLine(summary));
  await tell(summary, { args, context, log, notify: args.text('notify') ?? plan.settings.config.job.notify });
  const text =
    format === 'json' ? `${JSON.stringify(summary, undefined, 2)}\n` : `${visible(summaryLine(summary))}\n`;
  await writeAll(context.stdout, [text]);
  if (outcome instanceof RosterError) context.stderr.write(`${visible(outcome.remedy)}\n`);
  return summary.exitCode;
}

async function withEnvFile(args: Arguments, context: CliContext): Promise<CliContext> {
  const file = args.text('env-file');
  if (file === undefined) return context;
  return { ...context, env: { ...context.env, ...(await readEnvFile(resolve(context.cwd, file))) } };
}

async function workOrFailure(job: JobRun, log: RunLog): Promise<Receipt | RosterError> {
  try {
    return await job.work();
  } catch (error) {
    if (RosterError.is(error)) return error;
    await log.write('error', 'The run ended by a bug in OneRoster, not in the files.');
    throw error;
  }
}

interface Listeners {
  readonly args: Arguments;
  readonly context: CliContext;
  readonly log: RunLog;
  readonly notify: string | undefined;
}

/** How long the command that is told may take; in milliseconds. */
const notifyTimeout = 60_000;

/** Tells those who want to know. That one of them does not listen changes nothing about the run. */
async function tell(summary: JobSummary, { args, context, log, notify }: Listeners): Promise<void> {
  const text = `${JSON.stringify(summary, undefined, 2)}\n`;
  const file = args.text('summary');
  if (file !== undefined) await writeWhole(resolve(context.cwd, file), text);
  if (notify === undefined) return;
  const env = {
    ...withoutPassword(context.env),
    ONEROSTER_EXIT_CODE: String(summary.exitCode),
    ONEROSTER_SUMMARY: summaryLine(summary),
  };
  const end = await runCommand({
    command: notify,
    cwd: context.cwd,
    env,
    timeout: notifyTimeout,
    input: text,
  });
  if (end.kind === 'exit' && end.code === 0) return;
  const message = `The command to notify ${describeEnd(end, notifyTimeout)}.`;
  await log.write('warning', message);
  context.stderr.write(`${message}\n`);
}
