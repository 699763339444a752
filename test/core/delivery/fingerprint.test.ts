import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { formatFingerprint, parseFingerprint } from '../../../src/core/delivery/fingerprint';

describe('fingerprints', () => {
  it('are base64 without padding, as Node has it', () => {
    for (const text of ['', 'a', 'ssh-ed25519', 'ÿ'.repeat(50)]) {
      const digest = createHash('sha256').update(text).digest();
      assert.equal(formatFingerprint(digest), `SHA256:${digest.toString('base64').replace('=', '')}`);
    }
  });

  const bare = 'uNiVztksCsDhcc0u9e8BrATUx2AMuz0hUQ3vYGBHKHA';
  for (const text of [
    `SHA256:${bare}`,
    `SHA256:${bare}=`,
    bare,
    ` ${bare}= \n`,
    `256 SHA256:${bare} root@host (ED25519)`,
  ]) {
    it(`are found in "${text.trim()}"`, () => assert.equal(parseFingerprint(text), `SHA256:${bare}`));
  }

  for (const text of [
    '',
    'SHA256:',
    `SHA256:${bare.slice(1)}`,
    `SHA256:${bare}A`,
    'MD5:16:27:ac:a5:76:28:2d',
    '*',
  ]) {
    it(`are not found in "${text}"`, () => assert.equal(parseFingerprint(text), undefined));
  }
});
