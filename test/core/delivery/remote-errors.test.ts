import assert from 'node:assert/strict';
import { connectFailure } from '../../../src/core/delivery/connection-errors';
import { remoteFailure } from '../../../src/core/delivery/remote-errors';
import { sentence } from '../../../src/core/text/say';

const server = { host: 'sftp.example.org', port: 22 };
const step = { doing: sentence('store "x"'), path: 'x' };

describe('what a server refuses', () => {
  for (const [code, words, storing, expected] of [
    [2, 'No such file', false, 'remote-path-missing'],
    [3, 'Permission denied', true, 'remote-permission'],
    [4, 'Failure', false, 'remote-failed'],
    [4, 'Failure', true, 'remote-disk-full'],
    [4, 'write: No space left on device', false, 'remote-disk-full'],
    [4, 'Disk quota exceeded', false, 'remote-disk-full'],
    [7, 'Connection lost', false, 'connection-lost'],
    [8, 'Operation unsupported', false, 'remote-failed'],
    [14, '', false, 'remote-disk-full'],
    [15, '', false, 'remote-disk-full'],
    [undefined, 'odd', true, 'remote-failed'],
  ] as const) {
    it(`is ${expected} for ${String(code)} "${words}"${storing ? ' while storing' : ''}`, () => {
      const error = remoteFailure({ ...step, storing }, code, words, server);
      assert.equal(error.code, expected);
      assert.match(error.message, /sftp\.example\.org:22/);
      assert.match(error.remedy, /\.$/);
    });
  }
});

describe('a connection that does not come about', () => {
  for (const [code, expected] of [
    ['ENOTFOUND', 'host-unknown'],
    ['EAI_AGAIN', 'host-unknown'],
    ['ECONNREFUSED', 'connection-refused'],
    ['ENETUNREACH', 'connection-refused'],
    ['ETIMEDOUT', 'connection-timeout'],
    ['ECONNRESET', 'connection-lost'],
  ] as const) {
    it(`is ${expected} for ${code}`, () => {
      const error = connectFailure(code, server);
      assert.equal(error.code, expected);
      assert.match(error.message, /sftp\.example\.org/);
    });
  }
});
