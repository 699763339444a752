import { phrase, sentence, sentenceOf, type Sentence } from '../text/say';
import { loginFolder, usualSftpPort } from './target';

/** What an sftp URL says. */
export interface SftpAddress {
  readonly host: string;
  readonly port: number;
  readonly user?: string;
  /** The remote folder, where the URL names one. */
  readonly path?: string;
}

/** The address, or what is wrong with the text and what to write instead. Neither sentence ever holds a password. */
export type ParsedSftpUrl =
  { readonly address: SftpAddress } | { readonly problem: Sentence; readonly remedy: Sentence };

const example = phrase(
  'Write it as sftp://user@host:port/folder; the user, the port and the folder may be left out.',
);

/**
 * Reads `sftp://user@host:port/path`. The path is absolute, as in curl and WinSCP; `/~/folder` is below the folder of the login,
 * and no path, or `/` alone, says nothing about the folder. Special characters are percent-encoded; IPv6 stands in brackets.
 */
export function parseSftpUrl(url: string): ParsedSftpUrl {
  const trimmed = url.trim();
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(trimmed)?.[1];
  if (scheme === undefined) return wrong(phrase('The address does not begin with "sftp://".'));
  if (scheme.toLowerCase() !== 'sftp')
    return wrong(sentence('The address begins with "{scheme}://"; only "sftp://" is allowed.', { scheme }));
  const rest = trimmed.slice(scheme.length + 3);
  const at = rest.lastIndexOf('@');
  const login = rest.slice(0, Math.max(at, 0));
  if (login.includes(':')) return passwordInside();
  if (/[/?#]/.test(login)) {
    return wrong(
      phrase('The address has an "@" after the host.'),
      phrase('Write an "@" that belongs to a name as "%40".'),
    );
  }
  return parseAfterLogin(rest.slice(at + 1), at < 0 ? undefined : login);
}

function parseAfterLogin(text: string, login: string | undefined): ParsedSftpUrl {
  if (/[?#]/.test(text)) {
    return wrong(
      phrase('The address holds a "?" or a "#".'),
      phrase('In a folder\'s name write them as "%3F" and "%23".'),
    );
  }
  const slash = text.indexOf('/');
  const authority = slash < 0 ? text : text.slice(0, slash);
  const parts = /^(?:\[([^\]]*)\]|([^:[\]]*))(?::(.*))?$/.exec(authority);
  if (parts === null)
    return wrong(
      phrase('The host cannot be read.'),
      phrase('Write an IPv6 address in brackets: sftp://[2001:db8::7]/folder.'),
    );
  const [, ipv6, name, portText] = parts;
  const host = ipv6 === undefined ? readHost(name ?? '') : readIpv6(ipv6);
  if (typeof host !== 'string') return host;
  const port = readPort(portText);
  if (typeof port !== 'number') return port;
  const user = login === undefined ? undefined : decode(login);
  if (login !== undefined && (user === undefined || user === ''))
    return wrong(phrase('The user name is empty or cannot be read.'));
  const path = readPath(slash < 0 ? '' : text.slice(slash));
  if (path === undefined)
    return wrong(
      phrase('The folder holds a "%" or a character that cannot be read.'),
      phrase('Write a "%" as "%25".'),
    );
  return {
    address: { host, port, ...(user === undefined ? {} : { user }), ...(path === '' ? {} : { path }) },
  };
}

function readHost(text: string): string | ParsedSftpUrl {
  const host = decode(text);
  if (host === '') return wrong(phrase('The address names no host.'));
  if (host === undefined || /[\s/\\:%@<>"|^`{}]/.test(host)) {
    return wrong(sentence('The host "{text}" holds a character that no host name has.', { text }));
  }
  return host;
}

/** Digits, colons and dots are checked here; whether the address exists is the network's affair. */
function readIpv6(text: string): string | ParsedSftpUrl {
  const host = decode(text);
  if (host !== undefined && host.includes(':') && /^[0-9a-f:.]+(?:%[\w.-]+)?$/i.test(host)) return host;
  return wrong(sentence('"[{text}]" is not an IPv6 address.', { text }));
}

function readPort(text: string | undefined): number | ParsedSftpUrl {
  if (text === undefined || text === '') return usualSftpPort;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port >= 1 && port <= 65535) return port;
  // The text is not quoted: a mistyped address may have a password in this place.
  return wrong(phrase('What follows the colon after the host is not a port: a number from 1 to 65535.'));
}

/** The empty text where the URL says nothing about the folder; undefined where it cannot be read. */
function readPath(text: string): string | undefined {
  const path = decode(text);
  if (path === undefined || path === '' || path === '/') return path === undefined ? undefined : '';
  const belowLogin = /^\/~(?:\/+(.*))?$/.exec(path);
  if (belowLogin === null) return path;
  return belowLogin[1] === undefined || belowLogin[1] === '' ? loginFolder : belowLogin[1];
}

/** Percent-decoded text, or undefined where the encoding is broken or a control character comes out. */
function decode(text: string): string | undefined {
  try {
    const decoded = decodeURIComponent(text);
    // eslint-disable-next-line no-control-regex -- Control characters are what is looked for.
    return /[\u0000-\u001f\u007f]/.test(decoded) ? undefined : decoded;
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

function passwordInside(): ParsedSftpUrl {
  return {
    problem: sentence('The address holds a password.'),
    remedy: sentence(
      'Take the password out of the address and change it if others may have seen it. The editor asks for it and keeps it safe; the command line reads it from ONEROSTER_SFTP_PASSWORD or, with --password-stdin, from standard input.',
    ),
  };
}

function wrong(problem: string | Sentence, remedy: string = example): ParsedSftpUrl {
  return { problem: sentenceOf(problem), remedy: sentenceOf(remedy) };
}
