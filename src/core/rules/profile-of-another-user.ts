import { defineRule } from './engine/define-rule';
import { linkOf } from './shared/links';
import { textIn } from './shared/meanings';

type Message = 'other' | 'owner';

export default defineRule<Message>({
  id: 'profile-of-another-user',
  area: 'sense',
  severity: 'warning',
  versions: ['1.2'],
  summary: "A role names another person's profile.",
  messages: {
    other: '{field} names "{value}", the profile of "{owner}", but the role is that of "{person}"',
    owner: 'The profile belongs to this person',
  },
  roster({ roster, at, report }) {
    const users = linkOf(roster, 'roles', 'userSourcedId');
    const profiles = linkOf(roster, 'roles', 'userProfileSourcedId');
    const owners = linkOf(roster, 'userProfiles', 'userSourcedId');
    if (users === undefined || profiles === undefined || owners === undefined) return;
    const { table } = users;
    const active = table.active();
    for (let record = 1; record < active.length; record++) {
      const profile = active[record] === 1 ? profiles.of(record) : 0;
      const owner = profile === 0 ? 0 : owners.of(profile);
      const user = users.of(record);
      if (owner === 0 || user === 0 || owner === user) continue;
      const ownerPlace = () => at(owners.table).field(profile, owners.column);
      report({
        at: () => at(table).field(record, profiles.column),
        message: 'other',
        data: {
          owner: textIn(owners.table, profile, 'userSourcedId'),
          person: textIn(table, record, 'userSourcedId'),
        },
        related: [{ at: ownerPlace, message: 'owner' }],
      });
    }
  },
});
