import type { ProfileId } from '../spec/catalog.generated';

/** How a target proves who is asking: a password, a private key in a file, or keys held by an agent (ssh-agent, Pageant). */
export type Authentication = 'password' | 'key' | 'agent';

/** A place to upload packages to. It never holds a secret: those come from elsewhere when they are needed. */
export interface Target {
  /** How people call it; unique among the targets of a configuration. */
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly user: string;
  /** The remote folder. `.` is the folder the server puts a user in at login. */
  readonly path: string;
  /** The server's host key as a fingerprint: `SHA256:` and 43 base64 characters. Any other key is refused. */
  readonly hostKey?: string;
  readonly authentication: Authentication;
  /** The consumer who reads there, where it is another than the configuration's. */
  readonly profile?: ProfileId;
  /** The private key's file, for the authentication `key`. */
  readonly keyFile?: string;
}

/** The port of SSH where none is named. */
export const usualSftpPort = 22;

/** The remote folder where none is named: the one the server puts a user in at login. */
export const loginFolder = '.';
