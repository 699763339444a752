import assert from 'node:assert/strict';
import { rules } from '../../src/core/rules/registry.generated';
import { encodeUtf8 } from '../../src/core/text/utf8';
import { validateRoster } from '../../src/core/validate-roster';
import { check } from '../support/fixture';

const only = ['invalid-encoding'];
const header = 'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\n';

/** Validates an orgs.csv of these bytes with every rule that looks at bytes, the header or values. */
function validateBytes(bytes: Uint8Array) {
  const input = {
    name: 'bytes',
    kind: 'folder' as const,
    entries: [{ path: 'orgs.csv', content: { bytes } }],
  };
  return validateRoster(input, {
    version: '1.1',
    rules: rules.filter(({ area }) => ['bytes', 'csv', 'header', 'value'].includes(area)),
  });
}

/** A record whose name is given in bytes. */
function recordWithName(...name: readonly number[]): Uint8Array {
  return Uint8Array.from([...encodeUtf8(`${header}o1,,,`), ...name, ...encodeUtf8(',school,,\n')]);
}

function utf16(text: string, littleEndian: boolean): Uint8Array {
  return Uint8Array.from(
    Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)).flatMap((unit) => {
      return littleEndian ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff];
    }),
  );
}

describe('invalid-encoding', () => {
  it('accepts UTF-8 in all its lengths', () => {
    check(
      `
=== orgs.csv
${header}o1,,,École 東京 👩 School,school,,
`,
      { only, version: '1.1' },
    );
  });

  it('names UTF-16 of either byte order, and the columns are checked all the same', () => {
    for (const littleEndian of [true, false]) {
      for (const mark of ['\ufeff', '']) {
        const bytes = utf16(`${mark}${header}o1,,,École,schol,,\n`, littleEndian);
        const { problems } = validateBytes(bytes);
        assert.deepEqual(
          problems.map(({ rule }) => rule),
          ['invalid-encoding', 'invalid-value'],
        );
        const order = littleEndian ? 'little-endian' : 'big-endian';
        assert.equal(problems[0]?.message, `The file is saved as UTF-16 (${order}); it has to be UTF-8`);
      }
    }
  });

  it('marks the first wrong byte of Windows-1252 and counts them, one problem a file', () => {
    const { problems } = validateBytes(recordWithName(0xc9, 0x63, 0x6f, 0x6c, 0xe9, 0x92, 0x73));
    assert.equal(problems.length, 1);
    const [problem] = problems;
    assert.equal(problem?.start, header.length + 5);
    assert.equal(problem.end, header.length + 6);
    assert.equal(problem.field, 'name');
    assert.equal(problem.data['encoding'], 'Windows-1252');
    assert.equal(problem.data['count'], 3);
  });

  it('recognises Shift-JIS', () => {
    const { problems } = validateBytes(recordWithName(0x93, 0x8c, 0x8b, 0x9e));
    assert.equal(problems[0]?.data['encoding'], 'Shift-JIS');
  });

  it('does not take accented letters for Shift-JIS', () => {
    // Müller, Núñez and O’Brien
    for (const name of [
      [0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72],
      [0x4e, 0xfa, 0xf1, 0x65, 0x7a],
      [0x4f, 0x92, 0x42, 0x72],
    ]) {
      const { problems } = validateBytes(recordWithName(...name));
      assert.equal(problems[0]?.data['encoding'], 'Windows-1252');
    }
  });

  it('is the only one to speak of a column name with a wrong byte', () => {
    const [start = '', end = ''] = header.split('name');
    const bytes = Uint8Array.from([...encodeUtf8(start), 0x6e, 0xe4, 0x6d, 0x65, ...encodeUtf8(end)]);
    const { problems } = validateBytes(bytes);
    assert.deepEqual(
      problems.map(({ rule, field }) => `${rule} ${field ?? ''}`),
      ['invalid-encoding n\ufffdme'],
    );
  });

  it('guesses nothing where no known encoding fits, and says so where most of the file is UTF-8', () => {
    assert.equal(validateBytes(recordWithName(0x41, 0x81, 0x2d)).problems[0]?.messageId, 'unknown');
    const mixed = recordWithName(...encodeUtf8('École Élysée '), 0xe9);
    assert.equal(validateBytes(mixed).problems[0]?.messageId, 'mixed');
  });

  it('warns of text that an earlier tool has lost', () => {
    const { problems } = check(
      `
=== orgs.csv
${header}o1,,,[[\ufffd|invalid-encoding]]cole,school,,
o2,,,Lyc\ufffde,school,,
`,
      { only, version: '1.1' },
    );
    assert.equal(problems[0]?.severity, 'warning');
    assert.equal(problems[0].data['count'], 2);
  });

  it('finds nothing in an empty table', () => {
    check(`\n=== orgs.csv\n${header}`, { only, version: '1.1' });
    check('\n=== orgs.csv\n', { only, version: '1.1' });
  });
});
