import type { Memento, SecretStorage } from 'vscode';
import type { Target } from '../../core/delivery/target';

/** Whose secret is meant: its target's address and what it opens. */
export type SecretOwner = Pick<Target, 'host' | 'port' | 'user' | 'authentication'>;

const listKey = 'oneroster.savedSecrets';

/**
 * Passwords and passphrases, kept by VS Code in the system's keychain and nowhere else. A list of whose there are is kept
 * beside it, since the keychain does not tell.
 */
export class SavedSecrets {
  readonly #storage: SecretStorage;
  readonly #list: Memento;

  constructor(storage: SecretStorage, list: Memento) {
    this.#storage = storage;
    this.#list = list;
  }

  async get(owner: SecretOwner): Promise<string | undefined> {
    return this.#storage.get(keyOf(owner));
  }

  async save(owner: SecretOwner, secret: string): Promise<void> {
    await this.#store(keyOf(owner), secret);
  }

  /** A private key that was moved out of a file, as the file's text. */
  async getPrivateKey(owner: SecretOwner): Promise<string | undefined> {
    return this.#storage.get(`oneroster:key:${addressOf(owner)}`);
  }

  async savePrivateKey(owner: SecretOwner, text: string): Promise<void> {
    await this.#store(`oneroster:key:${addressOf(owner)}`, text);
  }

  async #store(key: string, secret: string): Promise<void> {
    await this.#storage.store(key, secret);
    await this.#list.update(listKey, [...new Set([...this.saved(), key])]);
  }

  /** The keys of all that were saved, such as `oneroster:sftp://user@host:22`. */
  saved(): readonly string[] {
    return this.#list.get<readonly string[]>(listKey, []);
  }

  /** Those of one account at a server, whatever they open. */
  savedFor(owner: SecretOwner): readonly string[] {
    const address = addressOf(owner);
    return this.saved().filter((key) => key.endsWith(`:${address}`));
  }

  async forget(key: string): Promise<void> {
    await this.#storage.delete(key);
    await this.#list.update(
      listKey,
      this.saved().filter((saved) => saved !== key),
    );
  }
}

/** The passphrase of a key is not the password: another login to the same account must not be tried with it. */
function keyOf(owner: SecretOwner): string {
  const address = addressOf(owner);
  return owner.authentication === 'key' ? `oneroster:passphrase:${address}` : `oneroster:${address}`;
}

function addressOf({ host, port, user }: SecretOwner): string {
  return `sftp://${encodeURIComponent(user)}@${host.includes(':') ? `[${host}]` : host}:${String(port)}`;
}
