import { noField } from '../model/distinct-values';
import type { Roster } from '../model/roster';
import type { Severity } from '../spec/types';
import { defineRule, type RosterContext } from './engine/define-rule';
import { linkOf, type Link } from './shared/links';
import { meaningReader } from './shared/meanings';

type Message = 'org' | 'session' | 'there';

interface TypedLink {
  readonly link: Link | undefined;
  /** The type that the record at the other end has to have. */
  readonly type: string;
  readonly message: Message;
  readonly severity?: Severity;
}

export default defineRule<Message>({
  id: 'reference-wrong-type',
  area: 'reference',
  severity: 'error',
  severityIn: { '1.0': 'warning' },
  summary:
    'A school is not an organization of type school, or a school year not a session of type schoolYear.',
  messages: {
    org: '{field} names "{value}", which {targetFile} calls a {found}; it has to be a {type}',
    session: '{field} names "{value}", which {targetFile} calls a {found}; it has to be a {type}',
    there: 'Its type stands here',
  },
  roster(context) {
    for (const typed of typedLinks(context.roster)) check(context, typed);
  },
});

function typedLinks(roster: Roster): readonly TypedLink[] {
  const school = { type: 'school', message: 'org' } as const;
  return [
    { ...school, link: linkOf(roster, 'classes', 'schoolSourcedId') },
    { ...school, link: linkOf(roster, 'enrollments', 'schoolSourcedId') },
    // The text does not say it of line items in so many words.
    { ...school, link: linkOf(roster, 'lineItems', 'schoolSourcedId'), severity: 'warning' },
    {
      link: linkOf(roster, 'courses', 'schoolYearSourcedId', 'schoolYearId'),
      type: 'schoolYear',
      message: 'session',
    },
  ];
}

function check(context: RosterContext<Message>, { link, type, message, severity }: TypedLink): void {
  const typeOf = link === undefined ? undefined : meaningReader(link.target, 'type');
  if (link === undefined || typeOf === undefined) return;
  const { table, column, target, references } = link;
  // Types of one's own and invalid ones have no meaning here.
  const wrong = Array.from(references.singleTargets(), (found) => {
    const meant = found === 0 ? undefined : typeOf(found);
    return meant === type ? undefined : meant;
  });
  if (wrong.every((found) => found === undefined)) return;
  const at = context.at(table);
  const active = table.active();
  for (let record = 1; record < active.length; record++) {
    const found = active[record] === 1 ? wrong[references.values.codes[record] ?? noField] : undefined;
    if (found === undefined) continue;
    const there = link.of(record);
    context.report({
      at: () => at.field(record, column),
      message,
      data: { found, type, targetFile: target.file },
      group: `${table.file} ${String(there)}`,
      ...(severity === undefined ? {} : { severity }),
      related: [{ at: () => context.at(target).field(there, target.columnIndex('type')), message: 'there' }],
    });
  }
}
