import assert from 'node:assert/strict';
import { configFileName } from '../../../src/core/config/config';
import { newRoster } from '../../../src/core/new-roster/new-roster';
import { RosterError } from '../../../src/core/errors';
import { profileIds, resolveProfile, specification, versions } from '../../../src/core/spec/specification';
import { usualVersion } from '../../../src/core/spec/usual-version';
import { decodeUtf8 } from '../../../src/core/text/utf8';
import { validateRoster } from '../../../src/core/validate-roster';
import { parseConfig } from '../../../src/node/parse-config';

/** The first and the last day of a school year, a day in each half, and a leap day. */
const days = ['2026-08-01', '2026-10-15', '2027-01-01', '2027-07-31', '2028-02-29'];

describe('a new roster', () => {
  for (const profile of profileIds) {
    for (const version of versions) {
      const { versions: read } = resolveProfile(profile);
      if (!read.includes(version)) {
        it(`of ${version} is refused for ${profile}, which does not read it`, () => {
          assert.throws(
            () => newRoster({ version, profile, asOf: '2026-10-15' }),
            (error) => RosterError.is(error, 'usage') && error.remedy.includes(read.join(' or ')),
          );
        });
        continue;
      }
      it(`of ${version} for ${profile} has no problem, on any day`, () => {
        for (const asOf of days) checkClean(profile, version, asOf);
      });
    }
  }

  it('has the headers of the facts, and a manifest that names its files', () => {
    for (const version of versions) {
      const { tables, manifest } = specification(version);
      const files = filesOf(version, 'standard');
      for (const [name, text] of files) {
        const fact = tables.find(({ file }) => file === name);
        if (fact !== undefined)
          assert.equal(text.split('\r\n')[0], fact.columns.map((column) => column.name).join(','));
      }
      assert.equal(files.has('manifest.csv'), manifest !== undefined);
      if (manifest === undefined) continue;
      for (const { name, file } of tables) {
        const mode = files.has(file) ? 'bulk' : 'absent';
        assert.ok(files.get('manifest.csv')?.includes(`\r\nfile.${name},${mode}\r\n`), `${version} ${name}`);
      }
    }
  });

  it('holds a school, sessions, courses, classes, people and enrollments', () => {
    for (const version of versions) {
      const files = filesOf(version, 'standard');
      for (const name of ['orgs', 'academicSessions', 'courses', 'classes', 'users', 'enrollments']) {
        assert.ok((files.get(`${name}.csv`)?.split('\r\n').length ?? 0) > 3, name);
      }
    }
  });

  it('says version and profile in a configuration, and keeps demographics out where nobody asks for them', () => {
    const files = filesOf('1.1', 'incident-iq');
    const { config, problems } = parseConfig(files.get(configFileName) ?? '');
    assert.deepEqual([config.version, config.profile, problems], ['1.1', 'incident-iq', []]);
    assert.equal(files.has('demographics.csv'), false);
    assert.equal(filesOf('1.1', 'hmh').has('demographics.csv'), true);
    assert.equal(filesOf('1.0', 'standard').has('demographics.csv'), true);
  });

  it('is of 1.1 where the consumer reads that', () => {
    assert.deepEqual([...new Set(profileIds.map((id) => usualVersion(resolveProfile(id))))], ['1.1']);
    assert.equal(usualVersion({ ...resolveProfile('standard'), versions: ['1.0', '1.2'] }), '1.2');
  });
});

type Profile = (typeof profileIds)[number];

function checkClean(profile: Profile, version: (typeof versions)[number], asOf: string): void {
  const entries = newRoster({ version, profile, asOf })
    .filter(({ name }) => name.endsWith('.csv'))
    .map(({ name, bytes }) => ({ path: name, content: { bytes } }));
  const { problems, roster } = validateRoster(
    { name: 'new', kind: 'folder', entries },
    { profile: resolveProfile(profile), asOf },
  );
  assert.deepEqual(
    problems.map(({ rule, file, message }) => `${rule} ${file} ${message}`),
    [],
    asOf,
  );
  assert.equal(roster.version, version);
}

function filesOf(version: (typeof versions)[number], profile: Profile): ReadonlyMap<string, string> {
  const files = newRoster({ version, profile, asOf: '2026-10-15' });
  return new Map(files.map(({ name, bytes }) => [name, decodeUtf8(bytes)]));
}
