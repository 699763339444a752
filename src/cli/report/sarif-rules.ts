import { secretRule, secretSummary } from '../../core/delivery/secret-problem';
import type { Severity } from '../../core/spec/types';
import { rules } from '../../core/rules/registry.generated';
import type { Rule } from '../../core/rules/engine/define-rule';
import { pageAddress } from '../page-address';
import { rulePages } from './rule-pages.generated';

/** SARIF's words for how grave something is. */
export const sarifLevels = {
  error: 'error',
  warning: 'warning',
  information: 'note',
} as const satisfies Readonly<Record<Severity, string>>;

/** The rules as SARIF describes them, in the order of their ids; problems name them by their place in this list. */
export function sarifRules(): readonly { readonly id: string }[] {
  return [...rules.map(describeRule), secretInFile, internalError];
}

const secretInFile = {
  id: secretRule,
  shortDescription: { text: secretSummary },
  defaultConfiguration: { level: 'error' },
};

const internalError = {
  id: 'internal-error',
  shortDescription: { text: 'A rule failed. This is a bug in OneRoster, not in the file.' },
  defaultConfiguration: { level: 'error' },
};

function describeRule({ id, area, severity, summary }: Rule) {
  const page = rulePages[id];
  const address = pageAddress(`docs/rules/${id}.md`);
  return {
    id,
    shortDescription: { text: summary },
    ...(page === undefined ? {} : { fullDescription: { text: page.why }, help: helpOf(page.why, page.mend) }),
    // Without a home on the web there is only a path, which is no URI.
    ...(URL.canParse(address) ? { helpUri: address } : {}),
    defaultConfiguration: { level: sarifLevels[severity] },
    properties: { tags: ['oneroster', area], 'problem.severity': githubSeverities[severity] },
  };
}

/** GitHub's code scanning sorts by a word of its own. */
const githubSeverities = { error: 'error', warning: 'warning', information: 'recommendation' } as const;

function helpOf(why: string, mend: string) {
  return {
    text: `${why}\n\nHow to mend it: ${mend}`.replaceAll('`', ''),
    markdown: `${why}\n\n## How to mend it\n\n${mend}`,
  };
}
