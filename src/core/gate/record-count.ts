import { phrase, type Sentence } from '../text/say';

/** So many records of a table, whose facts say what one is called: `1 class`, `1,204 classes`. */
export function recordCount(count: number, recordName: string): Sentence {
  const [one, many] = forms[recordName] ?? usual;
  return { english: count === 1 ? one : many, values: { count } };
}

const usual = [phrase('{count} record'), phrase('{count} records')] as const;

/** For one and for many, by what the facts call a record. */
const forms: Readonly<Record<string, readonly [string, string]>> = {
  category: [phrase('{count} category'), phrase('{count} categories')],
  class: [phrase('{count} class'), phrase('{count} classes')],
  'class resource': [phrase('{count} class resource'), phrase('{count} class resources')],
  course: [phrase('{count} course'), phrase('{count} courses')],
  'course resource': [phrase('{count} course resource'), phrase('{count} course resources')],
  enrollment: [phrase('{count} enrollment'), phrase('{count} enrollments')],
  'learning objective of a line item': [
    phrase('{count} learning objective of a line item'),
    phrase('{count} learning objectives of line items'),
  ],
  'learning objective of a result': [
    phrase('{count} learning objective of a result'),
    phrase('{count} learning objectives of results'),
  ],
  'line item': [phrase('{count} line item'), phrase('{count} line items')],
  organization: [phrase('{count} organization'), phrase('{count} organizations')],
  person: [phrase('{count} person'), phrase('{count} people')],
  profile: [phrase('{count} profile'), phrase('{count} profiles')],
  property: [phrase('{count} property'), phrase('{count} properties')],
  record: [phrase('{count} record'), phrase('{count} records')],
  resource: [phrase('{count} resource'), phrase('{count} resources')],
  result: [phrase('{count} result'), phrase('{count} results')],
  role: [phrase('{count} role'), phrase('{count} roles')],
  'score scale': [phrase('{count} score scale'), phrase('{count} score scales')],
  'score scale of a line item': [
    phrase('{count} score scale of a line item'),
    phrase('{count} score scales of line items'),
  ],
  'score scale of a result': [
    phrase('{count} score scale of a result'),
    phrase('{count} score scales of results'),
  ],
  session: [phrase('{count} session'), phrase('{count} sessions')],
  'set of demographics': [phrase('{count} set of demographics'), phrase('{count} sets of demographics')],
  'user resource': [phrase('{count} user resource'), phrase('{count} user resources')],
};
