import { inEnglish, sentenceOf, spoken, type Sentence } from './text/say';

/** Why an expected failure happened. Codes are stable: scripts and tests may rely on them. */
export type ErrorCode =
  | 'usage'
  | 'configuration'
  | 'not-a-roster'
  | 'file-unreadable'
  | 'file-unwritable'
  | 'file-changed'
  | 'zip-unreadable'
  | 'zip-bomb'
  | 'git-missing'
  | 'git-failed'
  | 'comparison-gone'
  | 'no-table'
  | 'table-changed'
  | 'problems-found'
  | 'read-back-failed'
  | 'gate-refused'
  | 'history-unreadable'
  | 'already-running'
  | 'export-failed'
  | 'files-stale'
  | 'schedule-failed'
  | 'cancelled'
  | 'rename-refused'
  | 'host-unknown'
  | 'connection-refused'
  | 'connection-timeout'
  | 'connection-lost'
  | 'handshake-failed'
  | 'host-key-unknown'
  | 'host-key-changed'
  | 'host-key-revoked'
  | 'login-refused'
  | 'key-unreadable'
  | 'remote-path-missing'
  | 'remote-permission'
  | 'remote-disk-full'
  | 'remote-failed'
  | 'transfer-incomplete';

/** What happened, and what can be done about it. */
export interface FailureSentences {
  readonly message: Sentence;
  readonly remedy: Sentence;
}

/**
 * A failure that was foreseen: a file, the network, a login, a cancel. `message` says in a sentence what happened,
 * `remedy` what the person can do about it, both in English. Neither ever holds a secret. Everything else that is thrown is a bug.
 */
export class RosterError extends Error {
  override readonly name = 'RosterError';
  readonly code: ErrorCode;
  readonly remedy: string;
  /** Both as they can be said in other languages. */
  readonly sentences: FailureSentences;

  constructor(
    code: ErrorCode,
    message: string | Sentence,
    remedy: string | Sentence,
    options?: { readonly cause?: unknown },
  ) {
    const sentences = { message: sentenceOf(message), remedy: sentenceOf(remedy) };
    super(spoken(sentences.message, inEnglish), options);
    this.code = code;
    this.remedy = spoken(sentences.remedy, inEnglish);
    this.sentences = sentences;
  }

  static is(error: unknown, code?: ErrorCode): error is RosterError {
    return error instanceof RosterError && (code === undefined || error.code === code);
  }
}
