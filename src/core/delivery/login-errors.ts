import { RosterError } from '../errors';
import { formatAddress, type ServerAddress } from './connection-errors';
import { knownHostName } from './known-hosts';
import type { Authentication } from './target';
import { anyOf, inEnglish, phrase, sentence, sentenceOf, spoken, type Say, type Sentence } from '../text/say';

/** The server shows another key than the target names. Nothing was sent to it. */
export function hostKeyChanged(server: ServerAddress, expected: string, found: string): RosterError {
  return new RosterError(
    'host-key-changed',
    changed(server, expected, found),
    phrase(
      'Ask the people who run the server, by another way than this connection, whether its key changed. Only if they confirm the new fingerprint, put it in the place of the old one in the target, or in --host-key.',
    ),
  );
}

/**
 * The server shows another key than those that known_hosts files have for it. Nothing was sent to it.
 * @param known what was expected, and where it stands
 */
export function knownHostChanged(
  server: ServerAddress,
  known: readonly { readonly fingerprint: string; readonly place: string }[],
  found: string,
): RosterError {
  const expected = anyOf(known.map(({ fingerprint, place }) => `${fingerprint} (${place})`));
  const name = knownHostName(server.host, server.port);
  return new RosterError(
    'host-key-changed',
    changed(server, expected, found),
    sentence(
      'Ask the people who run the server, by another way than this connection, whether its key changed. Only if they confirm the new fingerprint, take out the old one with ssh-keygen -R "{name}" and connect once more, or name the new one as "hostKey" of the target or with --host-key, which count more.',
      { name },
    ),
  );
}

/** The server shows a key of which a known_hosts file says that it must never be trusted again. Nothing was sent to it. */
export function hostKeyRevoked(server: ServerAddress, found: string, place: string): RosterError {
  return new RosterError(
    'host-key-revoked',
    sentence(
      'The host key of {address}, {found}, is revoked ({place}): others may have it too. Nothing was sent.',
      { address: formatAddress(server), found, place },
    ),
    phrase(
      'Ask the people who run the server for a new host key. A revoked one is refused even where the target names it.',
    ),
  );
}

function changed(server: ServerAddress, expected: string | Sentence, found: string): Sentence {
  return sentence(
    'The host key of {address} is not the expected one: it is {found}, expected was {expected}. Nothing was sent: this may be another server in its place.',
    { address: formatAddress(server), found, expected },
  );
}

/**
 * No key was named to compare with, and nobody can be asked. Nothing was sent.
 * @param authorities where known_hosts files have an authority for the server, which is not asked
 */
export function hostKeyUnknown(
  server: ServerAddress,
  found: string,
  authorities: readonly string[] = [],
): RosterError {
  return new RosterError(
    'host-key-unknown',
    authorities.length === 0
      ? sentence('The host key of {address} is not known yet: {found}. Nothing was sent.', {
          address: formatAddress(server),
          found,
        })
      : sentence('The host key of {address} is not known yet: {found}. {authorities} Nothing was sent.', {
          address: formatAddress(server),
          found,
          authorities: unusedAuthorities(authorities),
        }),
    sentence(
      'Compare it with the fingerprint the people who run the server publish. If it is the same, add --host-key {found}, or "hostKey" to the target.',
      { found },
    ),
  );
}

/** A sentence with a blank after it, or nothing. */
export function authoritiesUnused(authorities: readonly string[], say: Say = inEnglish): string {
  return authorities.length === 0 ? '' : `${spoken(unusedAuthorities(authorities), say)} `;
}

function unusedAuthorities(authorities: readonly string[]): Sentence {
  return sentence(
    'An authority is named for it ({authorities}), but host keys signed by authorities are not supported.',
    { authorities: authorities.join(', ') },
  );
}

/** A person was asked and said no. */
export function hostKeyDeclined(server: ServerAddress, found: string): RosterError {
  return new RosterError(
    'host-key-unknown',
    sentence('The host key of {address}, {found}, was not accepted. Nothing was sent.', {
      address: formatAddress(server),
      found,
    }),
    phrase('Ask the people who run the server for its fingerprint and connect again.'),
  );
}

const credentials: Readonly<
  Record<Authentication, { readonly name: string; readonly refused: string; readonly check: string }>
> = {
  password: {
    name: phrase('the password'),
    refused: phrase('{address} refused the user or the password{words}.'),
    check: phrase(
      'Check the user and the password. It was tried once only, so that the account is not locked.',
    ),
  },
  key: {
    name: phrase('the key'),
    refused: phrase('{address} refused the user or the key{words}.'),
    check: phrase(
      "Check the user, and that the server knows this key's public half. It was tried once only, so that the account is not locked.",
    ),
  },
  agent: {
    name: phrase("the agent's keys"),
    refused: phrase("{address} refused the user or the agent's keys{words}."),
    check: phrase(
      'Check the user, and that the agent holds a key the server knows. It was tried once only, so that the account is not locked.',
    ),
  },
};

/** The server did not take the credential. It was tried once: repeating a wrong one locks accounts. */
export function loginRefused(
  server: ServerAddress,
  authentication: Authentication,
  words?: string,
): RosterError {
  const { refused, check } = credentials[authentication];
  const said = words === undefined || words === '' ? '' : ` ("${words}")`;
  return new RosterError(
    'login-refused',
    { english: refused, values: { address: formatAddress(server), words: said } },
    check,
  );
}

/** The server wants to be shown something else than the target has. Nothing secret was sent. */
export function loginNotOffered(
  server: ServerAddress,
  authentication: Authentication,
  offered: readonly string[],
): RosterError {
  return new RosterError(
    'login-refused',
    sentence('{address} does not let this user in with {name}; it allows {offered}.', {
      address: formatAddress(server),
      name: sentenceOf(credentials[authentication].name),
      offered: offered.join(', '),
    }),
    phrase('Choose another authentication in the target: "password", "key" or "agent".'),
  );
}

/** The server took the credential and asks for one more. */
export function secondFactorAsked(server: ServerAddress): RosterError {
  return new RosterError(
    'login-refused',
    sentence(
      '{address} asks for more than one proof of who you are, such as a code; uploads cannot give it.',
      { address: formatAddress(server) },
    ),
    phrase('Ask the people who run the server for a user that logs in with a password or a key alone.'),
  );
}

/** The server takes the password only to have it changed. */
export function passwordExpired(server: ServerAddress): RosterError {
  return new RosterError(
    'login-refused',
    sentence('{address} asks for a new password: the present one has expired.', {
      address: formatAddress(server),
    }),
    phrase('Change the password on the server, or ask the people who run it to, and give the new one.'),
  );
}

/** No agent answers, or it does not give what the login needs. */
export function agentUnavailable(words: string): RosterError {
  return new RosterError(
    'key-unreadable',
    sentence('The agent with the keys cannot be used{words}.', {
      words: words === '' ? '' : ` ("${words}")`,
    }),
    phrase(
      'Start ssh-agent or Pageant and add the key to it, or choose the authentication "key" or "password".',
    ),
  );
}

/** Why a private key cannot be used. */
export type KeyTrouble = 'passphrase-missing' | 'passphrase-wrong' | 'public' | 'format';

export function keyUnreadable(reason: KeyTrouble): RosterError {
  const { message, remedy } = keyTroubles[reason];
  return new RosterError('key-unreadable', message, remedy);
}

const keyTroubles: Readonly<Record<KeyTrouble, { readonly message: string; readonly remedy: string }>> = {
  'passphrase-missing': {
    message: phrase('The private key is protected by a passphrase.'),
    remedy: phrase('Give the passphrase of the key.'),
  },
  'passphrase-wrong': {
    message: phrase('The passphrase does not open the private key.'),
    remedy: phrase('Check the passphrase.'),
  },
  public: {
    message: phrase('The key file holds a public key.'),
    remedy: phrase('Name the file of the private key: mostly the one without ".pub".'),
  },
  format: {
    message: phrase('The private key cannot be read.'),
    remedy: phrase(
      'Use a private key in OpenSSH form: "ssh-keygen -p -f FILE" rewrites a key in it, PuTTYgen exports it.',
    ),
  },
};
