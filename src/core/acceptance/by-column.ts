/** One thing for each rule, file and field. Looking it up makes no string. */
export class ByColumn<T> {
  readonly #rules = new Map<string, Map<string, Map<string, T>>>();

  hasRule(rule: string): boolean {
    return this.#rules.has(rule);
  }

  get(rule: string, file: string, field: string): T | undefined {
    return this.#rules.get(rule)?.get(file)?.get(field);
  }

  /** The thing that is there, made where there was none. */
  ensure(rule: string, file: string, field: string, make: () => T): T {
    const files = entry(this.#rules, rule, () => new Map<string, Map<string, T>>());
    return entry(
      entry(files, file, () => new Map<string, T>()),
      field,
      make,
    );
  }
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
