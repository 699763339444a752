import assert from 'node:assert/strict';
import { besideName, joinRemotePath, splitRemotePath } from '../../../src/core/delivery/remote-names';
import { quotable } from '../../../src/core/delivery/server-text';

describe('remote names', () => {
  it('hide the unfinished file and keep it from looking like a zip', () => {
    assert.equal(besideName('OneRoster.zip', 'a1b2', 'part'), '.OneRoster.zip.a1b2.part');
  });

  for (const [folder, path] of [
    ['.', 'x.zip'],
    ['./', 'x.zip'],
    ['', 'x.zip'],
    ['/', '/x.zip'],
    ['/in', '/in/x.zip'],
    ['in/roster//', 'in/roster/x.zip'],
  ] as const) {
    it(`join "${folder}"`, () => assert.equal(joinRemotePath(folder, 'x.zip'), path));
  }
});

describe('quotable', () => {
  it('takes out secrets, control characters and length', () => {
    assert.equal(quotable('Wrong: hunter2!\r\n\u001b[31mred\u202e', ['hunter2', '']), 'Wrong: …! [31mred');
    assert.equal(quotable('x'.repeat(300)).length, 201);
  });
});

describe('splitRemotePath', () => {
  for (const [folder, name] of [
    ['.', 'a.zip'],
    ['/', 'a.zip'],
    ['/in', 'a.zip'],
    ['in/new', 'a.zip'],
  ] as const) {
    it(`takes apart what was put together: ${folder}, ${name}`, () => {
      assert.deepEqual(splitRemotePath(joinRemotePath(folder, name)), [folder, name]);
    });
  }
});
