import assert from 'node:assert/strict';
import { formatJunit } from '../../../src/cli/report/junit-format';
import { reportOf, reportOfFolder, write } from './support/report-of';
import { readXml, type XmlElement } from './support/read-xml';

const roster = `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
o1,,,North & <South>,schol,,
o2,,, East,school,,
=== courses.csv
sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes
c1,,,,Algebra,,,o1,,
`;

describe('JUnit report', () => {
  it('has a suite for each roster and a case for each file and rule, with failures for errors', () => {
    const report = { ...reportOf(roster, {}, 'a "b" & <c>'), files: reportOf(roster).files };
    const suites = readXml(write(formatJunit, [report, report]));
    assert.equal(suites.name, 'testsuites');
    assert.equal(suites.children.length, 2);
    const [suite] = suites.children;
    assert.ok(suite !== undefined);
    assert.equal(suite.attributes['name'], 'a "b" & <c>');
    const cases = casesOf(suite);
    assert.equal(suite.attributes['tests'], String(cases.length));
    assert.equal(suite.attributes['failures'], String(cases.filter(fails).length));
    assert.equal(suites.attributes['tests'], String(2 * cases.length));
    const wrong = cases.find(({ attributes }) => attributes['name'] === 'invalid-value');
    assert.ok(wrong !== undefined && fails(wrong));
    assert.match(wrong.children[0]?.text ?? '', /orgs\.csv:2:\d+ error invalid-value type is "…"/);
    const blank = cases.find(({ attributes }) => attributes['name'] === 'surrounding-whitespace');
    assert.deepEqual(
      blank?.children.map(({ name }) => name),
      ['system-out'],
    );
  });

  it('has a case for each file without problems', () => {
    const clean = casesOf(readXml(write(formatJunit, [reportOf(roster)])).children[0]).filter(
      ({ attributes }) => attributes['name'] === 'no problems',
    );
    assert.deepEqual(
      clean.map(({ attributes, children }) => [attributes['classname']?.replace('\\', '/'), children.length]),
      [['north/courses.csv', 0]],
    );
  });

  it('lets warnings fail where the command does', () => {
    const names = (failOn: 'error' | 'warning' | 'never') =>
      casesOf(readXml(write(formatJunit, [reportOf(roster)], { failOn })).children[0])
        .filter(fails)
        .map(({ attributes }) => attributes['name']);
    assert.ok(!names('error').includes('surrounding-whitespace'));
    assert.ok(names('warning').includes('surrounding-whitespace'));
    assert.deepEqual(names('never'), names('error'));
  });

  it('is well-formed whatever the files hold', async () => {
    const hostile = reportOf('=== orgs.csv\nsourcedId,name,type\no1,]]>&\\0<b "\\u200b,a\\0b"\n');
    for (const folder of ['broken-csv', 'broken-references', 'spreadsheet-damage']) {
      const report = await reportOfFolder(`test/rosters/${folder}`);
      readXml(
        write(formatJunit, [report, { ...hostile, path: 'a\u0001\ud800\uffff' }], { showValues: true }),
      );
    }
  });
});

function casesOf(suite: XmlElement | undefined): readonly XmlElement[] {
  return suite?.children.filter(({ name }) => name === 'testcase') ?? [];
}

function fails({ children }: XmlElement): boolean {
  return children.some(({ name }) => name === 'failure');
}
