import type { Config } from '../../core/config/config';
import { joined, sentence, spoken } from '../../core/text/say';
import { parseSftpUrl } from '../../core/delivery/parse-sftp-url';
import { loginFolder, usualSftpPort, type Authentication, type Target } from '../../core/delivery/target';
import type { ProfileId } from '../../core/spec/catalog.generated';
import type { ConfigChange } from '../config/district-config';
import { say } from '../say';

/** What Connect asks for, as far as it is answered. */
export interface TargetForm {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly path: string;
  readonly authentication: Authentication;
  readonly keyFile: string;
  readonly keyIsLocked: boolean;
  /** The password, or the passphrase of the key. Empty stands for the one saved before, if there is one. */
  readonly secret: string;
  /** The consumer; undefined where the configuration names one already. */
  readonly profile: ProfileId | undefined;
  /** The target that is changed; undefined for a new one. */
  readonly existing: Target | undefined;
}

/** The form as it is first shown, for a new target or one to be changed. */
export function newForm(config: Config, existing: Target | undefined): TargetForm {
  return {
    host: existing?.host ?? '',
    port: existing?.port ?? usualSftpPort,
    user: existing?.user ?? '',
    path: existing?.path ?? loginFolder,
    authentication: existing?.authentication ?? 'password',
    keyFile: existing?.keyFile ?? '',
    keyIsLocked: false,
    secret: '',
    profile: config.profile === undefined ? 'incident-iq' : undefined,
    existing,
  };
}

/** Fills in a host or a whole `sftp://` address. */
export function withAddress(form: TargetForm, text: string): TargetForm {
  const parsed = readAddress(text);
  if (!('address' in parsed)) return form;
  const { host, port, user, path } = parsed.address;
  // A bare host says nothing about the port.
  const named = text.includes('://') || /:\d+$/.test(inBrackets(text.trim()));
  return { ...form, host, port: named ? port : form.port, user: user ?? form.user, path: path ?? form.path };
}

/** What is wrong with a host or an address, as one text. */
export function addressProblem(text: string): string | undefined {
  const parsed = readAddress(text);
  return 'address' in parsed ? undefined : spoken(joined(parsed.problem, parsed.remedy), say);
}

function readAddress(text: string): ReturnType<typeof parseSftpUrl> {
  const trimmed = text.trim();
  if (trimmed === '') {
    return {
      problem: sentence('A host is needed.'),
      remedy: sentence('Such as sftp.example.org, or sftp://user@host:port/folder.'),
    };
  }
  return parseSftpUrl(trimmed.includes('://') ? trimmed : `sftp://${inBrackets(trimmed)}`);
}

/** A bare IPv6 address, as people type it into a field for a host. */
function inBrackets(host: string): string {
  return /^[0-9a-f]*:[0-9a-f:.]*:[0-9a-f:.]*$/i.test(host) ? `[${host}]` : host;
}

export function portProblem(text: string): string | undefined {
  const port = /^\s*\d{1,5}\s*$/.test(text) ? Number(text) : 0;
  return port >= 1 && port <= 65535
    ? undefined
    : say('A port is a whole number from 1 to 65535; SFTP mostly uses 22.');
}

/** The target that the form describes. The pinned host key is kept only for the server it belongs to. */
export function targetOf(form: TargetForm, config: Config): Target {
  const { host, port, user, path, authentication, keyFile, existing } = form;
  const isSameServer = existing?.host === host && existing.port === port;
  return {
    name: existing?.name ?? nameFor(form, config),
    ...{ host, port, user, path, authentication },
    ...(isSameServer && existing.hostKey !== undefined ? { hostKey: existing.hostKey } : {}),
    ...(authentication === 'key' ? { keyFile } : {}),
    ...(existing?.profile === undefined ? {} : { profile: existing.profile }),
  };
}

/** A new target is called after its consumer where that is named, else after its host. */
function nameFor({ host, profile }: TargetForm, config: Config): string {
  const chosen = profile ?? config.profile;
  const name = chosen === undefined || chosen === 'standard' ? host : chosen;
  const taken = new Set(config.targets.map((target) => target.name));
  for (let count = 1; ; count++) {
    const candidate = count === 1 ? name : `${name}-${String(count)}`;
    if (!taken.has(candidate)) return candidate;
  }
}

/** What has to be set in the configuration to keep a target. Each value by itself, so that comments beside them stay. */
export function changesFor(target: Target, profile: ProfileId | undefined): readonly ConfigChange[] {
  const { name, host, port, user, path, hostKey, authentication, keyFile } = target;
  const settings = {
    url: undefined,
    host,
    port: port === usualSftpPort ? undefined : port,
    user,
    path: path === loginFolder ? undefined : path,
    hostKey,
    authentication,
    keyFile,
  };
  return [
    ...(profile === undefined ? [] : [{ at: ['profile'], value: profile }]),
    ...Object.entries(settings).map(([key, value]) => ({ at: ['targets', name, key], value })),
  ];
}
