import { specification, versions } from './specification';

/** The roles that a person may have, over all versions, sorted. */
export const rolesOfPeople: readonly string[] = [
  ...new Set(
    versions.flatMap((version) => {
      const { column } = specification(version);
      const fact = column('users', 'role') ?? column('roles', 'role');
      return (fact?.values ?? []).map(({ value }) => value);
    }),
  ),
].sort();
