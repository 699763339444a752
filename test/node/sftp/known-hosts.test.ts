import assert from 'node:assert/strict';
import { inEnglish, spoken } from '../../../src/core/text/say';
import { execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseKnownHosts } from '../../../src/core/delivery/known-hosts';
import { readKnownHosts, usualKnownHostsFiles, type KnownHosts } from '../../../src/node/sftp/known-hosts';
import { openSftpSession } from '../../../src/node/sftp/open-sftp-session';
import { createKeyPair, fingerprintOf, type KeyPair } from '../../../src/node/practice/key-pair';
import { inTemporaryFolder } from '../support/temporary-folder';
import { rejectsWith, withServer, type Practice } from './practice';

const [one, two] = [createKeyPair(), createKeyPair()];
const rsa = createKeyPair('rsa');

/** The type and the key, as a known_hosts line has them. */
function keyOf({ public: line }: KeyPair): string {
  return line.split(' ').slice(0, 2).join(' ');
}

function hashed(name: string): string {
  const salt = Buffer.from('0123456789abcdefghij');
  return `|1|${salt.toString('base64')}|${createHmac('sha1', salt).update(name).digest('base64')}`;
}

async function knownOf(text: string): Promise<KnownHosts> {
  let known: KnownHosts | undefined;
  await inTemporaryFolder(async (folder) => {
    await writeFile(join(folder, 'known_hosts'), text);
    known = await readKnownHosts([join(folder, 'known_hosts')]);
  });
  assert.ok(known);
  return known;
}

describe('known_hosts: who is spoken of', () => {
  const rows: readonly (readonly [string, string, number, boolean])[] = [
    ['sftp.example.org', 'sftp.example.org', 22, true],
    ['sftp.example.org', 'SFTP.Example.ORG', 22, true],
    ['SFTP.example.org', 'sftp.example.org', 22, true],
    ['other.org,sftp.example.org,10.0.0.1', '10.0.0.1', 22, true],
    ['sftp.example.org', 'sftp.example.org.evil', 22, false],
    ['sftp.example.org', 'xsftp.example.org', 22, false],
    ['sftpXexample.org', 'sftp.example.org', 22, false],
    ['[sftp.example.org]:2222', 'sftp.example.org', 2222, true],
    ['[sftp.example.org]:2222', 'sftp.example.org', 22, false],
    ['[sftp.example.org]:2222', 'sftp.example.org', 2223, false],
    ['[sftp.example.org]:*', 'sftp.example.org', 2223, true],
    ['[::1]:2222', '::1', 2222, true],
    ['*.example.org', 'a.b.example.org', 22, true],
    ['*.example.org', 'example.org', 22, false],
    ['sftp?.example.org', 'sftp1.example.org', 22, true],
    ['sftp?.example.org', 'sftp.example.org', 22, false],
    ['*.example.org,!test.example.org', 'test.example.org', 22, false],
    ['!test.example.org,*.example.org', 'test.example.org', 22, false],
    ['!test.example.org,*.example.org', 'sftp.example.org', 22, true],
    ['!test.example.org', 'sftp.example.org', 22, false],
    ['*', 'anything', 22, true],
    [hashed('sftp.example.org'), 'sftp.example.org', 22, true],
    [hashed('sftp.example.org'), 'SFTP.example.org', 22, true],
    [hashed('sftp.example.org'), 'sftp.example.com', 22, false],
    [hashed('[sftp.example.org]:2222'), 'sftp.example.org', 2222, true],
    [hashed('[sftp.example.org]:2222'), 'sftp.example.org', 22, false],
  ];
  for (const [hosts, host, port, isSpokenOf] of rows) {
    it(`${hosts.slice(0, 40)} ${isSpokenOf ? 'speaks' : 'does not speak'} of ${host}:${String(port)}`, async () => {
      const { trusted } = (await knownOf(`${hosts} ${keyOf(one)} a comment\n`)).keysOf({ host, port });
      assert.deepEqual(
        trusted.map(({ fingerprint }) => fingerprint),
        isSpokenOf ? [fingerprintOf(one.private)] : [],
      );
    });
  }

  it('reads what ssh-keygen hashes', async function () {
    await inTemporaryFolder(async (folder) => {
      const file = join(folder, 'known_hosts');
      await writeFile(file, `[sftp.example.org]:2222 ${keyOf(one)}\nplain.example.org ${keyOf(two)}\n`);
      try {
        execFileSync('ssh-keygen', ['-H', '-f', file], { stdio: 'ignore' });
      } catch {
        this.skip(); // Not installed.
      }
      const known = await readKnownHosts([file]);
      assert.equal(known.keysOf({ host: 'sftp.example.org', port: 2222 }).trusted.length, 1);
      assert.equal(known.keysOf({ host: 'plain.example.org', port: 22 }).trusted.length, 1);
      assert.equal(known.keysOf({ host: 'other.example.org', port: 22 }).trusted.length, 0);
    });
  });

  it('takes tabs, blanks, comments and Windows line ends, and notes lines that say nothing', () => {
    const text = [
      '# a comment',
      '',
      `  sftp.example.org\t${keyOf(one)}  trailing words`,
      'half a-line',
      `@unknown-marker * ${keyOf(one)}`,
      `|2|c2FsdA==|aGFzaA== ${keyOf(one)}`,
      'host ssh-ed25519 not_base64_at_all',
      `@revoked other ${keyOf(two)}`,
    ].join('\r\n');
    const { lines, unreadable } = parseKnownHosts(text);
    assert.deepEqual(
      lines.map(({ line, marker }) => [line, marker]),
      [
        [3, undefined],
        [8, 'revoked'],
      ],
    );
    assert.deepEqual(unreadable, [4, 5, 6, 7]);
  });

  it('reads the usual places, and goes on without those that are not there or may not be read', async () => {
    await inTemporaryFolder(async (folder) => {
      assert.equal(usualKnownHostsFiles(folder)[0], join(folder, '.ssh', 'known_hosts'));
      const file = join(folder, 'good');
      await writeFile(file, `host ${keyOf(one)}\nnonsense\n`);
      const known = await readKnownHosts([join(folder, 'missing'), folder, file]);
      assert.equal(known.keysOf({ host: 'host', port: 22 }).trusted[0]?.place, `line 1 of ${file}`);
      assert.deepEqual(
        known.complaints.map((each) => spoken(each, inEnglish)),
        [
          `${folder} cannot be read: it is a folder; the servers in it are not known.`,
          `${file} has lines that cannot be read: 2.`,
        ],
      );
    });
  });
});

describe('known_hosts: who is let in', () => {
  /** Runs with what known_hosts says of the server, by its key and name, and nothing pinned. */
  async function withKnown(
    text: (name: string, key: string) => string,
    work: (practice: Practice) => Promise<void>,
    keys: readonly KeyPair[] = [one],
  ): Promise<void> {
    await withServer({ hostKeyPem: keys.map((key) => key.private) }, async (practice) => {
      const { host, port, user } = practice.options.target;
      const knownHosts = await knownOf(text(`[${host}]:${String(port)}`, keyOf(one)));
      await work({ ...practice, options: { ...practice.options, target: { host, port, user }, knownHosts } });
    });
  }

  async function opens({ options }: Practice): Promise<void> {
    await (await openSftpSession(options)).close();
  }

  function demandNothingSent({ server, reads }: Practice): void {
    assert.equal(reads(), 0);
    assert.deepEqual(server.logins, []);
  }

  it('a known key, without a question', () => withKnown((name, key) => `${name} ${key}\n`, opens));

  it('a key that is known at the usual port', () => withKnown((_, key) => `127.0.0.1 ${key}\n`, opens));

  it('one of two known keys', () =>
    withKnown((name, key) => `${name} ${keyOf(two)}\n${name} ${key}\n`, opens));

  it('the known one of a server that prefers to show another', () =>
    withKnown((name) => `${name} ${keyOf(rsa)}\n`, opens, [one, rsa]));

  it('not a changed key: both are named, with the place of the old one and the way to renew it', () =>
    withKnown(
      (name) => `# nothing\n${name} ${keyOf(two)}\n`,
      async (practice) => {
        const error = await rejectsWith(
          'host-key-changed',
          openSftpSession(practice.options),
          /\(line 2 of .*known_hosts\)/,
          /ssh-keygen -R "\[127\.0\.0\.1\]:\d+"/,
          /--host-key/,
        );
        assert.ok(error.message.includes(fingerprintOf(one.private)));
        assert.ok(error.message.includes(fingerprintOf(two.private)));
        demandNothingSent(practice);
      },
    ));

  it('not another kind of key than the known one', () =>
    withKnown(
      (name) => `${name} ${keyOf(rsa)}\n`,
      async (practice) => {
        await rejectsWith('host-key-changed', openSftpSession(practice.options));
        demandNothingSent(practice);
      },
    ));

  it('another key at another port is none that has changed, and not known either', () =>
    withKnown(
      () => `127.0.0.1 ${keyOf(two)}\n`,
      async (practice) => {
        await rejectsWith('host-key-unknown', openSftpSession(practice.options));
        demandNothingSent(practice);
      },
    ));

  it('a person is asked where nothing is known, and not where something is', () =>
    withKnown(
      () => '',
      async ({ options }) => {
        let asked = 0;
        const ask = async () => ++asked > 0;
        await (await openSftpSession({ ...options, hostKey: { ask } })).close();
        assert.equal(asked, 1);
      },
    ));

  it('a changed key is not asked about', () =>
    withKnown(
      (name) => `${name} ${keyOf(two)}\n`,
      async ({ options }) => {
        const ask = () => assert.fail('asked');
        await rejectsWith('host-key-changed', openSftpSession({ ...options, hostKey: { ask } }));
      },
    ));

  it('the pinned key counts more than known_hosts, both ways', () =>
    withKnown(
      (name, key) => `${name} ${keyOf(two)}\n[other]:1 ${key}\n`,
      async (practice) => {
        const { options, server } = practice;
        const right = { ...options, target: { ...options.target, hostKey: server.hostKeyFingerprint } };
        await (await openSftpSession(right)).close();
        const wrong = { ...options, target: { ...options.target, hostKey: fingerprintOf(two.private) } };
        const logins = server.logins.length;
        await rejectsWith('host-key-changed', openSftpSession(wrong));
        assert.equal(server.logins.length, logins);
      },
    ));

  it('not a revoked key, neither known nor pinned nor accepted', () =>
    withKnown(
      (name, key) => `${name} ${key}\n@revoked * ${key}\n`,
      async (practice) => {
        const { options, server } = practice;
        const ask = () => assert.fail('asked');
        for (const hostKey of [undefined, server.hostKeyFingerprint]) {
          const target = hostKey === undefined ? options.target : { ...options.target, hostKey };
          const opening = openSftpSession({ ...options, target, hostKey: { ask } });
          await rejectsWith('host-key-revoked', opening, /line 2 of/);
        }
        demandNothingSent(practice);
      },
    ));

  it('says that authorities are not supported', () =>
    withKnown(
      (name, key) => `@cert-authority ${name} ${key}\n`,
      async (practice) => {
        await rejectsWith(
          'host-key-unknown',
          openSftpSession(practice.options),
          /line 1 of .*signed by authorities are not supported/,
        );
        demandNothingSent(practice);
      },
    ));
});
