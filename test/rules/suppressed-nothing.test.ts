import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['suppressed-nothing'];
const asOf = '2026-10-01';
const users = (...emails: readonly string[]) =>
  `=== users.csv\nsourcedId,email\n${emails.map((email, at) => `u${String(at)},${email}\n`).join('')}`;

const settings = (...entries: readonly string[]) =>
  `=== oneroster.config.json\n{ "suppress": [ ${entries.join(', ')}] }\n`;

const entry = (value: string, more = '', file = 'users.csv') =>
  `{ "rule": "invalid-email", "file": "${file}", "field": "email", "value": "${value}", "reason": "r"${more} }`;

describe('suppressed-nothing', () => {
  it('says nothing where all that is suppressed is there', () => {
    check(`${settings(entry('none'), entry('later'))}${users('none', 'later', 'none')}`, { only });
  });

  it('says nothing where nothing is suppressed', () => {
    check(users('ada@school.example'), { only });
    check(`${settings()}${users('ada@school.example')}`, { only });
  });

  it('marks what matches nothing, one by one, with a message that says what was looked for', () => {
    const { problems } = check(
      `${settings(entry('none'), `[[${entry('later')}|suppressed-nothing]]`)}${users('none')}`,
      { only },
    );
    assert.deepEqual(
      problems.map(({ message, severity, file, line, column }) => ({
        message,
        severity,
        file,
        line,
        column,
      })),
      [
        {
          message:
            'This suppression matches nothing: invalid-email does not find "later" in email of users.csv',
          severity: 'information',
          file: 'oneroster.config.json',
          line: 1,
          column: `{ "suppress": [ ${entry('none')}, `.length + 1,
        },
      ],
    );
  });

  it('matches letter by letter: case, file and an empty file count', () => {
    check(`${settings(`[[${entry('None')}|suppressed-nothing]]`)}${users('ada@school.example')}`, { only });
    check(`${settings(`[[${entry('none', '', 'user.csv')}|suppressed-nothing]]`)}${users()}`, { only });
  });

  it('marks the second of two that say the same', () => {
    check(`${settings(entry('none'), `[[${entry('none')}|suppressed-nothing]]`)}${users('none')}`, { only });
  });

  it('says that a day has passed, and that it counts again', () => {
    const until = ', "until": "2026-09-30"';
    const text = `${settings(`[[${entry('none', until)}|suppressed-nothing]]`)}${users('[[none|invalid-email]]')}`;
    const { problems } = check(text, { only, asOf });
    assert.equal(
      problems[0]?.message,
      'This suppression ended on 2026-09-30; what it suppressed counts again',
    );
    check(`${settings(entry('none', until))}${users('none')}`, { only, asOf: '2026-09-30' });
    check(`${settings(entry('none', until))}${users('none')}`, { only });
  });

  it('counts places in UTF-8, as all places', () => {
    const umlaut = entry('none', '').replace('"r"', '"für Größe 🎒"');
    check(`${settings(umlaut, `[[${entry('ö')}|suppressed-nothing]]`)}${users('none')}`, { only });
  });

  it('stays silent where it is off, and beside the rosters of other products', () => {
    const text = `${settings(entry('none'))}${users('ada@school.example')}`;
    check(text, { only, severities: { 'suppressed-nothing': 'off' } });
    const foreign = '=== School.csv\nSIS ID,Name\ns1,North\n=== Student.csv\nSIS ID,School SIS ID,Username\n';
    check(`${settings(entry('none'))}${foreign}`, { only });
  });
});
