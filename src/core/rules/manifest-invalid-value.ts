import type { ManifestRow } from '../model/manifest';
import { versionProperty } from '../spec/detect-version';
import { nearestName } from '../spec/nearest-name';
import { specification, versions } from '../spec/specification';
import type { ManifestFact, ManifestRowFact } from '../spec/types';
import { defineRule, type Report } from './engine/define-rule';
import { intactRows, readableManifest, valuePlace } from './shared/manifest-rows';
import { hasInvisibleCharacter } from './shared/typed-items';

type Message = 'empty' | 'number' | 'near' | 'invalid';

export default defineRule<Message>({
  id: 'manifest-invalid-value',
  area: 'manifest',
  severity: 'error',
  summary: 'A property of the manifest has a value that it may not have.',
  versions: ['1.1', '1.2'],
  messages: {
    empty: '{property} has no value; allowed is {allowed}',
    number:
      '{property} is "{value}" and has to be "{suggestion}"; a spreadsheet makes {value} of {suggestion}',
    near: '{property} cannot be "{value}"; it has to be exactly "{suggestion}"',
    invalid: '{property} cannot be "{value}"; allowed is {allowed}',
  },
  roster(context) {
    const { roster, report } = context;
    const manifest = readableManifest(roster);
    if (manifest === undefined) return;
    const { table, fact } = manifest;
    for (const row of intactRows(manifest)) {
      const problem = judge(row, allowedValues(fact, row.property));
      if (problem !== undefined) report({ at: valuePlace(table, context.at(table), row), ...problem });
    }
  },
});

function judge(
  { property, value }: ManifestRow,
  allowed: readonly string[],
): Omit<Report<Message>, 'at'> | undefined {
  if (allowed.length === 0 || allowed.includes(value)) return undefined;
  if (hasInvisibleCharacter(value) || value.includes('\ufffd')) return undefined;
  const shown = allowed.slice(0, 3).map((each) => `"${each}"`);
  const data = {
    property,
    allowed: `${shown.slice(0, -1).join(', ')}${shown.length > 1 ? ' or ' : ''}${shown.at(-1) ?? ''}`,
  };
  if (value === '') return { message: 'empty', data };
  const asNumber = allowed.find((each) => each === `${value}.0`);
  if (asNumber !== undefined) return { message: 'number', data: { ...data, suggestion: asNumber } };
  const near = nearestName(value, allowed);
  return near === undefined
    ? { message: 'invalid', data }
    : { message: 'near', data: { ...data, suggestion: near } };
}

/** Any version may be stated: where it is not the one that is checked, `version-mismatch` says so. */
function allowedValues(fact: ManifestFact, property: string): readonly string[] {
  if (property !== versionProperty) return valuesOf(fact, property);
  return versions.flatMap((version) => {
    const other = specification(version).manifest;
    return other === undefined ? [] : valuesOf(other, property);
  });
}

function valuesOf(fact: ManifestFact, property: string): readonly string[] {
  const row: ManifestRowFact | undefined = fact.rows.find((each) => each.property === property);
  return [...(row?.values ?? []).map(({ value }) => value), ...(row?.variants ?? [])];
}
