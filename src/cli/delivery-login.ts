import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseFingerprint } from '../core/delivery/fingerprint';
import { parseSftpUrl } from '../core/delivery/parse-sftp-url';
import { loginFolder, type Target } from '../core/delivery/target';
import { RosterError } from '../core/errors';
import { sentence, type Sentence } from '../core/text/say';
import { nearestName } from '../core/spec/nearest-name';
import { fileFailure, systemCode } from '../node/file-failure';
import type { Credential } from '../node/sftp/credential';
import type { Arguments, OptionFact } from './arguments';
import { readSecret } from './read-secret';
import type { RosterSettings } from './settings';
import type { CliContext } from './terminal';

/** The environment variable that holds the password, or the passphrase of the private key. */
export const passwordVariable = 'ONEROSTER_SFTP_PASSWORD';

/** The options that say where to and how to log in. */
export const loginOptions: readonly OptionFact[] = [
  {
    name: 'target',
    value: 'NAME',
    summary: 'A target of the configuration; its default target unless given.',
  },
  { name: 'url', value: 'URL', summary: 'The place itself: sftp://user@host:port/folder.' },
  { name: 'host-key', value: 'SHA256:…', summary: "The server's host key; any other is refused." },
  { name: 'key', value: 'FILE', summary: 'Log in with this private key.' },
  { name: 'password-stdin', summary: "Read the password, or the key's passphrase, from standard input." },
];

const passwordRemedy = {
  message: 'A password does not belong on a command line, where other programs can read it.',
  remedy: `Put it into ${passwordVariable}, or pipe it in with --password-stdin. Change it if others may have seen it.`,
};

/** Options that would show a secret to other programs. */
export const refusedSecrets = { password: passwordRemedy, pass: passwordRemedy, passphrase: passwordRemedy };

/** A target as the arguments have it, with the key file's path made absolute. */
export function chooseTarget(
  args: Arguments,
  settings: RosterSettings,
  context: CliContext,
  usual?: string,
): Target {
  const url = args.text('url');
  if (url !== undefined && args.has('target')) {
    throw usage('--target and --url both say where to.', 'Give one of them.');
  }
  const target =
    url === undefined
      ? configuredTarget(args.text('target') ?? usual, settings)
      : targetOfUrl(url, args, context);
  const hostKey = hostKeyOf(args) ?? target.hostKey;
  const key = args.text('key');
  const keyFile =
    key === undefined ? target.keyFile && settings.configPath(target.keyFile) : atHome(key, context);
  return {
    name: target.name,
    host: target.host,
    port: target.port,
    user: target.user,
    path: target.path,
    authentication: key === undefined ? target.authentication : 'key',
    ...(hostKey === undefined ? {} : { hostKey }),
    ...(target.profile === undefined ? {} : { profile: target.profile }),
    ...(keyFile === undefined ? {} : { keyFile }),
  };
}

/**
 * What the login is made with. Whether a secret was given is found out here, before any work; it is read only when the
 * server has been recognised.
 */
export function chooseCredential(target: Target, args: Arguments, context: CliContext): Credential {
  if (target.authentication === 'agent') {
    const socket = context.env['SSH_AUTH_SOCK'];
    return { kind: 'agent', ...(socket === undefined ? {} : { socket }) };
  }
  const secret = secretSource(args, context);
  if (target.authentication === 'password') {
    if (secret === undefined) throw noPassword();
    return { kind: 'password', read: secret };
  }
  const { keyFile } = target;
  if (keyFile === undefined)
    throw usage('The login is made with a key, and none is named.', 'Add --key FILE.');
  return {
    kind: 'key',
    read: async () => {
      const privateKey = await readKey(keyFile);
      return secret === undefined ? { privateKey } : { privateKey, passphrase: await secret() };
    },
  };
}

function configuredTarget(name: string | undefined, { config }: RosterSettings): Target {
  const { targets, defaultTarget } = config;
  const only = targets.length === 1 ? targets[0]?.name : undefined;
  const wanted = name ?? defaultTarget ?? only;
  const found = targets.find((target) => target.name === wanted);
  if (found !== undefined) return found;
  const names = targets.map((target) => target.name);
  const remedy =
    names.length === 0
      ? 'Give the address with --url sftp://user@host:port/folder, or add "targets" to oneroster.config.json.'
      : `Name one with --target: ${names.join(', ')}.`;
  if (name === undefined) throw usage('Nothing says where to upload to.', remedy);
  const near = nearestName(name, names);
  throw usage(
    `There is no target of that name${near === undefined ? '' : `; did you mean "${near}"?`}.`,
    remedy,
  );
}

function targetOfUrl(url: string, args: Arguments, { env }: CliContext): Target {
  const parsed = parseSftpUrl(url);
  if ('problem' in parsed) throw usage(parsed.problem, parsed.remedy);
  const { host, port, user, path = loginFolder } = parsed.address;
  if (user === undefined)
    throw usage('The address names no user.', 'Write it as sftp://user@host:port/folder.');
  const hasPassword = args.has('password-stdin') || (env[passwordVariable] ?? '') !== '';
  const hasAgent = (env['SSH_AUTH_SOCK'] ?? '') !== '';
  return {
    name: host,
    host,
    port,
    user,
    path,
    authentication: !hasPassword && hasAgent ? 'agent' : 'password',
  };
}

function hostKeyOf(args: Arguments): string | undefined {
  const text = args.text('host-key');
  if (text === undefined) return undefined;
  const fingerprint = parseFingerprint(text);
  if (fingerprint !== undefined) return fingerprint;
  throw usage(
    '--host-key has to be a fingerprint: "SHA256:" and 43 letters.',
    'Copy it as "ssh-keygen -l" prints it.',
  );
}

function secretSource(
  args: Arguments,
  { env, stdin, signal }: CliContext,
): (() => Promise<string>) | undefined {
  if (args.has('password-stdin')) {
    if (stdin.isTTY === true) {
      throw usage(
        '--password-stdin reads a pipe, and standard input is a terminal.',
        'Pipe the password into the command.',
      );
    }
    return () => readSecret(stdin, signal);
  }
  const password = env[passwordVariable];
  return password === undefined || password === '' ? undefined : () => Promise.resolve(password);
}

function noPassword(): RosterError {
  return usage(
    'No password is given.',
    `Put it into ${passwordVariable}, or pipe it in with --password-stdin; or log in with --key FILE.`,
  );
}

async function readKey(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    throw new RosterError(
      'key-unreadable',
      sentence('The private key {path} cannot be read: {reason}.', { path, reason: fileFailure(error) }),
      'Check the path after --key, or "keyFile" of the target.',
      { cause: error },
    );
  }
}

function atHome(path: string, { cwd }: CliContext): string {
  return /^~[/\\]/.test(path) ? join(homedir(), path.slice(2)) : resolve(cwd, path);
}

function usage(message: string | Sentence, remedy: string | Sentence): RosterError {
  return new RosterError('usage', message, remedy);
}

/** The environment for other programs: the password is nobody's business but the server's. */
export function withoutPassword(env: CliContext['env']): CliContext['env'] {
  return Object.fromEntries(Object.entries(env).filter(([name]) => name !== passwordVariable));
}
