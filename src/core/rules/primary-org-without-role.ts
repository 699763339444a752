import { defineRule } from './engine/define-rule';
import { linkOf, recordsByTarget, type Link } from './shared/links';

type Message = 'none' | 'role';

export default defineRule<Message>({
  id: 'primary-org-without-role',
  area: 'sense',
  severity: 'warning',
  versions: ['1.2'],
  summary: "A person's primary organization is one in which the person has no role.",
  messages: {
    none: '{field} is "{value}", but {rolesFile} gives this person no role there',
    role: 'A role that the person has',
  },
  roster({ roster, at, report }) {
    const primary = linkOf(roster, 'users', 'primaryOrgSourcedId');
    const users = linkOf(roster, 'roles', 'userSourcedId');
    const orgs = linkOf(roster, 'roles', 'orgSourcedId');
    if (primary === undefined || users === undefined || orgs === undefined) return;
    const { table } = primary;
    // A delta file does not repeat the roles that stay.
    if (table.mode !== 'bulk' || users.table.mode !== 'bulk') return;
    const orgsOf = orgsByUser(users, orgs);
    const active = table.active();
    for (let record = 1; record < active.length; record++) {
      const org = active[record] === 1 ? primary.of(record) : 0;
      if (org === 0) continue;
      const { role, orgs: found } = orgsOf(record);
      // Somebody without any role is another rule's; a role whose organization is not known may be the one.
      if (role === 0 || found.includes(org) || found.includes(0)) continue;
      report({
        at: () => at(table).field(record, primary.column),
        message: 'none',
        data: { rolesFile: users.table.file },
        related: [{ at: () => at(orgs.table).field(role, orgs.column), message: 'role' }],
      });
    }
  },
});

/** The first role of a person, and the organizations of all. */
function orgsByUser(
  users: Link,
  orgs: Link,
): (user: number) => { readonly role: number; readonly orgs: readonly number[] } {
  const roles = recordsByTarget(users);
  return (user) => {
    const found: number[] = [];
    for (let role = roles.first(user); role > 0; role = roles.next(role)) found.push(orgs.of(role));
    return { role: roles.first(user), orgs: found };
  };
}
