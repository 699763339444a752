/** How long to wait for the server, in milliseconds. Waiting for a person (host key, password) does not count. */
export interface SftpTimeouts {
  /** Until the TCP connection stands. */
  readonly connect: number;
  /** Until the host key is there, and again until the connection is secured. */
  readonly handshake: number;
  /** For each answer during the login. */
  readonly login: number;
  /** For each answer afterwards; during an upload, until the next piece is confirmed. */
  readonly answer: number;
  /** For removing what a failed or cancelled upload left, and for the farewell. */
  readonly cleanup: number;
  /** Between signs of life that are asked of a server; three without an answer are the end. 0 asks for none. */
  readonly keepalive: number;
}

export const usualTimeouts: SftpTimeouts = {
  connect: 15_000,
  handshake: 20_000,
  login: 30_000,
  answer: 30_000,
  cleanup: 5_000,
  keepalive: 15_000,
};
