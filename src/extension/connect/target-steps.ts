import { homedir } from 'node:os';
import { isAbsolute, relative } from 'node:path';
import * as vscode from 'vscode';
import type { Config } from '../../core/config/config';
import { loginFolder, type Authentication } from '../../core/delivery/target';
import { RosterError } from '../../core/errors';
import { profileIds, resolveProfile } from '../../core/spec/specification';
import { askChoice, askText, mapAnswer, type ChoiceItem } from '../input/ask';
import type { Step } from '../input/run-steps';
import { failureText } from '../run-guarded';
import { needsPassphrase, readKeyFile } from './private-key';
import { addressProblem, portProblem, withAddress, type TargetForm } from './target-form';
import { say } from '../say';

export interface TargetStepOptions {
  readonly config: Config;
  readonly configPath: string;
  /** Whether a secret is saved for the target as the form describes it. */
  readonly hasSecret: (form: TargetForm) => Promise<boolean>;
}

/** The questions of Connect, in the order of the settings page of Incident IQ's guide. */
export function targetSteps(options: TargetStepOptions): readonly Step<TargetForm>[] {
  return [
    { ask: askAddress },
    { ask: askPort },
    { ask: askUser },
    { ask: askPath },
    { ask: askAuthentication },
    { applies: (form) => form.authentication === 'password', ask: askSecretWith(options, passwordWords) },
    { applies: (form) => form.authentication === 'key', ask: askKeyFileWith(options) },
    {
      applies: (form) => form.authentication === 'key' && form.keyIsLocked,
      ask: askSecretWith(options, passphraseWords),
    },
    { applies: () => options.config.profile === undefined, ask: askProfile },
  ];
}

const askAddress: Step<TargetForm>['ask'] = async (form, place) => {
  const answer = await askText({
    ...place,
    value: form.host,
    placeholder: say('sftp.example.org or sftp://user@host:port/folder'),
    prompt: say('Host of the SFTP server, or its whole address'),
    check: addressProblem,
  });
  return mapAnswer(answer, (text) => withAddress(form, text));
};

const askPort: Step<TargetForm>['ask'] = async (form, place) => {
  const answer = await askText({
    ...place,
    value: String(form.port),
    prompt: say('Port'),
    check: portProblem,
  });
  return mapAnswer(answer, (port) => ({ ...form, port: Number(port) }));
};

const askUser: Step<TargetForm>['ask'] = async (form, place) => {
  const answer = await askText({
    ...place,
    value: form.user,
    prompt: say('User name'),
    check: (value) => (value.trim() === '' ? say('A user name is needed.') : undefined),
  });
  return mapAnswer(answer, (user) => ({ ...form, user: user.trim() }));
};

const askPath: Step<TargetForm>['ask'] = async (form, place) => {
  const answer = await askText({
    ...place,
    value: form.path,
    placeholder: loginFolder,
    prompt: say('Folder on the server; "." is the one the login leads to'),
  });
  return mapAnswer(answer, (path) => ({ ...form, path: path.trim() === '' ? loginFolder : path.trim() }));
};

const authentications: readonly ChoiceItem<Authentication>[] = [
  { value: 'password', label: say('Password'), description: say('kept safe by VS Code, never in a file') },
  { value: 'key', label: say('Private Key File'), description: say('such as ~/.ssh/id_ed25519') },
  { value: 'agent', label: 'SSH Agent', description: say('ssh-agent, or Pageant on Windows') },
];

const askAuthentication: Step<TargetForm>['ask'] = async (form, place) => {
  const answer = await askChoice({
    ...place,
    items: authentications,
    value: form.authentication,
    placeholder: say('How to log in'),
  });
  // A password must not go on as a passphrase, nor the other way round.
  return mapAnswer(answer, (authentication) => ({
    ...form,
    authentication,
    secret: authentication === form.authentication ? form.secret : '',
  }));
};

interface SecretWords {
  readonly prompt: string;
  readonly missing: string;
}

const passwordWords: SecretWords = { prompt: say('Password'), missing: say('A password is needed.') };
const passphraseWords: SecretWords = {
  prompt: say('Passphrase of the private key'),
  missing: say('This key needs a passphrase.'),
};

function askSecretWith({ hasSecret }: TargetStepOptions, words: SecretWords): Step<TargetForm>['ask'] {
  return async (form, place) => {
    const isSaved = await hasSecret(form);
    const answer = await askText({
      ...place,
      value: form.secret,
      isSecret: true,
      prompt: words.prompt,
      placeholder: isSaved ? say('Leave empty to keep the saved one') : '',
      check: (value) => (value === '' && !isSaved ? words.missing : undefined),
    });
    return mapAnswer(answer, (secret) => ({ ...form, secret }));
  };
}

function askKeyFileWith({ configPath }: TargetStepOptions): Step<TargetForm>['ask'] {
  return async (form, place) => {
    let keyIsLocked = false;
    const answer = await askText({
      ...place,
      value: form.keyFile,
      placeholder: '~/.ssh/id_ed25519',
      prompt: say('File of the private key'),
      browse: { tooltip: say('Browse…'), choose: chooseKeyFile },
      check: async (value) => {
        try {
          keyIsLocked = needsPassphrase(await readKeyFile(value.trim(), configPath));
          return undefined;
        } catch (error) {
          if (RosterError.is(error)) return failureText(error);
          throw error;
        }
      },
    });
    return mapAnswer(answer, (keyFile) => ({ ...form, keyFile: keyFile.trim(), keyIsLocked }));
  };
}

async function chooseKeyFile(): Promise<string | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title: say('Private Key File'),
    openLabel: say('Use This Key'),
    defaultUri: vscode.Uri.joinPath(vscode.Uri.file(homedir()), '.ssh'),
  });
  const path = chosen?.[0]?.fsPath;
  if (path === undefined) return undefined;
  const inHome = relative(homedir(), path);
  // The configuration is shared: below the home folder the path is right for others too.
  const isInHome = !inHome.startsWith('..') && !isAbsolute(inHome);
  return isInHome ? `~/${inHome.replaceAll('\\', '/')}` : path;
}

const askProfile: Step<TargetForm>['ask'] = async (form, place) => {
  const items = profileIds.map((id) => {
    const { title, description } = resolveProfile(id);
    return { value: id, label: id === 'standard' ? say('Other') : title, detail: say(description) };
  });
  const answer = await askChoice({
    ...place,
    items,
    value: form.profile,
    placeholder: say('Who reads the package?'),
  });
  return mapAnswer(answer, (profile) => ({ ...form, profile }));
};
