import assert from 'node:assert/strict';
import { formatGithub } from '../../../src/cli/report/github-format';
import { manyBadRoles, reportOf, write } from './support/report-of';

describe('GitHub annotations', () => {
  it('annotate the places of the problems, and end with the totals', () => {
    const report = reportOf(`
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
o1,,,North,schol,,
`);
    const lines = linesOf(write(formatGithub, [report]));
    const line = lines.find((each) => each.includes('invalid-value'));
    assert.ok(line !== undefined);
    assert.ok(
      line.startsWith(
        '::error file=north/orgs.csv,line=2,col=12,endColumn=17,title=invalid-value::type is "…"',
      ),
      line,
    );
    assert.match(lines.at(-1) ?? '', /^::notice title=OneRoster::north: \d+ errors?/);
  });

  it('escape what would end a property or a line', () => {
    const report = reportOf('=== orgs.csv\nsourcedId,name,type\no1,North,"50%"\n', {}, 'a:b,c%\nd');
    const output = write(formatGithub, [report], { showValues: true });
    assert.match(output, /file=a%3Ab%2Cc%25%0Ad\/orgs\.csv,/);
    assert.match(output, /type is "50%25"/);
    for (const line of linesOf(output)) assert.match(line, /^::(error|warning|notice) [^:]*::./);
  });

  it('leave columns out where a place has several lines', () => {
    const report = reportOf('=== orgs.csv\nsourcedId,name,type\no1,"North\nHigh",school\n');
    const line = linesOf(write(formatGithub, [report])).find((each) => each.includes('line-break-in-field'));
    assert.match(line ?? '', /^::\w+ file=north\/orgs\.csv,line=2,endLine=3,title=line-break-in-field::/);
  });

  it('are no more than GitHub shows, of as many rules as possible', () => {
    const text = manyBadRoles(300).replace('u7,,,true,', 'u7,,,TRUE,');
    const lines = linesOf(write(formatGithub, [reportOf(text)]));
    const errors = lines.filter((line) => line.startsWith('::error '));
    assert.equal(errors.length, 10);
    assert.ok(errors.some((line) => line.includes('title=value-case')));
    assert.match(
      lines.at(-1) ?? '',
      /: 301 errors.*\(\d+ places without an annotation of its own\)|: 30\d errors/,
    );
  });
});

function linesOf(output: string): readonly string[] {
  assert.ok(output.endsWith('\n'));
  return output.slice(0, -1).split('\n');
}
