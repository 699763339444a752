import { phrase, sentence } from '../text/say';
import { rolesOfPeople } from '../spec/roles-of-people';
import { nearestName } from '../spec/nearest-name';
import type { JsonNode, MappingConfig } from './config';
import type { JsonReader } from './json-reader';

const mappingSettings = ['schools', 'defaultLocation', 'roles', 'groups'] as const;

/** What the consumer makes of schools, roles and groups. */
export function checkMapping(reader: JsonReader, node: JsonNode | undefined): MappingConfig {
  if (node === undefined) return {};
  const config: { -readonly [K in keyof MappingConfig]: MappingConfig[K] } = {};
  for (const property of reader.properties(node, '"mapping"')) {
    const { name, value } = property;
    if (name === 'schools') config.schools = checkSchools(reader, value);
    else if (name === 'roles') config.roles = checkRoles(reader, value);
    else if (name === 'defaultLocation') {
      const location = reader.text(value, '"defaultLocation"');
      if (location !== undefined) config.defaultLocation = location.trim();
    } else if (name === 'groups') {
      const groups = reader.choice(value, ['classes', 'grades'], '"groups"');
      if (groups !== undefined) config.groups = groups;
    } else reader.unknown(property, mappingSettings, '"mapping"');
  }
  return config;
}

/** Which schools there are is not known here: the preview names those that the roster does not have. */
function checkSchools(reader: JsonReader, node: JsonNode): Readonly<Record<string, string>> {
  const schools: [string, string][] = [];
  for (const { name, key, value } of reader.properties(node, '"schools"')) {
    if (name.trim() === '')
      reader.report(key, phrase('"schools" takes the sourcedId of a school as a name, not an empty text'));
    const location = reader.text(value, sentence('The location of "{name}"', { name }));
    if (location !== undefined && name.trim() !== '') schools.push([name.trim(), location.trim()]);
  }
  return Object.fromEntries(schools);
}

function checkRoles(reader: JsonReader, node: JsonNode): Readonly<Record<string, string>> {
  const roles: [string, string][] = [];
  for (const { name, key, value } of reader.properties(node, '"roles"')) {
    if (!rolesOfPeople.includes(name)) {
      const near = nearestName(name, rolesOfPeople);
      reader.report(
        key,
        near === undefined
          ? sentence('OneRoster has no role "{name}"; known are {known}', {
              name,
              known: rolesOfPeople.join(', '),
            })
          : sentence('OneRoster has no role "{name}"; did you mean "{near}"?', { name, near }),
        'warning',
      );
    }
    const role = reader.text(value, sentence('The role for "{name}"', { name }));
    if (role !== undefined) roles.push([name, role.trim()]);
  }
  return Object.fromEntries(roles);
}
