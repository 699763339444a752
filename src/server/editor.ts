import {
  DidChangeConfigurationNotification,
  MessageType,
  ShowMessageNotification,
  type ClientCapabilities,
  type Connection,
} from 'vscode-languageserver/node';
import { inEnglish, type Say } from '../core/text/say';

/** The editor at the other end: what it can do, how it is set, and how its person is told something. */
export class Editor {
  /** What it can do, once it is ready to be asked something. */
  readonly ready: Promise<ClientCapabilities>;
  readonly #connection: Connection;
  readonly #listeners: (() => void)[] = [];
  #say: Say = inEnglish;
  #capabilities: ClientCapabilities = {};
  #isReady: (capabilities: ClientCapabilities) => void = () => undefined;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.ready = new Promise((resolve) => {
      this.#isReady = resolve;
    });
    void this.ready.then(() => this.#watchSettings());
  }

  /** What it says that it can do; nothing before it has greeted. */
  get capabilities(): ClientCapabilities {
    return this.#capabilities;
  }

  /** Takes note of what it says of itself at first. */
  greeted(capabilities: ClientCapabilities): void {
    this.#capabilities = capabilities;
  }

  /** Takes note that it may be asked from now on. */
  initialized(): void {
    this.#isReady(this.#capabilities);
  }

  /** Has somebody told when settings have changed. */
  onDidChangeSettings(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** A setting as it holds for a document; the fallback where the editor has none of the kind. */
  async number(uri: string, section: string, fallback: number): Promise<number> {
    if (this.#capabilities.workspace?.configuration !== true) return fallback;
    const value: unknown = await this.#connection.workspace.getConfiguration({ scopeUri: uri, section });
    return typeof value === 'number' ? value : fallback;
  }

  /** A setting that is on or off; off where the editor has none of the kind. */
  async isOn(section: string): Promise<boolean> {
    if (this.#capabilities.workspace?.configuration !== true) return false;
    return (await this.#connection.workspace.getConfiguration(section)) === true;
  }

  /** A text in the editor's language. */
  readonly say: Say = (english, values) => this.#say(english, values);

  /** Takes note of its language. */
  speaks(say: Say): void {
    this.#say = say;
  }

  /** Shows a message that asks for no answer. */
  tell(kind: 'information' | 'warning', message: string): void {
    const type = kind === 'warning' ? MessageType.Warning : MessageType.Info;
    void this.#connection.sendNotification(ShowMessageNotification.type, { type, message });
  }

  #watchSettings(): void {
    this.#connection.onDidChangeConfiguration(() => {
      for (const listener of this.#listeners) listener();
    });
    if (this.#capabilities.workspace?.didChangeConfiguration?.dynamicRegistration !== true) return;
    void this.#connection.client.register(DidChangeConfigurationNotification.type, { section: 'oneroster' });
  }
}
