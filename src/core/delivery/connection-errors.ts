import { RosterError } from '../errors';
import { phrase, sentence } from '../text/say';

/** How far a connection had come. */
export type ConnectionPhase = 'connecting' | 'handshake' | 'login' | 'opening';

/** Whom the messages are about. */
export interface ServerAddress {
  readonly host: string;
  readonly port: number;
}

/** `host:port`, with brackets round an IPv6 address. */
export function formatAddress({ host, port }: ServerAddress): string {
  return `${host.includes(':') ? `[${host}]` : host}:${String(port)}`;
}

/** A connection that could not be made. `systemCode` is the operating system's word, such as `ECONNREFUSED`. */
export function connectFailure(systemCode: string | undefined, server: ServerAddress): RosterError {
  const address = formatAddress(server);
  switch (systemCode) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EAI_FAIL':
    case 'EAI_NODATA':
    case 'EAI_NONAME':
      return new RosterError(
        'host-unknown',
        sentence('No server named "{host}" was found.', { host: server.host }),
        phrase('Check the spelling of the host, and that this computer is on the network.'),
      );
    case 'ECONNREFUSED':
      return new RosterError(
        'connection-refused',
        sentence('Nothing answers at {address}: the connection was refused.', { address }),
        phrase('Check the port (SFTP mostly uses 22), and that the server is running.'),
      );
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'EADDRNOTAVAIL':
    case 'EACCES':
    case 'EPERM':
      return new RosterError(
        'connection-refused',
        sentence('There is no way from this computer to {address} ({systemCode}).', { address, systemCode }),
        phrase('Check the network, the VPN and the firewall.'),
      );
    case 'ETIMEDOUT':
      return connectionTimeout('connecting', server);
    case undefined:
    default:
      return connectionLost('connecting', server, systemCode);
  }
}

/** A server that did not answer in time. */
export function connectionTimeout(phase: ConnectionPhase, server: ServerAddress): RosterError {
  const { happened, remedy } = silences[phase];
  return new RosterError(
    'connection-timeout',
    { english: happened, values: { address: formatAddress(server) } },
    remedy,
  );
}

const silences: Readonly<Record<ConnectionPhase, { readonly happened: string; readonly remedy: string }>> = {
  connecting: {
    happened: phrase('{address} did not answer.'),
    remedy: phrase(
      'Check the host and the port. A firewall may be in between, or the server may only let known addresses in.',
    ),
  },
  handshake: {
    happened: phrase('{address} accepted the connection and then kept silent.'),
    remedy: phrase(
      'Check the port: this may not be an SFTP server. If it is, it may be overloaded; try again later.',
    ),
  },
  login: {
    happened: phrase('{address} did not answer the login.'),
    remedy: phrase('Try again later; if it stays so, ask the people who run the server.'),
  },
  opening: {
    happened: phrase('{address} accepted the login, but did not start SFTP.'),
    remedy: phrase('Ask the people who run the server whether this user may use SFTP.'),
  },
};

/** A connection that ended before its time. `words` is what the other side or the system said, fit to be quoted. */
export function connectionLost(
  phase: ConnectionPhase | 'working',
  server: ServerAddress,
  words?: string,
): RosterError {
  const english = {
    connecting: phrase('The connection to {address} was lost while it was being made{words}.'),
    handshake: phrase('The connection to {address} was lost before it was secured{words}.'),
    login: phrase('The connection to {address} was lost during the login{words}.'),
    opening: phrase('The connection to {address} was lost right after the login{words}.'),
    working: phrase('The connection to {address} was lost while it was in use{words}.'),
  }[phase];
  const remedy =
    phase === 'working'
      ? phrase('Check the network and try again.')
      : phrase(
          'The server may only let known addresses in, allow one connection at a time, or be overloaded. Try again later, or ask the people who run it.',
        );
  return new RosterError(
    'connection-lost',
    { english, values: { address: formatAddress(server), words: said(words) } },
    remedy,
  );
}

/** Something speaks at this port, but not SSH. */
export function notSftp(server: ServerAddress): RosterError {
  return new RosterError(
    'handshake-failed',
    sentence('What answers at {address} is not an SFTP server.', { address: formatAddress(server) }),
    phrase('Check the port: SFTP mostly uses 22. FTP and FTPS are other protocols and are not supported.'),
  );
}

/** A server with which no way to secure the connection was found, or which failed to prove that the host key is its own. */
export function handshakeFailure(server: ServerAddress, words: string): RosterError {
  return new RosterError(
    'handshake-failed',
    sentence('No secure connection to {address} came about{words}.', {
      address: formatAddress(server),
      words: said(words),
    }),
    phrase('The server may be too old to offer a safe way to connect. Ask the people who run it.'),
  );
}

/** The login went well, but the server has no SFTP for this user. */
export function sftpNotOffered(server: ServerAddress, words: string): RosterError {
  return new RosterError(
    'remote-failed',
    sentence('{address} accepted the login, but offers this user no SFTP{words}.', {
      address: formatAddress(server),
      words: said(words),
    }),
    phrase('Ask the people who run the server to allow SFTP for this user.'),
  );
}

/** What was cancelled left the package on the server as it was. */
export function cancelled(): RosterError {
  return new RosterError(
    'cancelled',
    phrase('Cancelled.'),
    phrase('The package on the server is as it was before.'),
  );
}

function said(words: string | undefined): string {
  return words === undefined || words === '' ? '' : ` ("${words}")`;
}
