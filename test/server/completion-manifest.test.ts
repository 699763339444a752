import assert from 'node:assert/strict';
import { specification } from '../../src/core/spec/specification';
import { cleanRoster, completeMarked } from '../support/completion-client';

for (const version of ['1.1', '1.2'] as const) {
  describe(`completion in the manifest of OneRoster ${version}`, () => {
    const properties = specification(version).manifest?.rows.map(({ property }) => property) ?? [];
    const manifest = (text: string) =>
      cleanRoster(version, 'manifest.csv', () => `propertyName,value\n${text}`);

    it('offers the properties that are missing, in order', async () => {
      const offered = await completeMarked(await manifest('manifest.version,1.0\nfile.|,bulk\n'));
      assert.deepEqual(
        offered.labels,
        properties.filter((property) => property !== 'manifest.version'),
      );
      assert.equal(offered.accepted('file.users'), 'file.users,bulk');
      assert.match(offered.documentation('file.users'), /users\.csv/);
    });

    it('offers whole rows on an empty line, each with the value that fits what is there', async () => {
      const offered = await completeMarked(await manifest(`oneroster.version,${version}\n|`), '\n');
      assert.equal(offered.accepted('manifest.version,1.0'), 'manifest.version,1.0');
      assert.equal(offered.accepted('file.users,bulk'), 'file.users,bulk');
      assert.equal(offered.accepted('file.results,absent'), 'file.results,absent');
      const all = offered.labels[0] ?? '';
      assert.equal(all, `all ${String(properties.length - 1)} missing rows`);
      assert.equal(offered.accepted(all), 'manifest.version,1.0');
    });

    it('offers the values of a property with their meaning, the one that is so first', async () => {
      const there = await completeMarked(await manifest('file.users,|\n'), ',');
      assert.equal(there.labels[0], 'bulk');
      const absent = await completeMarked(await manifest('file.results,|\n'), ',');
      assert.deepEqual([...absent.labels].sort(), ['absent', 'bulk', 'delta']);
      assert.equal(absent.labels[0], 'absent');
      assert.match(absent.lines[0] ?? '', /^absent: The file is not in the package/);
      const own = await completeMarked(await manifest('oneroster.version,|\n'));
      assert.deepEqual(own.labels, [version]);
    });

    it('offers the two columns', async () => {
      const offered = await completeMarked(
        await cleanRoster(version, 'manifest.csv', () => 'propertyName,|\n'),
      );
      assert.equal(offered.labels[0], 'value');
    });
  });
}
