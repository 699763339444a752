import { inEnglish, phrase, type Say } from '../text/say';
import type { FindingKind, Preview, Reason } from './preview';

/** What a finding is called, and what it means. */
export interface FindingText {
  readonly title: string;
  readonly meaning: string;
}

/** The words for a finding, in what the profile makes of it. */
export function findingText(
  kind: FindingKind,
  { deletedPeople, defaultLocation }: Preview,
  say: Say = inEnglish,
): FindingText {
  if (kind === 'marked-deleted')
    return deletedPeople === 'frozen'
      ? {
          title: say('Frozen by tobedeleted'),
          meaning: say('They stay as they are: a sync no longer updates them.'),
        }
      : { title: say('To be deleted'), meaning: say('The reader is to take them out.') };
  if (kind === 'default-location')
    return defaultLocation === undefined
      ? {
          title: say('Without a location'),
          meaning: say('Nobody says where they land: there is no default location.'),
        }
      : {
          title: say('At the default location'),
          meaning: say('They land at {defaultLocation}, for want of another.', { defaultLocation }),
        };
  const { title, meaning } = texts[kind];
  return { title: say(title), meaning: say(meaning) };
}

const texts: Readonly<Record<Exclude<FindingKind, 'marked-deleted' | 'default-location'>, FindingText>> = {
  'no-usable-school': {
    title: phrase('No usable school'),
    meaning: phrase('They name no school, or one that is not there or marked as deleted.'),
  },
  'several-schools': {
    title: phrase('In several schools'),
    meaning: phrase('Only one of them counts; the others are listed with it.'),
  },
  'shared-account': {
    title: phrase('Accounts that records would share'),
    meaning: phrase('Another record, named beside, has the same id, user name or e-mail address.'),
  },
  'role-not-mapped': {
    title: phrase('Role without a mapping'),
    meaning: phrase('The mapping of roles does not name theirs.'),
  },
  new: { title: phrase('New since the last delivery'), meaning: phrase('Their ids were not in it.') },
  gone: {
    title: phrase('Gone since the last delivery'),
    meaning: phrase('Their ids were in it, and count no more.'),
  },
  moved: {
    title: phrase('At another location than in the last delivery'),
    meaning: phrase('By the mapping that there is now. The former location stands beside.'),
  },
};

const reasons: Readonly<Record<Reason, string>> = {
  mapped: phrase('by the mapping of the school'),
  'school-not-mapped': phrase('the school has no mapping'),
  'not-a-school': phrase('the first organization is no school'),
  'no-school': phrase('names no school'),
  'unknown-school': phrase('names a school that is not in orgs.csv'),
  'deleted-school': phrase('the school is marked as deleted'),
  'several-schools': phrase('several schools'),
  tobedeleted: phrase('status tobedeleted'),
  inactive: phrase('status inactive'),
  'same-sourcedId': phrase('same sourcedId'),
  'same-username': phrase('same user name'),
  'same-email': phrase('same e-mail address'),
  'role-not-mapped': phrase('the role has no mapping'),
  'no-role': phrase('no role'),
  new: phrase('new'),
  'left-out': phrase('no longer in the files'),
  'now-deleted': phrase('now marked as deleted'),
  moved: phrase('another location'),
};

/** A reason as a phrase. */
export function reasonText(reason: Reason, say: Say = inEnglish): string {
  return say(reasons[reason]);
}
