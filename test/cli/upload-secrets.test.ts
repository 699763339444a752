// Whatever goes wrong: no secret is in anything that a delivery writes, says, or leaves anywhere.
import assert from 'node:assert/strict';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inTemporaryFolder, writeFiles } from '../node/support/temporary-folder';
import { startPracticeServer, type PracticeServerOptions } from '../support/practice-server';
import { createKeyPair } from '../../src/node/practice/key-pair';
import { oneroster, type CliRun } from './support/run-cli';

const secret = 'S3cret "Pä$$" w0rd%/+';
/** Its form in OpenSSH's own file begins and ends with lines that are in every key; this one is in none other. */
const key = createKeyPair('ed25519', secret);
const keyLine = key.private.split('\n')[3] ?? assert.fail('the key is too short');

const forms: readonly (readonly [string, string])[] = [
  ['as it is', secret],
  ['in JSON', JSON.stringify(secret).slice(1, -1)],
  ['in an address', encodeURIComponent(secret)],
  ['in base64', Buffer.from(secret).toString('base64').replace(/=+$/, '')],
  ['in hexadecimal', Buffer.from(secret).toString('hex')],
  ['as a part', 'w0rd%/+'],
  ['as a private key', keyLine],
];

function demandNoSecret(where: string, text: string | Buffer): void {
  const bytes = Buffer.from(text);
  for (const [form, part] of forms) assert.ok(!bytes.includes(part), `the secret is in ${where} ${form}`);
}

interface Scenario {
  readonly name: string;
  readonly server?: Partial<PracticeServerOptions>;
  readonly code: number;
  /** Changes to the command line; `at` is the server's address. */
  readonly argv?: (at: { readonly url: string; readonly hostKey: string }) => readonly string[];
}

const usual = ({ url, hostKey }: { readonly url: string; readonly hostKey: string }) => [
  '--url',
  url,
  '--host-key',
  hostKey,
];

const scenarios: readonly Scenario[] = [
  { name: 'success', code: 0 },
  { name: 'an unknown host key', code: 4, argv: ({ url }) => ['--url', url] },
  {
    name: 'a changed host key',
    code: 4,
    argv: ({ url }) => ['--url', url, '--host-key', `SHA256:${'A'.repeat(43)}`],
  },
  {
    name: 'a refused login',
    code: 4,
    server: { password: 'another', authorizedKey: createKeyPair().public },
  },
  {
    name: 'an expired password',
    code: 4,
    server: { isExpired: true, authorizedKey: createKeyPair().public },
  },
  { name: 'a question for more', code: 4, server: { methods: ['keyboard-interactive'], prompts: 2 } },
  { name: 'no SFTP', code: 4, server: { withoutSftp: true } },
  { name: 'nothing but a greeting', code: 4, server: { greeting: Buffer.from([0, 255, 13, 10, 7, 10]) } },
  {
    name: 'a folder that is not there',
    code: 4,
    argv: ({ url, hostKey }) => usual({ url: `${url}/no`, hostKey }),
  },
  { name: 'a cut', code: 4, server: { faults: { cutAfterBytes: 500 } } },
  { name: 'a cut in the place of the last answer', code: 4, server: { faults: { cutAfterRename: true } } },
  {
    name: 'a server that repeats the secret',
    code: 4,
    server: { faults: { readOnly: true, failureText: secret } },
  },
  {
    name: 'a full disk, with words about the secret',
    code: 4,
    server: { faults: { diskFullAfterBytes: 0, failureText: `no space left for ${secret}` } },
  },
  { name: 'a wrong size', code: 4, server: { faults: { wrongSize: true } } },
  { name: 'a denied rename', code: 4, server: { faults: { denyRename: true } } },
  {
    name: 'the secret in the address',
    code: 2,
    argv: ({ url }) => ['--url', url.replace('//', `//practice:${encodeURIComponent(secret)}@`)],
  },
  { name: 'the secret as an option', code: 2, argv: (at) => [...usual(at), `--password=${secret}`] },
];

describe('oneroster upload keeps secrets', () => {
  for (const scenario of scenarios) {
    it(scenario.name, async () => {
      await inTemporaryFolder(async (base) => {
        const [remote, folder] = [join(base, 'remote'), join(base, 'local')];
        await mkdir(remote);
        await cp('test/rosters/clean-1.1', join(folder, 'north'), { recursive: true });
        const server = await startPracticeServer({
          folder: remote,
          user: 'practice',
          password: secret,
          methods: ['password', 'publickey'],
          authorizedKey: key.public,
          ...scenario.server,
        });
        const keyFile = join(base, 'id');
        await writeFile(keyFile, key.private, { mode: 0o600 });
        try {
          const argv = (scenario.argv ?? usual)({ url: server.url, hostKey: server.hostKeyFingerprint });
          const env = { ONEROSTER_SFTP_PASSWORD: secret };
          const json = ['--format', 'json'];
          for (const [more, setting] of [
            [[], { env, retryDelays: [1] }],
            [[...json, '--password-stdin'], { stdin: `${secret}\n` }],
            [[...json, '--key', keyFile], { env }],
          ] as const) {
            check(
              await oneroster(['upload', 'north', '--first-delivery', ...argv, ...more], {
                cwd: folder,
                ...setting,
              }),
              scenario,
            );
          }
          await oneroster(['history', 'north'], { cwd: folder }).then((run) =>
            demandNoSecret('the history', run.stdout),
          );
        } finally {
          await server.stop();
        }
        for (const root of [remote, folder]) {
          for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
            const path = join(entry.parentPath, entry.name);
            demandNoSecret('a name', path);
            if (entry.isFile()) demandNoSecret(path, await readFile(path));
          }
        }
      });
    });
  }

  it('and would be caught if it did not', async () => {
    await inTemporaryFolder(async (folder) => {
      await writeFiles(folder, { 'receipt.json': JSON.stringify({ said: secret }) });
      const text = await readFile(join(folder, 'receipt.json'));
      assert.throws(() => demandNoSecret('it', text), /in JSON/);
    });
  });

  function check({ code, stdout, stderr }: CliRun, scenario: Scenario): void {
    demandNoSecret('standard output', stdout);
    demandNoSecret('standard error', stderr);
    const isKeyAnswer = scenario.code === 4 && code === 0;
    assert.ok(isKeyAnswer || code === scenario.code, `ended with ${String(code)}: ${stderr}`);
  }
});
