import { secretMessages, secretRule } from '../../core/delivery/secret-problem';
import type { Rule } from '../../core/rules/engine/define-rule';
import { rules } from '../../core/rules/registry.generated';

/** Finds the texts with `{placeholders}` that messages were made of. */
export interface MessageTemplates {
  rule(id: string): Rule | undefined;
  /** The text of one of a rule's messages. */
  template(rule: string, messageId: string): string | undefined;
  /** Which of a rule's texts a finished message was made of, and what stands in its placeholders. */
  recognize(rule: string, message: string): RecognizedMessage | undefined;
}

export interface RecognizedMessage {
  readonly template: string;
  readonly data: Readonly<Record<string, string>>;
}

export function messageTemplates(all: readonly Rule[] = rules): MessageTemplates {
  const byId = new Map(all.map((rule) => [rule.id, rule]));
  const patterns = new Map<string, readonly TemplatePattern[]>();

  function patternsOf(id: string): readonly TemplatePattern[] {
    const known = patterns.get(id);
    if (known !== undefined) return known;
    const made = Object.values(byId.get(id)?.messages ?? {})
      .map(templatePattern)
      .sort((a, b) => b.literals - a.literals);
    patterns.set(id, made);
    return made;
  }

  return {
    rule: (id) => byId.get(id),
    template: (id, messageId) =>
      id === secretRule ? secretMessages.get(messageId) : byId.get(id)?.messages[messageId],
    recognize(id, message) {
      for (const { template, names, pattern } of patternsOf(id)) {
        const found = pattern.exec(message);
        if (found === null) continue;
        return {
          template,
          data: Object.fromEntries(names.map((name, index) => [name, found[index + 1] ?? ''])),
        };
      }
      return undefined;
    },
  };
}

interface TemplatePattern {
  readonly template: string;
  readonly names: readonly string[];
  readonly pattern: RegExp;
  /** How much of the text stands outside placeholders: the more, the less likely it fits by chance. */
  readonly literals: number;
}

function templatePattern(template: string): TemplatePattern {
  const parts = template.split(/\{(\w+)\}/);
  const literals = parts.filter((_, index) => index % 2 === 0);
  const source = literals.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('(.*?)');
  return {
    template,
    names: parts.filter((_, index) => index % 2 === 1),
    pattern: new RegExp(`^${source}$`, 's'),
    literals: literals.join('').length,
  };
}
