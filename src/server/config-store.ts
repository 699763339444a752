import { TextDocument } from 'vscode-languageserver-textdocument';
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver/node';
import type { CheckedConfig } from '../core/config/check-config';
import { emptyConfig, type Config, type ConfigProblem } from '../core/config/config';
import { RosterError } from '../core/errors';
import { loadConfig } from '../node/load-config';
import { parseConfig } from '../node/parse-config';
import type { OpenDocuments } from './open-documents';
import { uriOf } from './uris';

/** The configuration in force for a roster. */
export interface ConfigInForce {
  readonly config: Config;
  /** The file it comes from, or undefined where there is none. */
  readonly path: string | undefined;
}

type Publish = (uri: string, diagnostics: readonly Diagnostic[]) => void;

/**
 * Reads configurations and publishes what is wrong with them. While one has a mistake, the last good one of the same file
 * stays in force.
 */
export class ConfigStore {
  readonly #documents: OpenDocuments;
  readonly #publish: Publish;
  readonly #lastGood = new Map<string, Config>();
  readonly #published = new Set<string>();

  constructor(documents: OpenDocuments, publish: Publish) {
    this.#documents = documents;
    this.#publish = publish;
  }

  /** The configuration for a roster folder. An open document of it counts as it is, saved or not. */
  async load(folder: string): Promise<ConfigInForce> {
    const loaded = await this.#find(folder);
    if (loaded === undefined) return { config: emptyConfig, path: undefined };
    const { path, text, checked } = loaded;
    const broken = checked.problems.some((problem) => problem.severity === 'error');
    if (!broken) this.#lastGood.set(path, checked.config);
    this.#publishProblems(path, text, checked.problems);
    return { config: broken ? (this.#lastGood.get(path) ?? checked.config) : checked.config, path };
  }

  /** Takes back what was published of a file that is gone. */
  forget(path: string): void {
    this.#lastGood.delete(path);
    if (this.#published.delete(path)) this.#publish(uriOf(path), []);
  }

  async #find(
    folder: string,
  ): Promise<{ readonly path: string; readonly text: string; readonly checked: CheckedConfig } | undefined> {
    try {
      const loaded = await loadConfig(folder);
      if (loaded === undefined) return undefined;
      const open = this.#documents.at(loaded.path)?.getText();
      return open === undefined
        ? { path: loaded.path, text: loaded.text, checked: loaded }
        : { path: loaded.path, text: open, checked: parseConfig(open) };
    } catch (error) {
      // An unreadable configuration must not keep the roster from being checked; the command line says so when it matters.
      if (RosterError.is(error, 'configuration')) return undefined;
      throw error;
    }
  }

  #publishProblems(path: string, text: string, problems: readonly ConfigProblem[]): void {
    const uri = this.#documents.at(path)?.uri ?? uriOf(path);
    const document = TextDocument.create(uri, 'json', 0, text);
    if (problems.length > 0) this.#published.add(path);
    else if (!this.#published.delete(path)) return;
    this.#publish(
      uri,
      problems.map(({ message, severity, start, end }) => ({
        range: { start: document.positionAt(start), end: document.positionAt(end) },
        severity: severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
        code: 'configuration',
        source: 'OneRoster',
        message,
      })),
    );
  }
}
