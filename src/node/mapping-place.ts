import { findNodeAtLocation, getLocation, parseTree, type Node } from 'jsonc-parser';

/** A place in the mapping of a configuration's text; everything counts UTF-16 units. */
export interface MappingPlace {
  /** The id of a school, the location of one, or the default location. */
  readonly kind: 'school' | 'location' | 'default-location';
  /** Of a school and its location: the id; empty where none is written yet. */
  readonly school: string;
  /** What is written there, its quotes included; empty between two quotes or names. */
  readonly start: number;
  readonly end: number;
  /** Whether an id is followed by its location. */
  readonly hasValue: boolean;
  /** Whether more follows that has to be set apart by a comma. */
  readonly needsComma: boolean;
  /** The ids and the locations that stand in the mapping, without the place itself. */
  readonly ids: readonly string[];
  readonly locations: readonly string[];
}

const schoolsPath = ['mapping', 'schools'];
const defaultPath = ['mapping', 'defaultLocation'];

/** What stands at an offset of a configuration, if that belongs to the mapping of schools. */
export function mappingPlaceAt(text: string, offset: number): MappingPlace | undefined {
  const { path, isAtPropertyKey, previousNode } = getLocation(text, offset);
  const kind = kindOf(path, isAtPropertyKey);
  if (kind === undefined) return undefined;
  const isInside =
    previousNode !== undefined &&
    offset >= previousNode.offset &&
    offset <= previousNode.offset + previousNode.length;
  const [start, end] = isInside
    ? [previousNode.offset, previousNode.offset + previousNode.length]
    : [offset, offset];
  const after = /^\s*(.?)/.exec(text.slice(end))?.[1] ?? '';
  return {
    kind,
    school: kind === 'default-location' ? '' : String(path.at(-1) ?? ''),
    ...{ start, end, hasValue: after === ':', needsComma: after === '"' },
    ...writtenElsewhere(parseTree(text), start),
  };
}

function kindOf(path: readonly (string | number)[], isKey: boolean): MappingPlace['kind'] | undefined {
  const isIn = (wanted: readonly string[]) => wanted.every((name, at) => path[at] === name);
  if (path.length === 3 && isIn(schoolsPath)) return isKey ? 'school' : 'location';
  return path.length === 2 && isIn(defaultPath) && !isKey ? 'default-location' : undefined;
}

function writtenElsewhere(root: Node | undefined, start: number): Pick<MappingPlace, 'ids' | 'locations'> {
  const [ids, locations] = [new Set<string>(), new Set<string>()];
  const take = (texts: Set<string>, node: Node | undefined) => {
    if (node !== undefined && node.offset !== start && typeof node.value === 'string') texts.add(node.value);
  };
  const schools = root && findNodeAtLocation(root, schoolsPath);
  for (const { children: [key, value] = [] } of schools?.children ?? []) {
    take(ids, key);
    take(locations, value);
  }
  take(locations, root && findNodeAtLocation(root, defaultPath));
  return { ids: [...ids], locations: [...locations] };
}
