import assert from 'node:assert/strict';
import { emptyConfig, type Config } from '../../src/core/config/config';
import type { Target } from '../../src/core/delivery/target';
import {
  addressProblem,
  newForm,
  portProblem,
  targetOf,
  withAddress,
} from '../../src/extension/connect/target-form';

const saved: Target = {
  name: 'nightly',
  host: 'sftp.example.org',
  port: 2222,
  user: 'district',
  path: '/in',
  hostKey: `SHA256:${'a'.repeat(43)}`,
  authentication: 'password',
};

describe('the form of Connect', () => {
  it('takes everything that a pasted address says, and keeps the rest', () => {
    const form = withAddress(newForm(emptyConfig, saved), ' sftp://other@[2001:db8::7]/new ');
    const { host, port, user, path } = form;
    assert.deepEqual(
      { host, port, user, path },
      { host: '2001:db8::7', port: 22, user: 'other', path: '/new' },
    );
    assert.equal(withAddress(form, 'sftp://host').user, 'other');
  });

  it('keeps the port where only a host is typed, but not where one is named', () => {
    const form = newForm(emptyConfig, saved);
    assert.equal(withAddress(form, 'other.example.org').port, 2222);
    assert.equal(withAddress(form, 'fe80::1').port, 2222);
    assert.equal(withAddress(form, 'other.example.org:22').port, 22);
  });

  it('refuses what is no address or port, without repeating a password', () => {
    assert.match(addressProblem('') ?? '', /host is needed/);
    assert.match(addressProblem('ftp://host') ?? '', /sftp/);
    assert.doesNotMatch(addressProblem('sftp://user:hunter2@host') ?? 'hunter2', /hunter2/);
    for (const port of ['', '0', '65536', '22a', '-1']) assert.ok(portProblem(port), port);
    for (const port of ['1', ' 22 ', '65535']) assert.equal(portProblem(port), undefined);
  });

  it('keeps a pinned host key for its own server only', () => {
    const form = newForm(emptyConfig, saved);
    assert.equal(targetOf(form, emptyConfig).hostKey, saved.hostKey);
    assert.equal(targetOf({ ...form, host: 'other.example.org' }, emptyConfig).hostKey, undefined);
    assert.equal(targetOf({ ...form, port: 22 }, emptyConfig).hostKey, undefined);
  });

  it('calls a target after its consumer, else its host, and never like another', () => {
    const form = { ...newForm(emptyConfig, undefined), host: 'sftp.example.org' };
    const taken: Config = { ...emptyConfig, targets: [{ ...saved, name: 'incident-iq' }] };
    assert.equal(targetOf(form, emptyConfig).name, 'incident-iq');
    assert.equal(targetOf(form, taken).name, 'incident-iq-2');
    assert.equal(targetOf({ ...form, profile: 'standard' }, taken).name, 'sftp.example.org');
  });
});
