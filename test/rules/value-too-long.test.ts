import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['value-too-long'];

describe('value-too-long', () => {
  const long = 'abcde'.repeat(51);

  it('accepts 255 characters, however many bytes they take', () => {
    check(`=== orgs.csv\nsourcedId,name\no1,${long}\no2,${'é'.repeat(255)}\no3,${'😀'.repeat(255)}\n`, {
      only,
      version: '1.1',
    });
  });

  it('marks what is longer and says how long it is', () => {
    const { problems } = check(`=== orgs.csv\nsourcedId,name\no1,[[${long}x|value-too-long]]\n`, {
      only,
      version: '1.2',
    });
    assert.equal(problems[0]?.message, 'name has 256 characters; a reader may cut off what goes beyond 255');
    assert.equal(problems[0].severity, 'warning');
  });

  it('judges the items of a list one by one', () => {
    check(
      `=== courses.csv\nsourcedId,subjects\nc1,"${long},${long}"\nc2,"${long},[[${long}x|value-too-long]]"\n`,
      {
        only,
        version: '1.1',
      },
    );
  });

  it('leaves ids to invalid-guid, and 1.0 alone', () => {
    check(`=== orgs.csv\nsourcedId,name\n${long}x,North High\n`, { only, version: '1.1' });
    check(`=== orgs.csv\nsourcedId,name\no1,${long}x\n`, { only, version: '1.0' });
  });

  it('does not take what an unclosed quote swallows for a value', () => {
    check(`=== orgs.csv\nsourcedId,name\no1,"North\n${'o2,South High\n'.repeat(40)}`, {
      only,
      version: '1.1',
    });
  });

  it('finds nothing in an empty table', () => {
    check('=== orgs.csv\nsourcedId,name\n', { only, version: '1.1' });
  });
});
