import { RosterError } from '../errors';
import { phrase, sentence, type Sentence } from '../text/say';
import { connectionLost, formatAddress, type ServerAddress } from './connection-errors';

/** What was being done on the server when it failed. */
export interface RemoteStep {
  /** Continues "The server does not let this user …": `write "OneRoster.zip"`. */
  readonly doing: Sentence;
  /** The path that the step needs to be there. */
  readonly path: string;
  /** A failure without a stated cause means, in this step, that there is no room. */
  readonly storing?: boolean;
}

/** The answers of the SFTP protocol that mean something to us, from its drafts; servers mostly know the first seven. */
const status = {
  missing: 2,
  denied: 3,
  noConnection: 6,
  lost: 7,
  pathMissing: 10,
  readOnly: 12,
  noSpace: 14,
  quota: 15,
};

/**
 * Names the cause of a refused step.
 * @param code the SFTP status, where the server gave one
 * @param words what the server said, fit to be quoted
 */
export function remoteFailure(
  step: RemoteStep,
  code: number | undefined,
  words: string,
  server: ServerAddress,
): RosterError {
  const address = formatAddress(server);
  switch (code) {
    case status.missing:
    case status.pathMissing:
      return new RosterError(
        'remote-path-missing',
        sentence('{address} has no "{path}", or hides it; it was needed to {doing}.', {
          address,
          path: step.path,
          doing: step.doing,
        }),
        phrase('Check the folder of the target: upper and lower case count. Folders are not created.'),
      );
    case status.denied:
    case status.readOnly:
      return new RosterError(
        'remote-permission',
        sentence('{address} does not let this user {doing}.', { address, doing: step.doing }),
        phrase('Ask the people who run the server for the right to write, rename and delete in the folder.'),
      );
    case status.noConnection:
    case status.lost:
      return connectionLost('working', server, words);
    case undefined:
    default:
      return isFull(step, code, words) ? diskFull(step, words, address) : unexplained(step, words, address);
  }
}

/** A step that got no answer in time. */
export function remoteTimeout(step: RemoteStep, server: ServerAddress): RosterError {
  return new RosterError(
    'connection-timeout',
    sentence('{address} stopped answering when it was asked to {doing}.', {
      address: formatAddress(server),
      doing: step.doing,
    }),
    phrase('Try again later; if it stays so, ask the people who run the server.'),
  );
}

/** The file on the server is not as long as what was sent. */
export function sizeDiffers(path: string, sent: number, found: number): RosterError {
  return new RosterError(
    'transfer-incomplete',
    sentence(
      'The server holds {found} of the {sent} bytes of "{path}". The package there before was not touched.',
      { found: String(found), sent: String(sent), path },
    ),
    phrase(
      'Upload again. If it happens again, its disk or quota may be full: ask the people who run the server.',
    ),
  );
}

function isFull(step: RemoteStep, code: number | undefined, words: string): boolean {
  if (
    code === status.noSpace ||
    code === status.quota ||
    /no space|space left|quota|disk.{0,10}full/i.test(words)
  )
    return true;
  return step.storing === true && code !== undefined;
}

function diskFull(step: RemoteStep, words: string, address: string): RosterError {
  return new RosterError(
    'remote-disk-full',
    sentence('{address} has no room to {doing}: its disk or quota is most likely full{words}.', {
      address,
      doing: step.doing,
      words: said(words),
    }),
    phrase('Ask the people who run the server to make room.'),
  );
}

function unexplained(step: RemoteStep, words: string, address: string): RosterError {
  return new RosterError(
    'remote-failed',
    sentence('{address} failed to {doing}{words}.', { address, doing: step.doing, words: said(words) }),
    phrase('Try again; if it stays so, show this message to the people who run the server.'),
  );
}

function said(words: string): string {
  return words === '' ? '' : ` ("${words}")`;
}
