import assert from 'node:assert/strict';
import { findSecrets, type SecretPlace } from '../../../src/core/delivery/find-secrets';
import { createKeyPair } from '../../../src/node/practice/key-pair';

function valuesIn(text: string, place: SecretPlace = 'other'): readonly string[] {
  return findSecrets(text, place).map(({ kind, value }) => `${kind}: ${value.trimEnd()}`);
}

describe('findSecrets', () => {
  it('finds private keys of all forms', () => {
    const key = createKeyPair().private.trim();
    const pem = '-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----';
    const putty = 'PuTTY-User-Key-File-2: ssh-rsa\nPrivate-Lines: 1\nAAAA\nPrivate-MAC: 12ab';
    const [first, second, third] = findSecrets(`a\n${key}\n\n${pem}\n${putty}\nend`, 'other');
    assert.deepEqual([first?.value.trim(), second?.value.trim(), third?.value.trim()], [key, pem, putty]);
    assert.deepEqual(valuesIn(createKeyPair().public), []);
  });

  it('finds passwords in addresses, and marks nothing but them', () => {
    const text = '{"url": "sftp://pat:p%40ss@sftp.example.org/in"}';
    const [secret] = findSecrets(text, 'other');
    assert.equal(secret?.value, 'p@ss');
    assert.equal(text.slice(secret.start, secret.end), ':p%40ss');
    assert.deepEqual(valuesIn('sftp://pat@sftp.example.org:22/a:b@c https://a:b@c'), []);
  });

  it('finds the variable of the command line', () => {
    assert.deepEqual(valuesIn('A=1\nexport ONEROSTER_SFTP_PASSWORD="hunter 2"\n'), ['password: hunter 2']);
    assert.deepEqual(valuesIn('ONEROSTER_SFTP_PASSWORD=hunter2'), ['password: hunter2']);
    for (const text of [
      'ONEROSTER_SFTP_PASSWORD=',
      'ONEROSTER_SFTP_PASSWORD=$OTHER',
      'X_ONEROSTER_SFTP_PASSWORD=a',
    ]) {
      assert.deepEqual(valuesIn(text), [], text);
    }
    assert.deepEqual(valuesIn('ONEROSTER_SFTP_PASSWORD: ${{ secrets.SFTP }}'), []);
  });

  it('finds settings by their names, and by the file they stand in', () => {
    const text =
      '{ "host": "h", "password": "a\\"b", "passphrase" : "c", "passwordFile2": "d", "empty": "" }';
    assert.deepEqual(valuesIn(text), ['password: a"b', 'passphrase: c']);
    assert.deepEqual(valuesIn('{"password": "a"}'), []);
    assert.deepEqual(valuesIn('{"targets": {"x": {"apiToken": "a", "user": "u"}}}', 'configuration'), [
      'password: a',
    ]);
    const settings = '{"oneroster.password": "a", "other.password": "b", "oneroster.setLanguage": "c"}';
    assert.deepEqual(valuesIn(settings, 'settings'), ['password: a']);
  });
});
