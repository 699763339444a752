// The checks of src/core/config, through the parser that feeds them, and the JSON Schema that says the same to editors.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import { emptyConfig } from '../../src/core/config/config';
import type { Target } from '../../src/core/delivery/target';
import { parseConfig } from '../../src/node/parse-config';

const hostKey = `SHA256:${'A'.repeat(43)}`;

describe('parseConfig', () => {
  it('reads every setting', () => {
    const { config, problems } = parseConfig(`\ufeff{
      // The district's own.
      "$schema": "https://example.org/config.schema.json",
      "version": "1.1", "profile": "incident-iq",
      "rules": { "dangling-reference": "warning", "required-value": "off" },
      "ignore": ["*-old.csv"],
      "baseline": "known.json",
      "package": { "manifest": "omit", "output": "out/OneRoster.zip" },
      "deliveries": { "folder": "kept", "keep": 3 },
      "job": { "prepare": "export.cmd", "freshHours": 24 },
      "mapping": {
        "schools": { "SCH-1": " North " }, "defaultLocation": "Office", "roles": { "student": "Learner" }, "groups": "classes"
      },
      "targets": {
        "iiq": { "url": "sftp://cedar@sftp.example.org:2222/in", "hostKey": "${hostKey}" },
        "test": { "host": "127.0.0.1", "user": "me", "keyFile": "~/.ssh/id" }
      },
      "defaultTarget": "iiq",
      "thresholds": { "removed": 5, "removedOfSchool": 12.5, "changed": 100, "newIds": 0, "few": 0 },
      "blackout": [{ "from": "2026-12-20", "until": "2027-01-04", "reason": "winter" }, { "from": "2027-07-01", "until": "2027-07-01" }]
    }`);
    assert.deepEqual(problems, []);
    const targets: readonly Target[] = [
      {
        name: 'iiq',
        host: 'sftp.example.org',
        port: 2222,
        user: 'cedar',
        path: '/in',
        authentication: 'password',
        hostKey,
      },
      {
        name: 'test',
        host: '127.0.0.1',
        port: 22,
        user: 'me',
        path: '.',
        authentication: 'key',
        keyFile: '~/.ssh/id',
      },
    ];
    assert.deepEqual(config, {
      version: '1.1',
      profile: 'incident-iq',
      rules: { 'dangling-reference': 'warning', 'required-value': 'off' },
      ignore: ['*-old.csv'],
      suppress: [],
      baseline: 'known.json',
      package: { manifest: 'omit', output: 'out/OneRoster.zip' },
      deliveries: { folder: 'kept', keep: 3 },
      job: { prepare: 'export.cmd', freshHours: 24 },
      mapping: {
        schools: { 'SCH-1': 'North' },
        defaultLocation: 'Office',
        roles: { student: 'Learner' },
        groups: 'classes',
      },
      targets,
      defaultTarget: 'iiq',
      thresholds: { removed: 5, removedOfSchool: 12.5, changed: 100, newIds: 0, few: 0 },
      blackout: [
        { from: '2026-12-20', until: '2027-01-04', reason: 'winter' },
        { from: '2027-07-01', until: '2027-07-01' },
      ],
    });
  });

  it('reads suppressions with their places', () => {
    const entry =
      '{"rule": "required-value", "file": "users.csv", "field": "email", "value": "", "reason": "why"}';
    const until = entry.replace('"why"', '"why", "until": "2027-06-30"');
    const text = `{"suppress": [${entry}, ${until}]}`;
    const { config, problems } = parseConfig(text);
    assert.deepEqual(problems, []);
    const read = { rule: 'required-value', file: 'users.csv', field: 'email', value: '', reason: 'why' };
    const [first, second] = config.suppress;
    const place = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
    assert.deepEqual(first, { ...read, ...place(entry) });
    assert.deepEqual(second, { ...read, until: '2027-06-30', ...place(until) });
  });

  it('keeps no suppression that has a mistake, and says which', () => {
    const right = {
      rule: 'required-value',
      file: 'users.csv',
      field: 'email',
      value: 'x',
      reason: 'why',
      until: '2027-06-30',
    };
    for (const [change, message] of [
      [{ reason: undefined }, /needs "reason": why it is accepted/],
      [{ value: undefined }, /needs "value"/],
      [{ reason: ' ' }, /"reason" has to be a text/],
      [{ value: 7 }, /"value" has to be a text in quotes/],
      [{ file: 'a/users.csv' }, /without its folder/],
      [{ until: '2027-02-30' }, /has to be a day/],
      [{ fields: 'x' }, /did you mean "field"/],
    ] as const) {
      const { problems } = parseConfig(JSON.stringify({ suppress: [{ ...right, ...change }] }));
      assert.equal(problems.length, 1, JSON.stringify(problems));
      assert.match(problems[0]?.message ?? '', message);
      assert.equal(problems[0]?.severity, 'error');
    }
    const unknown = parseConfig(JSON.stringify({ suppress: [{ ...right, rule: 'requierd-value' }] }));
    assert.deepEqual(unknown.config.suppress, []);
    const [problem, ...others] = unknown.problems;
    assert.deepEqual([problem?.severity, problem?.rule, others.length], ['warning', 'suppressed-nothing', 0]);
    assert.match(problem?.message ?? '', /did you mean "required-value"/);
  });

  it('takes an empty file and an empty object for no settings, and "auto" for no version', () => {
    for (const text of ['', '  \n', '{}', '{"version": "auto"}']) {
      const { config, problems } = parseConfig(text);
      assert.deepEqual([config, problems], [emptyConfig, []], text);
    }
  });

  // Each text with what its one mistake is marked at, and what is said.
  const mistakes: readonly (readonly [string, string, RegExp])[] = [
    ['{"versoin": "1.1"}', '"versoin"', /did you mean "version"/],
    ['{"zzz": 1}', '"zzz"', /known are \$schema, version/],
    ['{"version": "1.3"}', '"1.3"', /"auto", "1\.0", "1\.1" or "1\.2", not "1\.3"/],
    ['{"version": 1.1}', '1.1', /has to be "auto"/],
    ['{"profile": "incident_iq"}', '"incident_iq"', /did you mean "incident-iq"/],
    ['{"profile": null}', 'null', /has to be/],
    ['{"rules": []}', '[]', /has to be an object/],
    ['{"rules": {"required-value": "warn"}}', '"warn"', /"error", "warning", "information" or "off"/],
    ['{"rules": {"requierd-value": "off"}}', '"requierd-value"', /did you mean "required-value"/],
    ['{"ignore": "a.csv"}', '"a.csv"', /has to be a list/],
    ['{"ignore": [7]}', '7', /text in quotes/],
    ['{"ignore": ["old/*.csv"]}', '"old/*.csv"', /names a folder/],
    ['{"suppress": {}}', '{}', /has to be a list/],
    ['{"suppress": [1]}', '1', /has to be an object/],
    ['{"thresholds": 10}', '10', /has to be an object/],
    ['{"thresholds": {"removed": 101}}', '101', /number from 0 to 100/],
    ['{"thresholds": {"changed": "75"}}', '"75"', /number from 0 to 100/],
    ['{"thresholds": {"few": 1.5}}', '1.5', /whole number/],
    ['{"thresholds": {"removedOfSchools": 1}}', '"removedOfSchools"', /did you mean "removedOfSchool"/],
    ['{"blackout": {}}', '{}', /has to be a list/],
    ['{"blackout": ["2026-12-20"]}', '"2026-12-20"', /has to be an object/],
    ['{"blackout": [{"from": "2026-12-20"}]}', '{"from": "2026-12-20"}', /needs "until": the last day/],
    ['{"blackout": [{"from": "2026-02-30", "until": "2026-03-01"}]}', '"2026-02-30"', /has to be a day/],
    ['{"blackout": [{"from": "2026-03-02", "until": "2026-03-01"}]}', '"2026-03-01"', /before "from"/],
    ['{"baseline": 1}', '1', /text in quotes/],
    ['{"package": {"manifest": true}}', 'true', /"keep" or "omit"/],
    ['{"package": {"ouput": "a"}}', '"ouput"', /did you mean "output"/],
    ['{"package": {"output": ""}}', '""', /not empty/],
    ['{"targets": {"a": {"url": "ftp://x"}}}', '"ftp://x"', /only "sftp:\/\/" is allowed/],
    ['{"targets": {"a": {"url": "sftp://h"}}}', '"a"', /names no user/],
    ['{"targets": {"a": {"user": "u"}}}', '"a"', /names no host/],
    ['{"targets": {"a": {"host": "h", "user": "u", "port": 0}}}', '0', /1 to 65535/],
    ['{"targets": {"a": {"url": "sftp://u@h", "port": 22}}}', '22', /has a "url" already/],
    ['{"targets": {"a": {"url": "sftp://u@h", "hostkey": "x"}}}', '"hostkey"', /did you mean "hostKey"/],
    ['{"targets": {"a": {"url": "sftp://u@h", "hostKey": "MD5:aa:bb"}}}', '"MD5:aa:bb"', /fingerprint/],
    [
      '{"targets": {"a": {"url": "sftp://u@h", "authentication": "none"}}}',
      '"none"',
      /"password", "key" or "agent"/,
    ],
    ['{"targets": {"a": {"url": "sftp://u@h", "authentication": "key"}}}', '"key"', /needs "keyFile"/],
    [
      '{"targets": {"a": {"url": "sftp://u@h", "authentication": "agent", "keyFile": "k"}}}',
      '"k"',
      /not used/,
    ],
    ['{"targets": {"a": 3}}', '3', /has to be an object/],
    ['{"targets": {"iiq": {"url": "sftp://u@h"}}, "defaultTarget": "iqi"}', '"iqi"', /did you mean "iiq"/],
    ['{"defaultTarget": "x"}', '"x"', /add it to "targets"/],
    ['{"ignore": [], "ignore": []}', '"ignore"', /twice/],
    ['{"mapping": []}', '[]', /has to be an object/],
    ['{"mapping": {"school": {}}}', '"school"', /did you mean "schools"/],
    ['{"mapping": {"schools": ["A"]}}', '["A"]', /has to be an object/],
    ['{"mapping": {"schools": {"A": ""}}}', '""', /The location of "A" has to be a text/],
    ['{"mapping": {"schools": {" ": "North"}}}', '" "', /sourcedId of a school/],
    ['{"mapping": {"schools": {"A": "x", "A": "y"}}}', '"A"', /twice/],
    ['{"mapping": {"defaultLocation": 7}}', '7', /text in quotes/],
    ['{"mapping": {"roles": {"studnet": "x"}}}', '"studnet"', /did you mean "student"/],
    ['{"mapping": {"roles": {"student": 1}}}', '1', /text in quotes/],
    ['{"mapping": {"groups": "class"}}', '"class"', /"classes" or "grades"/],
    ['[]', '[]', /has to be an object/],
    ['{"ignore": [],}', '}', /name in double quotes is expected/],
    ['{"version": "1.1" "profile": "standard"}', '"profile"', /comma is expected/],
    ["{'version': 1}", "'version'", /./],
  ];
  for (const [text, marked, message] of mistakes) {
    it(`marks ${marked} in ${text}`, () => {
      const [problem] = parseConfig(text).problems;
      assert.ok(problem !== undefined);
      assert.match(problem.message, message);
      assert.equal(text.slice(problem.start, problem.end), marked);
      const start = /^\{"ignore": \[\], "ig|"y"/.test(text) ? text.lastIndexOf(marked) : text.indexOf(marked);
      assert.equal(problem.start, text === '{"ignore": [],}' ? 14 : start);
    });
  }

  it('refuses secrets and never repeats them', () => {
    const secret = 'hunter2-correct-horse';
    for (const target of [
      `{"url": "sftp://u@h", "password": "${secret}"}`,
      `{"url": "sftp://u@h", "passphrase": "${secret}"}`,
      `{"url": "sftp://u@h", "privateKey": "${secret}"}`,
      `{"url": "sftp://u:${secret}@h"}`,
    ]) {
      const { problems } = parseConfig(`{"targets": {"a": ${target}}}`);
      assert.equal(problems.length, 1);
      assert.equal(problems[0]?.severity, 'error');
      assert.match(problems[0].message, /ONEROSTER_SFTP_PASSWORD/);
      assert.ok(!problems[0].message.includes(secret));
    }
  });

  it('never fails, whatever the text, and marks places inside it', () => {
    for (const text of [
      '{',
      '{"a"',
      '{"targets": {"a": {',
      '"',
      '{"rules": {"x":}}',
      '/*',
      '\\',
      '{"ignore":[,]}',
      'nul',
    ]) {
      const { problems } = parseConfig(text);
      assert.ok(problems.length > 0, text);
      for (const { start, end } of problems)
        assert.ok(start >= 0 && start <= end && end <= text.length, text);
    }
  });

  it('agrees with the JSON Schema on what is right and what is wrong', async () => {
    const ajv = new Ajv({ strict: false });
    const isRight = ajv.compile(JSON.parse(await readFile('schemas/meta/config.schema.json', 'utf8')));
    for (const text of [
      '{}',
      '{"version": "auto", "profile": "standard", "rules": {"required-value": "off"}}',
      `{"targets": {"a": {"url": "sftp://u@h/x", "hostKey": "${hostKey}"}}, "defaultTarget": "a"}`,
      '{"suppress": [{"rule": "required-value", "file": "u.csv", "field": "f", "value": "", "reason": "r", "until": "2027-01-01"}], "baseline": "b.json"}',
      '{"mapping": {"schools": {"A": "x"}, "defaultLocation": "y", "roles": {"districtAdministrator": "z"}, "groups": "grades"}}',
      '{"thresholds": {"removed": 0, "few": 10}, "blackout": [{"from": "2026-12-20", "until": "2027-01-04"}]}',
    ]) {
      assert.equal(isRight(JSON.parse(text)), true, text);
      assert.deepEqual(parseConfig(text).problems, [], text);
    }
    for (const text of [
      '{"versoin": "1.1"}',
      '{"version": "1.3"}',
      '{"rules": {"requierd-value": "off"}}',
      '{"suppress": [{"rule": "required-value", "file": "u.csv", "field": "f", "value": ""}]}',
      '{"suppress": [{"rule": "required-value", "file": "a/u.csv", "field": "f", "value": "", "reason": "r"}]}',
      '{"suppress": [{"rule": "required-value", "file": "u.csv", "field": " ", "value": "", "reason": "r"}]}',
      '{"suppress": [{"rule": "requierd-value", "file": "u.csv", "field": "f", "value": "", "reason": "r"}]}',
      '{"suppress": [{"rule": "required-value", "file": "u.csv", "field": "f", "value": "", "reason": "r", "until": "soon"}]}',
      '{"thresholds": {"removed": -1}}',
      '{"thresholds": {"few": 0.5}}',
      '{"thresholds": {"school": 1}}',
      '{"blackout": [{"until": "2027-01-04"}]}',
      '{"blackout": [{"from": "soon", "until": "2027-01-04"}]}',
      '{"baseline": ""}',
      '{"targets": {"a": {"url": "sftp://u@h", "password": "x"}}}',
      '{"targets": {"a": {"url": "sftp://u:x@h"}}}',
      '{"targets": {"a": {"host": "h"}}}',
      '{"mapping": {"schools": {"A": 1}}}',
      '{"mapping": {"schools": {" ": "x"}}}',
      '{"mapping": {"roles": {"studnet": "x"}}}',
      '{"mapping": {"defaultLocation": " "}}',
      '{"mapping": {"groups": "schools"}}',
      '{"mapping": {"locations": {}}}',
    ]) {
      assert.equal(isRight(JSON.parse(text)), false, text);
      assert.ok(parseConfig(text).problems.length > 0, text);
    }
  });
});
