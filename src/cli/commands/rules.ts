import type { Rule } from '../../core/rules/engine/define-rule';
import { severityOf } from '../../core/rules/engine/run-rules';
import { rules as allRules } from '../../core/rules/registry.generated';
import { resolveProfile } from '../../core/spec/specification';
import type { OneRosterVersion, ProfileFact, Severity } from '../../core/spec/types';
import type { Arguments } from '../arguments';
import type { Command } from '../command';
import { exitCodes, type ExitCode } from '../../core/exit-codes';
import { pageAddress } from '../page-address';
import { readSettings, rosterOptions } from '../settings';
import { counted } from '../../core/text/counted';
import { paintFor, writeAll, type CliContext, type Paint } from '../terminal';
import { tool } from '../tool';

const formats = ['text', 'json'] as const;

export const rulesCommand: Command = {
  command: 'rules',
  usage: 'rules [path] [options]',
  summary: 'Lists the rules that are in force, with their severities.',
  paths: 1,
  options: [
    { name: 'format', value: 'FORMAT', summary: 'How the list is written.', choices: formats },
    ...rosterOptions.filter(({ name }) => name === 'profile' || name === 'oneroster-version'),
  ],
  notes: [
    'The path says where to look for oneroster.config.json; nothing else is read there.',
    'Without a version, the severities are those that most versions have, and others are named beside them.',
  ],
  run: runRulesCommand,
};

/** A rule as it stands for one profile and configuration. */
interface RuleInForce {
  readonly id: string;
  readonly area: string;
  readonly severity: Severity | 'off';
  /** The severity that the rule itself has. */
  readonly usual: Severity;
  /** Who changed it. */
  readonly changedBy: 'profile' | 'configuration' | null;
  /** Where a version's own severity counts and differs. */
  readonly severityIn: Partial<Record<OneRosterVersion, Severity>>;
  /** The versions that it applies to; null stands for all. */
  readonly versions: readonly OneRosterVersion[] | null;
  readonly summary: string;
  readonly page: string;
}

async function runRulesCommand(args: Arguments, context: CliContext): Promise<ExitCode> {
  const format = args.choice('format', formats) ?? 'text';
  const { validate, config } = await readSettings(args.paths[0] ?? '.', args, context);
  const profile = validate.profile ?? resolveProfile('standard');
  const { version } = validate;
  const rules = allRules
    .filter((rule: Rule) => version === undefined || rule.versions?.includes(version) !== false)
    .map((rule) => describeRule(rule, profile, config.rules, version));
  const text =
    format === 'json'
      ? `${JSON.stringify({ tool, profile: profile.id, version: version ?? null, rules }, undefined, 2)}\n`
      : formatRules(rules, `Profile ${profile.id}, OneRoster ${version ?? 'of any version'}`, context);
  await writeAll(context.stdout, [text]);
  return exitCodes.ok;
}

function describeRule(
  rule: Rule,
  profile: ProfileFact,
  configured: Readonly<Record<string, Severity | 'off'>>,
  version: OneRosterVersion | undefined,
): RuleInForce {
  const { id, area, summary, versions = null } = rule;
  const usual = (version === undefined ? undefined : rule.severityIn?.[version]) ?? rule.severity;
  const set = configured[id] ?? profile.severities[id];
  const severity = version === undefined ? (set ?? usual) : inVersion();
  const changedBy = severity === usual ? null : configured[id] === undefined ? 'profile' : 'configuration';
  const severityIn = version === undefined && set === undefined ? (rule.severityIn ?? {}) : {};
  const page = pageAddress(`docs/rules/${id}.md`);
  return { id, area, severity, usual, changedBy, severityIn, versions, summary, page };

  function inVersion(): Severity | 'off' {
    const severities = { ...profile.severities, ...configured };
    return severityOf(rule, { version: version ?? '1.1', profile: { ...profile, severities } });
  }
}

function formatRules(rules: readonly RuleInForce[], head: string, context: CliContext): string {
  const paint = paintFor(context.stdout, context.env);
  const lines = rules.flatMap((rule) => formatRule(rule, paint));
  return [`${head}: ${counted(rules.length, 'rule')}`, ...lines, ''].join('\n');
}

function formatRule(rule: RuleInForce, paint: Paint): readonly string[] {
  const { id, severity, usual, changedBy, severityIn, versions, summary, page } = rule;
  const remarks = [
    ...(changedBy === null ? [] : [`${usual} unless the ${changedBy} changes it`]),
    ...Object.entries(severityIn).map(([version, other]) => `${other} in ${version}`),
    ...(versions === null ? [] : [`only ${versions.join(', ')}`]),
  ];
  const remark = remarks.length === 0 ? '' : ` (${remarks.join('; ')})`;
  return ['', `${paint(id, 'bold')} ${severity}${remark}`, `  ${summary}`, `  ${page}`];
}
