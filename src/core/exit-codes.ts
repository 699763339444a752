import type { ErrorCode, RosterError } from './errors';

/** What the process ends with. Scripts rely on these numbers; they never change their meaning. */
export const exitCodes = {
  ok: 0,
  /** Problems at or above `--fail-on`. */
  problems: 1,
  /** Wrong arguments or configuration, or a file that could not be read or written. */
  usage: 2,
  gateRefused: 3,
  /** A connection or transfer failed, or a finished package is not what was packed. */
  failed: 4,
  cancelled: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export function exitCodeOf(error: RosterError): ExitCode {
  return codes[error.code];
}

/** The exit code of a failure by its code, as a log names it; undefined for a code that there is not. */
export function exitCodeByName(code: string): ExitCode | undefined {
  return new Map<string, ExitCode>(Object.entries(codes)).get(code);
}

const { problems, usage, gateRefused, failed, cancelled } = exitCodes;

const codes: Readonly<Record<ErrorCode, ExitCode>> = {
  'problems-found': problems,
  usage,
  configuration: usage,
  'not-a-roster': usage,
  'no-table': usage,
  'table-changed': usage,
  'file-unreadable': usage,
  'file-unwritable': usage,
  'file-changed': usage,
  'zip-unreadable': usage,
  'zip-bomb': usage,
  'git-missing': usage,
  'git-failed': usage,
  'comparison-gone': usage,
  'key-unreadable': usage,
  'rename-refused': usage,
  'gate-refused': gateRefused,
  'history-unreadable': usage,
  'already-running': usage,
  'export-failed': usage,
  'files-stale': usage,
  'schedule-failed': usage,
  'read-back-failed': failed,
  'host-unknown': failed,
  'connection-refused': failed,
  'connection-timeout': failed,
  'connection-lost': failed,
  'handshake-failed': failed,
  'host-key-unknown': failed,
  'host-key-changed': failed,
  'host-key-revoked': failed,
  'login-refused': failed,
  'remote-path-missing': failed,
  'remote-permission': failed,
  'remote-disk-full': failed,
  'remote-failed': failed,
  'transfer-incomplete': failed,
  cancelled,
};
