import type { Draft, Field, Fits } from '../draft';
import { lostLink, spoiled, type Defect } from './defect';

const isReference: Fits = ({ reference, list }) => reference !== undefined && list !== true;
const terms = ['termSourcedIds', 'termSourcedId'];

/** Fields that name a record that is not there, or is the wrong one. */
export const referenceDefects: readonly Defect[] = [
  spoiled('dangling-reference', 'a reference leads nowhere', isReference, () => 'nobody-0717', {
    consequences: lostLink,
  }),
  {
    rule: 'dangling-reference',
    what: 'one reference of several leads nowhere',
    breaks: (roster) => addItem(roster, 'nobody-0717'),
  },
  spoiled(
    'dangling-reference',
    'a reference of a delta file leads nowhere',
    isReference,
    () => 'nobody-0717',
    {
      mode: 'delta',
    },
  ),
  spoiled('reference-case', 'a reference is in capitals', isReference, (text) => text.toUpperCase()),
  {
    rule: 'reference-case',
    what: 'one reference of several is in capitals',
    breaks(roster) {
      const quarter = sessionOf(roster, 'gradingPeriod');
      return addItem(roster, roster.text(quarter).toUpperCase());
    },
  },
  {
    rule: 'reference-to-deleted',
    what: 'a class is of a course that is deleted',
    mode: 'delta',
    breaks(roster) {
      const deleted = roster.addLike(roster.field('courses', 'sourcedId'), { status: 'tobedeleted' });
      return roster.write(roster.field('classes', 'courseSourcedId'), roster.text(deleted));
    },
  },
  {
    rule: 'reference-wrong-type',
    what: 'a class is at the district instead of a school',
    breaks: (roster) =>
      roster.write(roster.field('classes', 'schoolSourcedId'), roster.text(district(roster))),
  },
  {
    rule: 'reference-wrong-type',
    what: 'an enrollment is at the district instead of a school',
    breaks: (roster) =>
      roster.write(roster.field('enrollments', 'schoolSourcedId'), roster.text(district(roster))),
  },
  {
    rule: 'reference-wrong-type',
    what: 'the school year of a course is a semester',
    breaks: (roster) =>
      roster.write(
        roster.field('courses', ['schoolYearSourcedId', 'schoolYearId']),
        roster.text(sessionOf(roster, 'semester')),
      ),
  },
  {
    rule: 'reference-cycle',
    what: 'an organization is part of itself',
    breaks(roster) {
      const org = roster.field('orgs', 'sourcedId');
      return roster.write(roster.beside(org, 'parentSourcedId'), roster.text(org));
    },
  },
  {
    rule: 'reference-cycle',
    what: 'a district is part of one of its schools',
    breaks(roster) {
      const school = roster.field('orgs', 'sourcedId', (row) => row['type'] === 'school');
      return roster.write(roster.beside(district(roster), 'parentSourcedId'), roster.text(school));
    },
  },
];

/** The id of the district. */
export function district(roster: Draft): Field {
  return roster.field('orgs', 'sourcedId', (row) => row['type'] === 'district' || row['type'] === 'local');
}

/** The id of a session of a type. */
export function sessionOf(roster: Draft, type: string): Field {
  return roster.field('academicSessions', 'sourcedId', (row) => row['type'] === type);
}

/** A class gets a further term. */
function addItem(roster: Draft, item: string) {
  const field = roster.field('classes', terms);
  return roster.write(field, `${roster.text(field)},${item}`, item);
}
