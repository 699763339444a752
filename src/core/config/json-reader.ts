import { anyOf, inEnglish, listed, quoted, sentence, sentenceOf, spoken, type Sentence } from '../text/say';
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

  report(
    node: JsonNode,
    message: string | Sentence,
    severity: ConfigProblem['severity'] = 'error',
    rule?: ConfigProblem['rule'],
  ): void {
    const sentence = sentenceOf(message);
    this.#problems.push({
      message: spoken(sentence, inEnglish),
      sentence,
      severity,
      ...(rule === undefined ? {} : { rule }),
      start: node.offset,
      end: node.offset + node.length,
    });
  }

  /** Reports a setting for a rule that there is not: it is harmless, and has no effect. */
  unknownRule(node: JsonNode, id: string, ids: readonly string[]): void {
    const near = nearestName(id, ids);
    const message =
      near === undefined
        ? sentence('There is no rule "{id}"', { id })
        : sentence('There is no rule "{id}"; did you mean "{near}"?', { id, near });
    this.report(node, message, 'warning', 'suppressed-nothing');
  }

  /** The properties of an object; a name that occurs twice is a mistake, and its first value counts. */
  properties(node: JsonNode, what: string | Sentence): readonly JsonProperty[] {
    if (node.type !== 'object') {
      this.report(node, sentence('{what} has to be an object: { … }', { what: nameOf(what) }));
      return [];
    }
    const found = new Map<string, JsonProperty>();
    for (const { children } of node.children ?? []) {
      const [key, value] = children ?? [];
      if (typeof key?.value !== 'string' || value === undefined) continue;
      if (found.has(key.value))
        this.report(key, sentence('"{value}" stands here twice', { value: key.value }));
      else found.set(key.value, { name: key.value, key, value });
    }
    return [...found.values()];
  }

  /** Reports a property that nobody reads, with the nearest name that somebody does. */
  unknown({ key, name }: JsonProperty, known: readonly string[], what: string | Sentence): void {
    const near = nearestName(name, known);
    this.report(
      key,
      near === undefined
        ? sentence('{what} has no setting "{name}"; known are {known}', {
            what: nameOf(what),
            name,
            known: known.join(', '),
          })
        : sentence('{what} has no setting "{name}"; did you mean "{near}"?', {
            what: nameOf(what),
            name,
            near,
          }),
    );
  }

  text(node: JsonNode, what: string | Sentence): string | undefined {
    if (node.type === 'string' && typeof node.value === 'string' && node.value.trim() !== '')
      return node.value;
    this.report(node, sentence('{what} has to be a text in quotes, and not empty', { what: nameOf(what) }));
    return undefined;
  }

  wholeNumber(node: JsonNode, what: string | Sentence, least: number): number | undefined {
    const { value } = node;
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least) return value;
    this.report(
      node,
      sentence('{what} has to be a whole number, {least} or more', {
        what: nameOf(what),
        least: String(least),
      }),
    );
    return undefined;
  }

  /** A text that is one of a list. */
  choice<T extends string>(node: JsonNode, allowed: readonly T[], what: string | Sentence): T | undefined {
    const found = allowed.find((each) => each === node.value);
    if (found !== undefined) return found;
    const near = typeof node.value === 'string' ? nearestName(node.value, allowed) : undefined;
    const values = { what: nameOf(what), allowed: oneOf(allowed), value: String(node.value) };
    this.report(
      node,
      near !== undefined
        ? sentence('{what} has to be {allowed}, not "{value}"; did you mean "{near}"?', { ...values, near })
        : node.type === 'string'
          ? sentence('{what} has to be {allowed}, not "{value}"', values)
          : sentence('{what} has to be {allowed}', values),
    );
    return undefined;
  }

  items(node: JsonNode, what: string | Sentence): readonly JsonNode[] {
    if (node.type === 'array') return node.children ?? [];
    this.report(node, sentence('{what} has to be a list: [ … ]', { what: nameOf(what) }));
    return [];
  }

  texts(node: JsonNode, what: string | Sentence): readonly string[] {
    return this.items(node, what).flatMap(
      (item) => this.text(item, sentence('Each item of {what}', { what: nameOf(what) })) ?? [],
    );
  }
}

function oneOf(values: readonly string[]): string | Sentence {
  const all = values.map(quoted);
  const last = all.pop() ?? '';
  return all.length === 0 ? last : anyOf([listed(all), last]);
}

/** What is called by its name in quotes, such as `"job"`, has those of the reader's language. */
function nameOf(what: string | Sentence): Sentence {
  const [, name] = /^"(.*)"$/.exec(typeof what === 'string' ? what : '') ?? [];
  return name === undefined ? sentenceOf(what) : quoted(name);
}
