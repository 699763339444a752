import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nearestName } from '../../../src/core/spec/nearest-name';
import { specification } from '../../../src/core/spec/specification';

describe('nearestName', () => {
  const meant: readonly (readonly [string, string])[] = [
    ['sourcedID', 'sourcedId'],
    ['dataLastModified', 'dateLastModified'],
    ['parentSourceID', 'parentSourcedId'],
    ['prefferedGivenName', 'preferredGivenName'],
    ['termSourcedId', 'termSourcedIds'],
    ['middleNames', 'middleName'],
    ['emial', 'email'],
    ['mainfest.version', 'manifest.version'],
    ['fiel.demographics', 'file.demographics'],
    ['studnet', 'student'],
  ];
  for (const [written, name] of meant) {
    it(`finds ${name} for ${written}`, () => {
      assert.equal(nearestName(written, ['unrelated', 'grades', name, 'something.else']), name);
    });
  }

  it('finds nothing where too much differs', () => {
    const columns = (specification('1.1').table('users')?.columns ?? []).map((column) => column.name);
    for (const name of ['', 'x', 'ssn', 'homeroom', 'birthDate', 'metadata.bus']) {
      assert.equal(nearestName(name, columns), undefined, name);
    }
    assert.equal(nearestName('anything', []), undefined);
  });

  it('prefers the nearest, and the first of equally near ones', () => {
    assert.equal(nearestName('grade', ['trade', 'grades', 'grade']), 'grade');
    assert.equal(nearestName('beginDat', ['beginDate', 'beginData']), 'beginDate');
  });

  it('always finds the name itself, whatever its letter case', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zA-Z]{1,20}$/), (name) => {
        assert.equal(nearestName(name.toUpperCase(), ['zzzzzzzzzzzzzzzzzzzzzzzzzz', name]), name);
      }),
    );
  });

  it('finds any long name again after two letters are swapped', () => {
    const word = fc.stringMatching(/^[a-z]{6,20}$/);
    fc.assert(
      fc.property(word, fc.nat(), (name, seed) => {
        const at = seed % (name.length - 1);
        const swapped = `${name.slice(0, at)}${name.charAt(at + 1)}${name.charAt(at)}${name.slice(at + 2)}`;
        assert.equal(nearestName(swapped, [name]), name);
      }),
    );
  });
});
