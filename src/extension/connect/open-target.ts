import * as vscode from 'vscode';
import type { Target } from '../../core/delivery/target';
import type { Credential, PrivateKey } from '../../node/sftp/credential';
import { readKnownHosts } from '../../node/sftp/known-hosts';
import { openSftpSession, type OpenSessionOptions } from '../../node/sftp/open-sftp-session';
import type { SftpSession } from '../../node/sftp/sftp-session';
import type { Services } from '../services';
import type { SavedSecrets } from './saved-secrets';
import { askHostKey } from './ask-host-key';
import { needsPassphrase, readKeyFile } from './private-key';
import { say } from '../say';
import { inEnglish, spoken } from '../../core/text/say';

export interface OpenTargetOptions {
  readonly target: Target;
  /** What the path of a key file counts from. */
  readonly configPath: string;
  /** A secret that was just typed; without one, the saved one is used, and without that one it is asked for. */
  readonly secret?: string | undefined;
  /** Asks for the secret even where one is saved, because the saved one was refused. */
  readonly askAgain?: boolean;
  readonly onStep: (line: string) => void;
  readonly cancellation: vscode.CancellationToken;
}

/** How to log in to a target, any number of times. */
export interface TargetOpening {
  readonly options: OpenSessionOptions;
  /** Saves the secret that was used, once it has let a person in. */
  readonly keepSecret: () => Promise<void>;
}

/**
 * Logs in to a target. A host key that is neither pinned nor in known_hosts is shown first. A secret is asked for when the server
 * wants it, and saved once it has let a person in. The caller closes the session.
 * @throws RosterError for what the network, the server and the key file can do; CancellationError where a person gives up
 */
export async function openTarget(services: Services, options: OpenTargetOptions): Promise<SftpSession> {
  const opening = await targetOpening(services, options);
  const session = await openSftpSession(opening.options);
  await opening.keepSecret();
  return session;
}

/** What `openTarget` opens a session with, for whoever opens it anew after a failure. */
export async function targetOpening(services: Services, options: OpenTargetOptions): Promise<TargetOpening> {
  const { target, onStep, cancellation } = options;
  const { log, secrets } = services;
  let used: string | undefined;
  const readSecret = async (prompt: string): Promise<string> => {
    used = await findSecret(services, options, prompt);
    return used;
  };
  return {
    options: {
      target,
      credential: credentialFor(options, secrets, readSecret),
      hostKey: { ask: askHostKey },
      knownHosts: await readKnownHosts(),
      signal: signalOf(cancellation),
      log: (line) => {
        log.info(spoken(line, inEnglish));
        onStep(spoken(line, say));
      },
    },
    keepSecret: async () => {
      if (used !== undefined) await secrets.save(target, used);
    },
  };
}

/** A cancellation in the form that everything outside VS Code understands. */
export function signalOf(cancellation: vscode.CancellationToken): AbortSignal {
  const controller = new AbortController();
  if (cancellation.isCancellationRequested) controller.abort();
  cancellation.onCancellationRequested(() => controller.abort());
  return controller.signal;
}

function credentialFor(
  { target, configPath }: OpenTargetOptions,
  secrets: SavedSecrets,
  readSecret: (prompt: string) => Promise<string>,
): Credential {
  switch (target.authentication) {
    case 'password':
      return {
        kind: 'password',
        read: () => readSecret(say('Password of {user} on {host}', { user: target.user, host: target.host })),
      };
    case 'agent':
      return { kind: 'agent' };
    case 'key': {
      const read = async (): Promise<PrivateKey> => {
        const kept = await secrets.getPrivateKey(target);
        const privateKey = kept ?? (await readKeyFile(target.keyFile ?? '', configPath));
        if (!needsPassphrase(privateKey)) return { privateKey };
        const passphrase = await readSecret(
          say('Passphrase of the key {keyFile}', { keyFile: target.keyFile ?? '' }),
        );
        return { privateKey, passphrase };
      };
      return { kind: 'key', read };
    }
  }
}

async function findSecret(
  { secrets }: Services,
  { target, secret, askAgain, cancellation }: OpenTargetOptions,
  prompt: string,
): Promise<string> {
  if (secret !== undefined && secret !== '') return secret;
  const saved = askAgain === true ? undefined : await secrets.get(target);
  if (saved !== undefined) return saved;
  const typed = await vscode.window.showInputBox(
    { title: target.name, prompt, password: true, ignoreFocusOut: true },
    cancellation,
  );
  if (typed === undefined) throw new vscode.CancellationError();
  return typed;
}
