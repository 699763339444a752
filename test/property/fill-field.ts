// A right value for a field, by nothing but the facts of its column.
import { specification } from '../../src/core/spec/specification';
import type { ColumnFact, OneRosterVersion } from '../../src/core/spec/types';
import type { Random } from './random';

/** A value that the column allows; where the column may be empty, often none. */
export function fillField(fact: ColumnFact, version: OneRosterVersion, random: Random): string {
  const isOptional = fact.required !== true;
  // References are what makes a roster consistent, so whoever needs one says it; passwords are better not there.
  if (isOptional && (fact.reference !== undefined || fact.format === 'password')) return '';
  if (isOptional && random.happens(0.3)) return '';
  if (fact.list !== true) return random.pick(valuesFor(fact, version));
  return random.shuffled(valuesFor(fact, version)).slice(0, random.integer(1, 3)).join(',');
}

function valuesFor(fact: ColumnFact, version: OneRosterVersion): readonly string[] {
  switch (fact.type) {
    case 'enumeration':
      return [...(fact.values ?? []).map(({ value }) => value), ...extensionsFor(fact, version)];
    case 'boolean':
      return ['true', 'false'];
    case 'date':
      return ['2026-08-17', '2024-02-29', '2026-12-31'];
    case 'datetime':
      return ['2026-08-14T06:30:00.000Z', '2026-08-14T06:30:00Z'];
    case 'year':
      return ['2027'];
    case 'integer':
      return ['0', '20', '100'];
    case 'decimal':
      return ['0', '87.5', '-1.25'];
    case 'id':
      return [fact.example, '9780000000002', 'Verlag Ärmel & Söhne'];
    case 'guid':
      throw new Error(`${fact.name} has to be said by the district`);
    case 'string':
      return textsFor(fact);
  }
}

function extensionsFor({ extensible }: ColumnFact, version: OneRosterVersion): readonly string[] {
  const prefix = specification(version).extensionValues?.prefix;
  return extensible === true && prefix !== undefined ? [`${prefix}eigenes`] : [];
}

function textsFor({ format, vocabulary, list, example }: ColumnFact): readonly string[] {
  switch (format) {
    case 'user-ids':
      return ['{LDAP:mlopez31}', '{SIS:10482}'];
    case 'score-scale':
      return ['{A:90}', '{B:80}', '{sehr gut:1}'];
    case 'grade':
      return vocabulary?.values?.map(({ value }) => value) ?? [example];
    case 'subject-code':
      return ['02052', '03151'];
    case 'phone':
      return ['+1 555 010 4477', '(555) 010-4478'];
    case undefined:
      break;
    case 'email':
    case 'learning-objective-id':
    case 'password':
      return [example];
  }
  if (vocabulary !== undefined) return [example];
  return list === true
    ? ['Ästhetik', '3', 'Réseau / Netz']
    : ['Ärmel', '5" screen, "new"', 'Raum 7, links', example];
}
