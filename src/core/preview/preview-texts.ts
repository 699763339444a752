import type { FindingKind, Preview, Reason } from './preview';

/** What a finding is called, and what it means. */
export interface FindingText {
  readonly title: string;
  readonly meaning: string;
}

/** The words for a finding, in what the profile makes of it. */
export function findingText(kind: FindingKind, { deletedPeople, defaultLocation }: Preview): FindingText {
  if (kind === 'marked-deleted')
    return deletedPeople === 'frozen'
      ? { title: 'Frozen by tobedeleted', meaning: 'They stay as they are: a sync no longer updates them.' }
      : { title: 'To be deleted', meaning: 'The reader is to take them out.' };
  if (kind === 'default-location')
    return defaultLocation === undefined
      ? { title: 'Without a location', meaning: 'Nobody says where they land: there is no default location.' }
      : {
          title: 'At the default location',
          meaning: `They land at ${defaultLocation}, for want of another.`,
        };
  return texts[kind];
}

const texts: Readonly<Record<Exclude<FindingKind, 'marked-deleted' | 'default-location'>, FindingText>> = {
  'no-usable-school': {
    title: 'No usable school',
    meaning: 'They name no school, or one that is not there or marked as deleted.',
  },
  'several-schools': {
    title: 'In several schools',
    meaning: 'Only one of them counts; the others are listed with it.',
  },
  'shared-account': {
    title: 'Accounts that records would share',
    meaning: 'Another record, named beside, has the same id, user name or e-mail address.',
  },
  'role-not-mapped': {
    title: 'Role without a mapping',
    meaning: 'The mapping of roles does not name theirs.',
  },
  new: { title: 'New since the last delivery', meaning: 'Their ids were not in it.' },
  gone: { title: 'Gone since the last delivery', meaning: 'Their ids were in it, and count no more.' },
  moved: {
    title: 'At another location than in the last delivery',
    meaning: 'By the mapping that there is now. The former location stands beside.',
  },
};

const reasons: Readonly<Record<Reason, string>> = {
  mapped: 'by the mapping of the school',
  'school-not-mapped': 'the school has no mapping',
  'not-a-school': 'the first organization is no school',
  'no-school': 'names no school',
  'unknown-school': 'names a school that is not in orgs.csv',
  'deleted-school': 'the school is marked as deleted',
  'several-schools': 'several schools',
  tobedeleted: 'status tobedeleted',
  inactive: 'status inactive',
  'same-sourcedId': 'same sourcedId',
  'same-username': 'same user name',
  'same-email': 'same e-mail address',
  'role-not-mapped': 'the role has no mapping',
  'no-role': 'no role',
  new: 'new',
  'left-out': 'no longer in the files',
  'now-deleted': 'now marked as deleted',
  moved: 'another location',
};

/** A reason as a phrase. */
export function reasonText(reason: Reason): string {
  return reasons[reason];
}
