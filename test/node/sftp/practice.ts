// What the SFTP tests share: a practice server over a fresh folder, a way in, and the demand that no secret gets out.
import { inEnglish, spoken, type Sentence } from '../../../src/core/text/say';
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { RosterError, type ErrorCode } from '../../../src/core/errors';
import type { Credential } from '../../../src/node/sftp/credential';
import { openSftpSession, type OpenSessionOptions } from '../../../src/node/sftp/open-sftp-session';
import type { SftpSession } from '../../../src/node/sftp/sftp-session';
import {
  startPracticeServer,
  type PracticeServer,
  type PracticeServerOptions,
} from '../../support/practice-server';

export const user = 'practice';
export const password = 'S3cret-Pass-W0rd';

/** Short enough for a test that waits for one to run out, long enough for a slow machine to answer in. */
export const patient = { connect: 10_000, handshake: 10_000, login: 10_000, answer: 10_000, cleanup: 2_000 };

export interface Practice {
  /** What the server serves. */
  readonly folder: string;
  /** Another folder, for local files. */
  readonly local: string;
  readonly server: PracticeServer;
  /** Every line the session logged. */
  readonly lines: string[];
  /** The options that lead in; the host key is pinned. */
  readonly options: OpenSessionOptions;
  /** How often a secret was asked for. */
  readonly reads: () => number;
}

/** Runs `work` with a server of its own, and takes everything down after it, whatever happened. */
export async function withServer(
  options: Partial<PracticeServerOptions>,
  work: (practice: Practice) => Promise<void>,
): Promise<void> {
  const base = await mkdtemp(join(tmpdir(), 'oneroster-sftp-'));
  try {
    const [folder, local] = await Promise.all([
      mkdtemp(join(base, 'remote-')),
      mkdtemp(join(base, 'local-')),
    ]);
    const server = await startPracticeServer({ folder, user, password, ...options });
    try {
      await work(practise(server, folder, local));
    } finally {
      await server.stop();
    }
  } finally {
    await rm(base, { recursive: true, force: true });
  }
}

function practise(server: PracticeServer, folder: string, local: string): Practice {
  const lines: string[] = [];
  let reads = 0;
  const credential: Credential = {
    kind: 'password',
    read: async () => {
      reads++;
      return password;
    },
  };
  const log = (said: Sentence) => {
    const line = spoken(said, inEnglish);
    demandNoSecret(line);
    lines.push(line);
  };
  const target = { host: server.host, port: server.port, user, hostKey: server.hostKeyFingerprint };
  return {
    folder,
    local,
    server,
    lines,
    reads: () => reads,
    options: { target, credential, timeouts: patient, log },
  };
}

export async function withSession(
  options: Partial<PracticeServerOptions>,
  work: (practice: Practice & { readonly session: SftpSession }) => Promise<void>,
  opening: Partial<OpenSessionOptions> = {},
): Promise<void> {
  await withServer(options, async (practice) => {
    const session = await openSftpSession({ ...practice.options, ...opening });
    try {
      await work({ ...practice, session });
    } finally {
      await session.close();
    }
  });
}

/** Demands a failure with a code and a remedy, and without a secret in any part of it. */
export async function rejectsWith(
  code: ErrorCode,
  work: Promise<unknown>,
  ...parts: readonly RegExp[]
): Promise<RosterError> {
  const error: unknown = await work.then(
    () => assert.fail(`expected ${code}, but nothing failed`),
    (failure: unknown) => failure,
  );
  assert.ok(RosterError.is(error), inspect(error));
  assert.equal(error.code, code, inspect(error));
  assert.match(error.message, /\.$/);
  assert.match(error.remedy, /\.$/);
  for (const part of parts) assert.match(`${error.message} ${error.remedy}`, part);
  demandNoSecret(inspect(error, { depth: null, showHidden: true }), JSON.stringify(error), error.stack ?? '');
  return error;
}

export function demandNoSecret(...texts: readonly string[]): void {
  for (const text of texts) {
    assert.ok(!text.includes(password), `the password is in: ${text.replaceAll(password, '•')}`);
    assert.ok(!text.includes(Buffer.from(password).toString('base64')), 'the password is there in base64');
    assert.ok(!text.includes(Buffer.from(password).toString('hex')), 'the password is there in hexadecimal');
  }
}

/** A file of the given length whose every part is different. */
export async function makeFile(
  folder: string,
  name: string,
  bytes: number,
): Promise<{ path: string; content: Buffer }> {
  const content = Buffer.alloc(bytes);
  for (let at = 0; at + 4 <= bytes; at += 4) content.writeUInt32LE(Math.imul(at, 2654435761) >>> 0, at);
  const path = join(folder, name);
  await writeFile(path, content);
  return { path, content };
}

/** Demands exactly these files in a folder. */
export async function demandFiles(folder: string, expected: Readonly<Record<string, Buffer>>): Promise<void> {
  assert.deepEqual((await readdir(folder)).sort(), Object.keys(expected).sort());
  for (const [name, content] of Object.entries(expected)) {
    assert.ok((await readFile(join(folder, name))).equals(content), `${name} has another content`);
  }
}
