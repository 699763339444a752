import { joined, phrase, sentence, type Sentence } from '../text/say';
import { secretName } from '../delivery/find-secrets';
import { parseFingerprint } from '../delivery/fingerprint';
import { parseSftpUrl, type SftpAddress } from '../delivery/parse-sftp-url';
import { loginFolder, usualSftpPort, type Authentication, type Target } from '../delivery/target';
import { profileIds } from '../spec/specification';
import type { JsonNode } from './config';
import type { JsonProperty, JsonReader } from './json-reader';

/** The settings of a target, in the order in which they are listed to people. */
export const targetSettings = [
  'url',
  'host',
  'port',
  'user',
  'path',
  'hostKey',
  'profile',
  'authentication',
  'keyFile',
] as const;

const authentications: readonly Authentication[] = ['password', 'key', 'agent'];
/** A target of the configuration, or undefined where a mistake leaves it without a meaning. */
export function checkTarget(reader: JsonReader, { name, key, value }: JsonProperty): Target | undefined {
  const what = sentence('The target "{name}"', { name });
  if (name.trim() === '') reader.report(key, phrase('A target needs a name'));
  const settings = new Map<string, JsonNode>();
  for (const property of reader.properties(value, what)) {
    if (targetSettings.some((known) => known === property.name)) settings.set(property.name, property.value);
    else if (secretName.test(property.name)) refuseSecret(reader, property);
    else reader.unknown(property, targetSettings, what);
  }
  if (value.type !== 'object') return undefined;
  const address = settings.has('url')
    ? addressOfUrl(reader, settings, what)
    : addressOfParts(reader, settings);
  if (address === undefined) return undefined;
  if (address.host === '' || address.user === undefined) {
    reader.report(
      key,
      address.host === ''
        ? sentence('{what} names no host: set "url" to "sftp://user@host/folder", or "host" and "user"', {
            what,
          })
        : sentence('{what} names no user: set "url" to "sftp://user@host/folder", or "host" and "user"', {
            what,
          }),
    );
    return undefined;
  }
  return {
    name,
    host: address.host,
    port: address.port,
    user: address.user,
    path: address.path ?? loginFolder,
    ...profile(reader, settings.get('profile')),
    ...login(reader, settings, key, what),
  };
}

/** A consumer of its own: one roster may go to several. */
function profile(reader: JsonReader, node: JsonNode | undefined): Pick<Target, 'profile'> {
  const chosen = node === undefined ? undefined : reader.choice(node, profileIds, '"profile"');
  return chosen === undefined ? {} : { profile: chosen };
}

function refuseSecret(reader: JsonReader, { key, name }: JsonProperty): void {
  reader.report(
    key,
    sentence(
      '"{name}" does not belong here: this file is shared, so it holds no secrets. Remove it, and change it if others may have seen it. The editor asks for it and keeps it safe; the command line reads ONEROSTER_SFTP_PASSWORD or, with --password-stdin, standard input',
      { name },
    ),
  );
}

function addressOfUrl(
  reader: JsonReader,
  settings: ReadonlyMap<string, JsonNode>,
  what: Sentence,
): SftpAddress | undefined {
  for (const name of ['host', 'port', 'user', 'path']) {
    const node = settings.get(name);
    if (node !== undefined)
      reader.report(
        node,
        sentence('{what} has a "url" already, which says "{name}" as well', { what, name }),
      );
  }
  const node = settings.get('url');
  const url = node === undefined ? undefined : reader.text(node, '"url"');
  if (node === undefined || url === undefined) return undefined;
  const parsed = parseSftpUrl(url);
  if ('address' in parsed) return parsed.address;
  reader.report(node, joined(parsed.problem, parsed.remedy));
  return undefined;
}

function addressOfParts(
  reader: JsonReader,
  settings: ReadonlyMap<string, JsonNode>,
): SftpAddress | undefined {
  const read = (name: string) => {
    const node = settings.get(name);
    return node === undefined ? undefined : reader.text(node, `"${name}"`);
  };
  const host = settings.has('host') ? read('host') : '';
  const user = read('user');
  const path = read('path');
  const port = settings.get('port');
  if (host === undefined || (settings.has('user') && user === undefined)) return undefined;
  return {
    host,
    port: port === undefined ? usualSftpPort : checkPort(reader, port),
    ...(user === undefined ? {} : { user }),
    ...(path === undefined ? {} : { path }),
  };
}

function checkPort(reader: JsonReader, node: JsonNode): number {
  const { value } = node;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 65535) return value;
  reader.report(node, phrase('"port" has to be a whole number from 1 to 65535'));
  return usualSftpPort;
}

function login(
  reader: JsonReader,
  settings: ReadonlyMap<string, JsonNode>,
  key: JsonNode,
  what: Sentence,
): Pick<Target, 'hostKey' | 'authentication' | 'keyFile'> {
  const hostKeyNode = settings.get('hostKey');
  const hostKey = hostKeyNode === undefined ? undefined : checkHostKey(reader, hostKeyNode);
  const keyFileNode = settings.get('keyFile');
  const keyFile = keyFileNode === undefined ? undefined : reader.text(keyFileNode, '"keyFile"');
  const node = settings.get('authentication');
  const chosen = node === undefined ? undefined : reader.choice(node, authentications, '"authentication"');
  const authentication = chosen ?? (keyFileNode === undefined ? 'password' : 'key');
  if (authentication === 'key' && keyFileNode === undefined) {
    reader.report(
      node ?? key,
      sentence('{what} logs in with a key, so it needs "keyFile": the path of the private key', { what }),
    );
  }
  if (keyFileNode !== undefined && authentication !== 'key') {
    reader.report(
      keyFileNode,
      sentence('"keyFile" is not used, because "authentication" is "{authentication}"', { authentication }),
      'warning',
    );
  }
  return {
    authentication,
    ...(hostKey === undefined ? {} : { hostKey }),
    ...(keyFile === undefined ? {} : { keyFile }),
  };
}

function checkHostKey(reader: JsonReader, node: JsonNode): string | undefined {
  const text = reader.text(node, '"hostKey"');
  if (text === undefined) return undefined;
  const fingerprint = parseFingerprint(text);
  if (fingerprint === undefined) {
    reader.report(
      node,
      phrase('"hostKey" has to be a fingerprint: "SHA256:" and 43 letters, as "ssh-keygen -l" prints it'),
    );
  }
  return fingerprint;
}
