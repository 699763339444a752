import { emptyCode } from '../../model/distinct-values';
import { escapeMarkdown } from '../describe-column';
import type { FieldContext, Offer } from './offer';
import { snippetText } from './snippet';

/** How many values are looked at for the names that stand before the colon. */
const sample = 500;

/** `{LDAP:…}`: pairs with the names that the column already uses, or else those of the example. */
export function bracedPairs({ roster, table, place, fact }: FieldContext): readonly Offer[] {
  const values = table.values(place.column);
  const names = new Set<string>();
  for (let code = emptyCode + 1; code < values.size && code <= sample; code++) {
    addNames(names, values.text(code));
  }
  if (names.size === 0) addNames(names, fact.example);
  const written = new Set<string>();
  for (const other of place.others) addNames(written, other);
  return [...names]
    .filter((name) => !written.has(name))
    .map((name) => ({
      kind: 'value',
      label: `{${name}:…}`,
      words: '',
      documentation: escapeMarkdown(roster.say(fact.description)),
      value: `{${name}:}`,
      snippet: `{${snippetText(name)}:$1\\}$0`,
      filter: `{${name}: ${name}`,
    }));
}

function addNames(names: Set<string>, text: string): void {
  for (const [, name] of text.matchAll(/\{([^{}:,"]+):[^{}:,"]+\}/g))
    if (name !== undefined) names.add(name.trim());
}
