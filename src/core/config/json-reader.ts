import { nearestName } from '../spec/nearest-name';
import type { ConfigProblem, JsonNode } from './config';

/** One property of a JSON object. */
export interface JsonProperty {
  readonly name: string;
  readonly key: JsonNode;
  readonly value: JsonNode;
}

/** Reads values of a JSON tree and collects what is wrong with them, each mistake at its place. */
export class JsonReader {
  readonly #problems: ConfigProblem[] = [];

  get problems(): readonly ConfigProblem[] {
    return this.#problems;
  }

  report(node: JsonNode, message: string, severity: ConfigProblem['severity'] = 'error'): void {
    this.#problems.push({ message, severity, start: node.offset, end: node.offset + node.length });
  }

  /** Reports a setting for a rule that there is not: it is harmless, and has no effect. */
  unknownRule(node: JsonNode, id: string, ids: readonly string[]): void {
    const near = nearestName(id, ids);
    const hint = near === undefined ? '' : `; did you mean "${near}"?`;
    const message = `There is no rule "${id}"${hint}`;
    const { offset: start, length } = node;
    this.#problems.push({
      message,
      severity: 'warning',
      rule: 'suppressed-nothing',
      start,
      end: start + length,
    });
  }

  /** The properties of an object; a name that occurs twice is a mistake, and its first value counts. */
  properties(node: JsonNode, what: string): readonly JsonProperty[] {
    if (node.type !== 'object') {
      this.report(node, `${what} has to be an object: { … }`);
      return [];
    }
    const found = new Map<string, JsonProperty>();
    for (const { children } of node.children ?? []) {
      const [key, value] = children ?? [];
      if (typeof key?.value !== 'string' || value === undefined) continue;
      if (found.has(key.value)) this.report(key, `"${key.value}" stands here twice`);
      else found.set(key.value, { name: key.value, key, value });
    }
    return [...found.values()];
  }

  /** Reports a property that nobody reads, with the nearest name that somebody does. */
  unknown({ key, name }: JsonProperty, known: readonly string[], what: string): void {
    const near = nearestName(name, known);
    const hint = near === undefined ? `known are ${known.join(', ')}` : `did you mean "${near}"?`;
    this.report(key, `${what} has no setting "${name}"; ${hint}`);
  }

  text(node: JsonNode, what: string): string | undefined {
    if (node.type === 'string' && typeof node.value === 'string' && node.value.trim() !== '')
      return node.value;
    this.report(node, `${what} has to be a text in quotes, and not empty`);
    return undefined;
  }

  wholeNumber(node: JsonNode, what: string, least: number): number | undefined {
    const { value } = node;
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least) return value;
    this.report(node, `${what} has to be a whole number, ${String(least)} or more`);
    return undefined;
  }

  /** A text that is one of a list. */
  choice<T extends string>(node: JsonNode, allowed: readonly T[], what: string): T | undefined {
    const found = allowed.find((each) => each === node.value);
    if (found !== undefined) return found;
    const near = typeof node.value === 'string' ? nearestName(node.value, allowed) : undefined;
    const shown = node.type === 'string' ? `, not "${String(node.value)}"` : '';
    const hint = near === undefined ? '' : `; did you mean "${near}"?`;
    this.report(node, `${what} has to be ${oneOf(allowed)}${shown}${hint}`);
    return undefined;
  }

  items(node: JsonNode, what: string): readonly JsonNode[] {
    if (node.type === 'array') return node.children ?? [];
    this.report(node, `${what} has to be a list: [ … ]`);
    return [];
  }

  texts(node: JsonNode, what: string): readonly string[] {
    return this.items(node, what).flatMap((item) => this.text(item, `Each item of ${what}`) ?? []);
  }
}

function oneOf(values: readonly string[]): string {
  const quoted = values.map((value) => `"${value}"`);
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : `${quoted.join(', ')} or ${last}`;
}
