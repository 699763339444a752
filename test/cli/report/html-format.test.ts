import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { formatHtml } from '../../../src/cli/report/html/html-format';
import { groupByRule } from '../../../src/cli/report/html/page-model';
import { everyBadRole, manyBadRoles, reportOf, usualOptions, write } from './support/report-of';

const roster = `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
o1,,,North,schol,,
o2,,,South,distrct,,
o3,,,</script><b>East,school,,
`;

describe('HTML report', () => {
  it('needs nothing but itself, and forbids everything else', () => {
    const html = write(formatHtml, [reportOf(roster)]);
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
    assert.match(policy, /^default-src 'none'; /);
    for (const [directive, element] of [
      ['script-src', /<script>([^]*?)<\/script>/],
      ['style-src', /<style>([^]*?)<\/style>/],
    ] as const) {
      const hash = createHash('sha256')
        .update(element.exec(html)?.[1] ?? '')
        .digest('base64');
      assert.ok(policy.includes(`${directive} 'sha256-${hash}'`), directive);
    }
    assert.doesNotMatch(html, /https?:|\/\/[a-z]|<link|<img|<iframe| src=| style=| on[a-z]+=/i);
  });

  it('counts what it lists by cause, and tells rules in the order of their gravity', () => {
    const groups = groupByRule([reportOf(roster)], false);
    assert.equal(groups[0]?.severity, 'error');
    const wrong = groups.find(({ rule }) => rule === 'invalid-value');
    assert.ok(wrong !== undefined);
    assert.equal(wrong.total, 2);
    const near = wrong.causes.flatMap(({ message, places }) => [`${String(places)} ${message}`]).join('\n');
    assert.match(near, /^2 type is "…", which probably means "…"; allowed: /);
  });

  it('says the same of a cause what its places have in common, with values and without', () => {
    const same = roster.replace('distrct', 'schol');
    for (const [showValues, message] of [
      [false, /^type is "…", which probably means "school"/],
      [true, /^type is "schol", which probably means "school"/],
    ] as const) {
      const [group] = groupByRule([reportOf(same)], showValues);
      assert.match(group?.causes[0]?.message ?? '', message);
    }
  });

  it('holds no value unless asked', () => {
    const hidden = write(formatHtml, [reportOf(roster)]);
    assert.doesNotMatch(hidden, /schol"|schol\\"|distrct|North|East/);
    const shown = write(formatHtml, [reportOf(roster)], { showValues: true });
    assert.match(shown, /distrct/);
    assert.match(shown, /Treat it like the roster itself/);
  });

  it('keeps what comes from files from becoming a part of the page', () => {
    const hostile = '</script><img src=x onerror=alert(1)>';
    const report = reportOf(roster.replace('schol', hostile), {}, hostile);
    const html = write(formatHtml, [report, report], { showValues: true });
    assert.ok(html.includes('onerror'));
    assert.ok(!html.includes('<img'));
    assert.equal(html.match(/<script/g)?.length, html.match(/<\/script>/g)?.length);
  });

  it('lists so much and no more, with true totals', () => {
    const [few, many] = [300, 3000].map((count) => reportOf(manyBadRoles(count), everyBadRole));
    assert.ok(few !== undefined && many !== undefined);
    const limits = { perRule: 200, inAll: 200, causes: 5 };
    const html = [few, many].map((report) => [...formatHtml([report], usualOptions, limits)].join(''));
    const [short = '', long = ''] = html;
    assert.match(long, /Of 3,000 places, 200 can be listed here/);
    assert.match(long, /<dd>3,000<\/dd>/);
    assert.ok(long.length < short.length * 1.1, `${String(short.length)} and ${String(long.length)}`);
  });

  it('says so where there is nothing to mend', () => {
    const clean = {
      ...reportOf(roster),
      problems: [],
      totals: { error: 0, warning: 0, information: 0, byRule: {} },
    };
    const html = write(formatHtml, [clean]);
    assert.match(html, /No problems were found\./);
    assert.doesNotMatch(html, /id="filter"/);
  });
});
