// Rosters as marked-up text, for tests and for the examples on the rule pages.
//
// `=== users.csv` starts a file. `[[8/15/2026|invalid-date]]` marks the exact place of an expected problem, also of zero
// width (`[[|required-value]]`); marks are taken out before the text is read. A mark may nest round others, and
// `[[x|rule-a,rule-b]]` expects two problems at one place. `!! missing-file` on a line of its own before the first file
// expects a problem of the roster as a whole, `!! no-records orgs.csv` one of a file without a place. `\r`, `\t`, `\0` and
// `\u200b` in the text stand for those characters. A file's last line ends with a line feed; `=== users.csv !` leaves it out,
// and `=== users.csv unreadable` stands for a file that could not be read. `=== oneroster.config.json` is the configuration
// beside the roster, of which what it suppresses counts; the rules that it suppresses run too.
import assert from 'node:assert/strict';
import { sentence } from '../../src/core/text/say';
import type { Accepted } from '../../src/core/acceptance/accepted';
import { configFileName, type Config } from '../../src/core/config/config';
import type { RosterInput } from '../../src/core/model/roster-input';
import type { Rule } from '../../src/core/rules/engine/define-rule';
import { rules } from '../../src/core/rules/registry.generated';
import { decodeUtf8, encodeUtf8 } from '../../src/core/text/utf8';
import { parseConfig } from '../../src/node/parse-config';
import { resolveProfile } from '../../src/core/spec/specification';
import { validateRoster, type ValidateOptions, type Validation } from '../../src/core/validate-roster';

export interface Fixture {
  readonly input: RosterInput;
  /** `rule file:start-end`, sorted. */
  readonly expected: readonly string[];
  readonly settings: FixtureSettings | undefined;
}

export interface FixtureSettings {
  readonly text: string;
  readonly config: Config;
}

export interface CheckOptions extends ValidateOptions {
  /** The ids of the rules to run; all where it is left out. */
  readonly only?: readonly string[];
  readonly kind?: RosterInput['kind'];
  /** The folder's or zip's name; `fixture` where it is left out. */
  readonly name?: string;
  readonly profileId?: Parameters<typeof resolveProfile>[0];
}

/** Validates a fixture and demands exactly the marked problems. Returns what was found, for a look at messages. */
export function check(text: string, options: CheckOptions = {}): Validation {
  const { input, expected, settings } = parseFixture(text, options.kind);
  const { only, profileId, name = input.name, ...rest } = options;
  const validation = validateRoster(
    { ...input, name },
    {
      ...rest,
      ...(profileId === undefined ? {} : { profile: resolveProfile(profileId) }),
      ...(only === undefined ? {} : { rules: rulesOf(only, settings) }),
      ...(settings === undefined ? {} : { accepted: acceptedOf(settings) }),
    },
  );
  const found = validation.problems.map(
    ({ rule, file, start, end }) => `${rule} ${file}:${String(start)}-${String(end)}`,
  );
  const messages = validation.problems.map(({ rule, message }) => `${rule}: ${message}`).join('\n');
  assert.deepEqual(found.sort(), [...expected].sort(), messages);
  return validation;
}

function rulesOf(only: readonly string[], settings: FixtureSettings | undefined): readonly Rule[] {
  const suppressed = settings?.config.suppress.map(({ rule }) => rule) ?? [];
  return rules.filter(({ id }) => only.includes(id) || suppressed.includes(id));
}

function acceptedOf({ text, config }: FixtureSettings): Accepted {
  return { suppressions: { from: { file: configFileName, text }, list: config.suppress } };
}

/** Validates a fixture without looking at its marks. */
export function validate(text: string, options: CheckOptions = {}): Validation {
  return validateRoster(parseFixture(text, options.kind).input, options);
}

export function parseFixture(text: string, kind: RosterInput['kind'] = 'folder'): Fixture {
  const [preamble = '', ...sections] = `\n${text}`.split(/\n=== /);
  const expected = preamble.split('\n').flatMap((line) => {
    const [mark, rule, file = ''] = line.trim().split(/\s+/);
    return mark === '!!' ? [`${rule ?? ''} ${file}:0-0`] : [];
  });
  const entries = sections.map((section) => {
    const [head = '', ...lines] = section.split('\n');
    const [path = '', flag] = head.trim().split(/\s+/);
    if (flag === 'unreadable')
      return {
        path,
        content: { failure: sentence('{name} {reason}.', { name: path, reason: 'cannot be read' }) },
      };
    const marked = parseMarks(unescaped(lines.join('\n').replace(/\n*$/, flag === '!' ? '' : '\n')));
    expected.push(
      ...marked.places.map(({ rule, start, end }) => `${rule} ${path}:${String(start)}-${String(end)}`),
    );
    return { path, content: { bytes: encodeUtf8(lines.every((line) => line === '') ? '' : marked.text) } };
  });
  const own = entries.filter(({ path }) => path !== configFileName);
  const configuration = entries.find(({ path }) => path === configFileName);
  return {
    input: { name: 'fixture', kind, entries: own },
    expected,
    settings: configuration === undefined ? undefined : settingsOf(configuration),
  };
}

function settingsOf({ content }: RosterInput['entries'][number]): FixtureSettings {
  assert('bytes' in content);
  const text = decodeUtf8(content.bytes);
  const { config, problems } = parseConfig(text);
  assert.deepEqual(problems, [], 'the configuration has mistakes');
  return { text, config };
}

interface MarkedPlace {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
}

/** Takes the marks out of a text and gives their places in bytes. */
export function parseMarks(marked: string): {
  readonly text: string;
  readonly places: readonly MarkedPlace[];
} {
  const places: MarkedPlace[] = [];
  const open: number[] = [];
  let text = '';
  for (let at = 0; at < marked.length; at++) {
    const closing = open.length > 0 ? /^\|([a-z][a-z0-9,-]*)\]\]/.exec(marked.slice(at, at + 200)) : null;
    if (marked.startsWith('[[', at)) {
      open.push(encodeUtf8(text).length);
      at++;
    } else if (closing?.[1] !== undefined) {
      const start = open.pop() ?? 0;
      const end = encodeUtf8(text).length;
      places.push(...closing[1].split(',').map((rule) => ({ rule, start, end })));
      at += closing[0].length - 1;
    } else text += marked[at] ?? '';
  }
  assert.equal(open.length, 0, 'a mark is not closed');
  return { text, places };
}

function unescaped(text: string): string {
  return text
    .replaceAll('\\r', '\r')
    .replaceAll('\\t', '\t')
    .replaceAll('\\0', '\0')
    .replace(/\\u([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
