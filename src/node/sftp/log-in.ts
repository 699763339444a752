import type { AnyAuthMethod, AuthHandlerMiddleware, AuthenticationType, Prompt } from 'ssh2';
import { quotable } from '../../core/delivery/server-text';
import type { ServerAddress } from '../../core/delivery/connection-errors';
import {
  agentUnavailable,
  loginNotOffered,
  loginRefused,
  secondFactorAsked,
} from '../../core/delivery/login-errors';
import { parsePrivateKey, type Credential } from './credential';
import { findAgent } from './find-agent';

interface LoginOptions {
  readonly server: ServerAddress;
  readonly user: string;
  readonly credential: Credential;
  /** Is told of the credential before it is used, and its secrets, so that they can be kept out of messages. */
  readonly onCredential: (secrets: readonly string[]) => void;
  /** Called while a person may be asked, and when the server's answer is awaited. */
  readonly onWait: (whom: 'person' | 'server') => void;
  readonly fail: (error: unknown) => void;
}

/**
 * The conversation of a login, in the form the SSH library asks for. First the server is asked, with no credential, what it
 * allows; then one credential is sent, once. A refusal is final: repeating a wrong password locks accounts.
 */
export function createLogin(options: LoginOptions): AuthHandlerMiddleware {
  const { server, user, credential, fail, onWait } = options;
  let step: 'asking' | 'sending' | 'sent' = 'asking';

  return (offered, partialSuccess, next) => {
    onWait('server');
    if (step === 'asking') {
      step = 'sending';
      next({ type: 'none', username: user });
    } else if (step === 'sending') {
      step = 'sent';
      onWait('person');
      prepare(offered, options).then((method) => {
        onWait('server');
        next(method);
      }, fail);
    } else {
      fail(partialSuccess ? secondFactorAsked(server) : loginRefused(server, credential.kind));
    }
  };
}

async function prepare(
  offered: readonly AuthenticationType[],
  options: LoginOptions,
): Promise<AnyAuthMethod> {
  const { server, user: username, credential, onCredential } = options;
  const usable =
    credential.kind === 'password'
      ? (['password', 'keyboard-interactive'] as const)
      : (['publickey'] as const);
  // A server that names nothing is taken at its word that anything may be tried.
  const type = offered.length === 0 ? usable[0] : usable.find((method) => offered.includes(method));
  if (type === undefined)
    throw loginNotOffered(
      server,
      credential.kind,
      offered.map((method) => quotable(method)),
    );
  switch (credential.kind) {
    case 'password': {
      const password = await credential.read();
      onCredential([password]);
      return type === 'keyboard-interactive'
        ? answerPrompt(password, options)
        : { type: 'password', username, password };
    }
    case 'key': {
      const key = await credential.read();
      onCredential(key.passphrase === undefined ? [] : [key.passphrase]);
      return { type: 'publickey', username, key: parsePrivateKey(key) };
    }
    case 'agent': {
      const agent = findAgent(credential.socket);
      if (agent === undefined) throw agentUnavailable('');
      onCredential([]);
      return { type: 'agent', username, agent };
    }
  }
}

/** Gives the password to a server that asks for it in words. Anything but one hidden question is not about the password. */
function answerPrompt(password: string, { user, server, fail }: LoginOptions): AnyAuthMethod {
  let answered = false;
  return {
    type: 'keyboard-interactive',
    username: user,
    prompt: (_name: string, _instructions: string, _language: string, prompts: Prompt[], finish) => {
      const hidden = prompts.filter((prompt) => prompt.echo !== true);
      if (answered) fail(loginRefused(server, 'password'));
      else if (prompts.length !== 1 || hidden.length !== 1) fail(secondFactorAsked(server));
      else {
        answered = true;
        finish([password]);
      }
    },
  };
}
