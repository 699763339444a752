import { TextDocument } from 'vscode-languageserver-textdocument';
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver/node';
import type { Accepted } from '../core/acceptance/accepted';
import type { CheckedConfig } from '../core/config/check-config';
import { emptyConfig, type Config, type ConfigProblem } from '../core/config/config';
import { RosterError } from '../core/errors';
import { baselinePathOf, loadKnownProblems, suppressionsOf, type ConfigFile } from '../node/load-accepted';
import { loadConfig } from '../node/load-config';
import { parseConfig } from '../node/parse-config';
import { spoken, type Say } from '../core/text/say';
import type { OpenDocuments } from './open-documents';
import { SettingsDiagnostics } from './settings-diagnostics';
import { uriOf } from './uris';

/** The configuration in force for a roster. */
export interface ConfigInForce {
  readonly config: Config;
  /** The file it comes from, or undefined where there is none. */
  readonly path: string | undefined;
  readonly accepted: Accepted;
}

/** A configuration as it is written. */
export interface ConfigText {
  readonly path: string;
  readonly text: string;
  /** Whether it has a mistake, so that an earlier text is in force. */
  readonly isBroken: boolean;
}

/** What is in force where there is no configuration. */
export const noConfig: ConfigInForce = { config: emptyConfig, path: undefined, accepted: {} };

type Publish = (uri: string, diagnostics: readonly Diagnostic[]) => void;

/**
 * Reads configurations, with the baselines that go with them, and publishes what is wrong with them. While one has a
 * mistake, the last good one of the same file stays in force.
 */
export class ConfigStore {
  readonly #documents: OpenDocuments;
  readonly #say: Say;
  readonly #diagnostics: SettingsDiagnostics;
  readonly #lastGood = new Map<string, ConfigFile>();

  constructor(documents: OpenDocuments, say: Say, publish: Publish) {
    this.#say = say;
    this.#documents = documents;
    this.#diagnostics = new SettingsDiagnostics((path, diagnostics) => {
      publish(documents.at(path)?.uri ?? uriOf(path), diagnostics);
    });
  }

  /** The configuration for a roster folder. An open document of it counts as it is, saved or not. */
  async load(folder: string): Promise<ConfigInForce> {
    const loaded = await this.#find(folder);
    if (loaded === undefined) return noConfig;
    const { path, text, checked } = loaded;
    const broken = checked.problems.some((problem) => problem.severity === 'error');
    const read: ConfigFile = { path, text, config: checked.config };
    if (!broken) this.#lastGood.set(path, read);
    this.#diagnostics.setOwn(path, diagnosticsOf(text, checked.problems, this.#say));
    const inForce = this.#lastGood.get(path) ?? read;
    return { config: inForce.config, path, accepted: await this.#accepted(folder, inForce) };
  }

  /** The text of the configuration for a roster folder, open or on disk; undefined where there is none. */
  async text(folder: string): Promise<ConfigText | undefined> {
    const found = await this.#find(folder);
    if (found === undefined) return undefined;
    const { path, text, checked } = found;
    return { path, text, isBroken: checked.problems.some(({ severity }) => severity === 'error') };
  }

  /** Takes note of what a roster has against the files of settings that it uses: all of these, by path. */
  noteLeftovers(folder: string, byPath: ReadonlyMap<string, readonly Diagnostic[]>): void {
    this.#diagnostics.setOf(folder, byPath);
  }

  /** Takes back what was published of a file that is gone. */
  forget(path: string): void {
    this.#lastGood.delete(path);
    this.#diagnostics.forget(path);
  }

  async #find(
    folder: string,
  ): Promise<{ readonly path: string; readonly text: string; readonly checked: CheckedConfig } | undefined> {
    try {
      const loaded = await loadConfig(folder);
      if (loaded === undefined) return undefined;
      const open = this.#documents.at(loaded.path)?.text();
      return open === undefined
        ? { path: loaded.path, text: loaded.text, checked: loaded }
        : { path: loaded.path, text: open, checked: parseConfig(open) };
    } catch (error) {
      // An unreadable configuration must not keep the roster from being checked; the command line says so when it matters.
      if (RosterError.is(error, 'configuration')) return undefined;
      throw error;
    }
  }

  /** A baseline that cannot be used says so in itself, and accepts nothing. */
  async #accepted(folder: string, file: ConfigFile): Promise<Accepted> {
    const suppressions = suppressionsOf(folder, file);
    const path = baselinePathOf(file);
    try {
      const known = await loadKnownProblems(folder, path, file.config.baseline !== undefined);
      this.#diagnostics.setOwn(path, []);
      return { ...suppressions, ...known };
    } catch (error) {
      if (!RosterError.is(error, 'configuration')) throw error;
      this.#diagnostics.setOwn(path, [
        wholeFile(
          `${spoken(error.sentences.message, this.#say)} ${spoken(error.sentences.remedy, this.#say)}`,
        ),
      ]);
      return suppressions;
    }
  }
}

function diagnosticsOf(text: string, problems: readonly ConfigProblem[], say: Say): readonly Diagnostic[] {
  const document = TextDocument.create('', 'json', 0, text);
  return problems.map(({ sentence, severity, rule = 'configuration', start, end }) => ({
    range: { start: document.positionAt(start), end: document.positionAt(end) },
    severity: severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    code: rule,
    source: 'OneRoster',
    message: spoken(sentence, say),
  }));
}

function wholeFile(message: string): Diagnostic {
  const start = { line: 0, character: 0 };
  return {
    range: { start, end: start },
    severity: DiagnosticSeverity.Error,
    code: 'configuration',
    source: 'OneRoster',
    message,
  };
}
