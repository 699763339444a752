import { phrase, sentence } from '../text/say';
import type { Target } from '../delivery/target';
import { nearestName } from '../spec/nearest-name';
import { isVersion, profileIds, versions } from '../spec/specification';
import type { Severity } from '../spec/types';
import { checkDeliveries } from './check-deliveries';
import { checkJob } from './check-job';
import { checkMapping } from './check-mapping';
import { checkSuppressions } from './check-suppressions';
import { checkTarget } from './check-target';
import { checkBlackout, checkThresholds } from './check-thresholds';
import { emptyConfig, type Config, type ConfigProblem, type JsonNode, type PackageConfig } from './config';
import { JsonReader, type JsonProperty } from './json-reader';

/** The settings of a configuration, in the order in which they are listed to people. */
export const configSettings = [
  '$schema',
  'version',
  'profile',
  'rules',
  'ignore',
  'suppress',
  'baseline',
  'package',
  'deliveries',
  'job',
  'mapping',
  'targets',
  'defaultTarget',
  'thresholds',
  'blackout',
] as const;

const severities: readonly (Severity | 'off')[] = ['error', 'warning', 'information', 'off'];

export interface CheckedConfig {
  /** What could be understood. With a problem of severity error, it is not what its author meant. */
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
}

/**
 * Checks a configuration and gives its settings. It never fails: each mistake is a problem at its place, and the setting
 * is left out. Without a tree, as for an empty file, nothing is settled.
 * @param ruleIds the rules that there are
 */
export function checkConfig(root: JsonNode | undefined, ruleIds: readonly string[]): CheckedConfig {
  if (root === undefined) return { config: emptyConfig, problems: [] };
  const reader = new JsonReader();
  const settings = new Map<string, JsonProperty>();
  for (const property of reader.properties(root, phrase('The configuration'))) {
    if (configSettings.some((known) => known === property.name)) settings.set(property.name, property);
    else reader.unknown(property, configSettings, phrase('The configuration'));
  }
  const node = (name: (typeof configSettings)[number]) => settings.get(name)?.value;
  const targets = checkTargets(reader, node('targets'));
  const config: Config = {
    ...checkVersion(reader, node('version')),
    ...checkProfile(reader, node('profile')),
    rules: checkRules(reader, node('rules'), ruleIds),
    ignore: checkIgnore(reader, node('ignore')),
    suppress: checkSuppressions(reader, node('suppress'), ruleIds),
    ...checkBaselinePath(reader, node('baseline')),
    package: checkPackage(reader, node('package')),
    deliveries: checkDeliveries(reader, node('deliveries')),
    job: checkJob(reader, node('job')),
    mapping: checkMapping(reader, node('mapping')),
    targets,
    ...checkDefaultTarget(reader, node('defaultTarget'), node('targets')),
    thresholds: checkThresholds(reader, node('thresholds')),
    blackout: checkBlackout(reader, node('blackout')),
  };
  return { config, problems: [...reader.problems].sort((a, b) => a.start - b.start || a.end - b.end) };
}

function checkVersion(reader: JsonReader, node: JsonNode | undefined): Pick<Config, 'version'> {
  if (node === undefined) return {};
  const version = reader.choice(node, ['auto', ...versions], '"version"');
  return version !== undefined && isVersion(version) ? { version } : {};
}

function checkProfile(reader: JsonReader, node: JsonNode | undefined): Pick<Config, 'profile'> {
  const profile = node === undefined ? undefined : reader.choice(node, profileIds, '"profile"');
  return profile === undefined ? {} : { profile };
}

function checkRules(reader: JsonReader, node: JsonNode | undefined, ids: readonly string[]): Config['rules'] {
  if (node === undefined) return {};
  const chosen: [string, Severity | 'off'][] = [];
  for (const { name, key, value } of reader.properties(node, '"rules"')) {
    if (!ids.includes(name)) reader.unknownRule(key, name, ids);
    const severity = reader.choice(value, severities, `"${name}"`);
    if (severity !== undefined) chosen.push([name, severity]);
  }
  return Object.fromEntries(chosen);
}

function checkIgnore(reader: JsonReader, node: JsonNode | undefined): readonly string[] {
  if (node === undefined) return [];
  const patterns = reader.texts(node, '"ignore"');
  for (const item of node.children ?? []) {
    if (typeof item.value !== 'string' || !/[/\\]/.test(item.value)) continue;
    reader.report(
      item,
      sentence('"{value}" names a folder; "ignore" takes the names of files, such as "*-old.csv"', {
        value: item.value,
      }),
    );
  }
  return patterns;
}

function checkBaselinePath(reader: JsonReader, node: JsonNode | undefined): Pick<Config, 'baseline'> {
  const baseline = node === undefined ? undefined : reader.text(node, '"baseline"');
  return baseline === undefined ? {} : { baseline };
}

const packageSettings = ['manifest', 'output'] as const;

function checkPackage(reader: JsonReader, node: JsonNode | undefined): PackageConfig {
  let config: PackageConfig = {};
  if (node === undefined) return config;
  for (const property of reader.properties(node, '"package"')) {
    const { name, value } = property;
    if (name === 'manifest') {
      const manifest = reader.choice(value, ['keep', 'omit'], '"manifest"');
      if (manifest !== undefined) config = { ...config, manifest };
    } else if (name === 'output') {
      const output = reader.text(value, '"output"');
      if (output !== undefined) config = { ...config, output };
    } else reader.unknown(property, packageSettings, '"package"');
  }
  return config;
}

function checkTargets(reader: JsonReader, node: JsonNode | undefined): readonly Target[] {
  if (node === undefined) return [];
  return reader.properties(node, '"targets"').flatMap((property) => checkTarget(reader, property) ?? []);
}

/** Compares with the names as written, so that a mistake inside a target is not reported here as well. */
function checkDefaultTarget(
  reader: JsonReader,
  node: JsonNode | undefined,
  targets: JsonNode | undefined,
): Pick<Config, 'defaultTarget'> {
  const defaultTarget = node === undefined ? undefined : reader.text(node, '"defaultTarget"');
  if (node === undefined || defaultTarget === undefined) return {};
  const names = (targets?.children ?? []).flatMap(({ children }) => {
    const name = children?.[0]?.value;
    return typeof name === 'string' ? [name] : [];
  });
  if (names.includes(defaultTarget)) return { defaultTarget };
  const near = nearestName(defaultTarget, names);
  reader.report(
    node,
    near === undefined
      ? sentence('There is no target "{name}"; add it to "targets"', { name: defaultTarget })
      : sentence('There is no target "{name}"; did you mean "{near}"?', { name: defaultTarget, near }),
  );
  return {};
}
