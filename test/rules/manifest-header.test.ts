import assert from 'node:assert/strict';
import { check } from '../support/fixture';
import { manifestText } from '../support/manifest-text';

const only = ['manifest-header'];
const withHeader = (header: string) => manifestText().replace('propertyName,value', header);

describe('manifest-header', () => {
  it('accepts the header, quoted, behind a byte order mark and with Windows line ends too', () => {
    for (const header of [
      'propertyName,value',
      '"propertyName","value"',
      '\\ufeffpropertyName,value',
      'propertyName,value\\r',
    ]) {
      check(withHeader(header), { only });
    }
  });

  it('reports another header as a whole', () => {
    for (const header of [
      'propertyname,value',
      'propertyName,Value',
      'property,value',
      'value,propertyName',
      'propertyName,value,note',
    ]) {
      const { problems } = check(withHeader(`[[${header}|manifest-header]]`), { only });
      assert.equal(
        problems[0]?.message,
        `The header is "${header}"; it has to be exactly "propertyName,value"`,
      );
    }
  });

  it('reports a missing header only, and the rows are read all the same', () => {
    const { problems, roster } = check(
      manifestText({ 'manifest.version': '[[1|manifest-invalid-value]]' }).replace(
        'propertyName,value\n',
        '[[|manifest-header]]',
      ),
      { only: ['manifest-header', 'manifest-invalid-value', 'manifest-missing-property'] },
    );
    assert.match(problems[0]?.message ?? '', /has no header/);
    assert.equal(roster.detected.basis, 'manifest');
  });

  it('takes a misspelt property at the top for a row, not for a header', () => {
    check(
      manifestText({ 'manifest.version': undefined }).replace(
        'propertyName,value\n',
        '[[|manifest-header]][[mainfest.version|manifest-unknown-property]],1.0\n',
      ),
      { only: ['manifest-header', 'manifest-unknown-property', 'manifest-missing-property'] },
    );
  });

  it('leaves blanks, invisible characters, other delimiters and empty columns at the end to other rules', () => {
    for (const header of [
      'propertyName, value',
      'propertyName\\u200b,value',
      'propertyName,value,,',
      'propertyName;value',
    ]) {
      check(withHeader(header), { only });
    }
  });

  it('finds nothing in an empty manifest, nor in other files', () => {
    check('=== manifest.csv\n=== orgs.csv\na,b\n', { only, version: '1.1' });
  });
});
