import { parseArgs } from 'node:util';
import { RosterError } from '../core/errors';
import { nearestName } from '../core/spec/nearest-name';

/** One option of a command. */
export interface OptionFact {
  /** Without the hyphens before it. */
  readonly name: string;
  /** What stands for the value in the help; an option without it is a switch. */
  readonly value?: string;
  readonly summary: string;
  /** The words that the value may be. */
  readonly choices?: readonly string[];
}

/** What the arguments of one command may be. */
export interface ArgumentFacts {
  readonly command: string;
  readonly options: readonly OptionFact[];
  /** The most paths that it takes. */
  readonly paths: number;
  /** Options that people look for here and that are refused with a sentence of their own. */
  readonly refused?: Readonly<Record<string, { readonly message: string; readonly remedy: string }>>;
}

/** The arguments of a command, checked. Throws `usage` for a value that does not fit. */
export interface Arguments {
  readonly paths: readonly string[];
  readonly wantsHelp: boolean;
  has(name: string): boolean;
  text(name: string): string | undefined;
  /** The value where it is one of the words; undefined where the option is not there. */
  choice<T extends string>(name: string, allowed: readonly T[]): T | undefined;
  wholeNumber(name: string): number | undefined;
}

/**
 * Reads the arguments of a command. An unknown option, a missing value or a path too many throws `usage` with a sentence
 * that names the option but never repeats a value: what was mistyped may be a password.
 */
export function readArguments(args: readonly string[], facts: ArgumentFacts): Arguments {
  const { tokens } = parseArgs({
    args: [...args],
    options: { help: { type: 'boolean', short: 'h' }, ...optionTypes(facts.options) },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values = new Map<string, string>();
  const paths: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') paths.push(checkPath(token.value, paths.length, facts));
    if (token.kind === 'option') values.set(token.name, checkOption(token, facts));
  }
  return { paths, wantsHelp: values.has('help'), ...accessors(values, facts) };
}

function optionTypes(options: readonly OptionFact[]): Record<string, { type: 'boolean' | 'string' }> {
  return Object.fromEntries(
    options.map(({ name, value }) => [name, { type: value === undefined ? 'boolean' : 'string' }]),
  );
}

function accessors(values: ReadonlyMap<string, string>, facts: ArgumentFacts) {
  return {
    has: (name: string) => values.has(name),
    text: (name: string) => values.get(name),
    choice<T extends string>(name: string, allowed: readonly T[]): T | undefined {
      const value = values.get(name);
      if (value === undefined) return undefined;
      const found = allowed.find((each) => each === value);
      if (found !== undefined) return found;
      const near = nearestName(value, allowed);
      const hint = near === undefined ? '' : ` Did you mean "${near}"?`;
      throw usage(`--${name} has to be one of ${allowed.join(', ')}.${hint}`, facts);
    },
    wholeNumber(name: string): number | undefined {
      const value = values.get(name);
      if (value === undefined) return undefined;
      if (/^\d{1,15}$/.test(value)) return Number(value);
      throw usage(`--${name} has to be a whole number, 0 or more.`, facts);
    },
  };
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function checkOption({ name, rawName, value, inlineValue }: OptionToken, facts: ArgumentFacts): string {
  const refused = facts.refused?.[name];
  if (refused !== undefined) throw new RosterError('usage', refused.message, refused.remedy);
  const option = [helpOption, ...facts.options].find((each) => each.name === name);
  if (option === undefined) {
    const known = facts.options.map((each) => each.name);
    const near = nearestName(name, known);
    const hint = near === undefined ? '' : ` Did you mean "--${near}"?`;
    throw usage(`There is no option "${rawName}".${hint}`, facts);
  }
  if (option.value === undefined) {
    if (inlineValue === true) throw usage(`${rawName} takes no value.`, facts);
    return '';
  }
  // What looks like the next option was not meant as a value; a value like that is written with "=".
  if (value === undefined || value === '' || (inlineValue !== true && value.startsWith('-'))) {
    throw usage(`${rawName} needs a value: ${rawName} ${option.value}.`, facts);
  }
  return value;
}

const helpOption: OptionFact = { name: 'help', summary: 'Show this help.' };

function checkPath(path: string, before: number, facts: ArgumentFacts): string {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(path)) {
    throw usage('An address is no path.', facts, 'Give an address to upload to with --url.');
  }
  if (path === '') throw usage('A path is empty.', facts);
  if (before < facts.paths) return path;
  throw usage(
    facts.paths === 0
      ? `${facts.command} takes no paths.`
      : `${facts.command} takes ${facts.paths === 1 ? 'one path' : `${String(facts.paths)} paths`}.`,
    facts,
  );
}

function usage(message: string, { command }: ArgumentFacts, remedy?: string): RosterError {
  return new RosterError('usage', message, remedy ?? `"oneroster ${command} --help" lists the options.`);
}
