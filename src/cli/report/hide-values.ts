import type { MessageData, Place } from '../../core/rules/engine/problem';
import { renderMessage } from '../../core/rules/engine/render-message';
import type { LocatedProblem, Span } from '../../core/validate-roster';
import { knownWords, type KnownWords } from './known-words';
import { messageTemplates, type MessageTemplates, type RecognizedMessage } from './message-templates';

/** Stands where a value would. */
export const hiddenSign = '…';

/** Tells problems as a report may tell them. */
export interface Wording {
  /** The problem with only those words of the roster that may be told. */
  problem(problem: LocatedProblem): LocatedProblem;
  /** What may be told of the data behind a problem's message, and the text that it goes into. */
  parts(problem: LocatedProblem): MessageParts;
}

export interface MessageParts {
  /** Undefined where the rule is not known. */
  readonly template: string | undefined;
  readonly data: MessageData;
}

/** Placeholders that rules fill from facts, or with a word of their own, never with a value as it stands in a field. */
const ownPlaceholders: ReadonlySet<string> = new Set([
  'allowed',
  'character',
  'delimiter',
  'encoding',
  'example',
  'firstRecord',
  'format',
  'prefix',
  'right',
  'rule',
  'until',
  'versions',
]);

/**
 * The wording for a report. With `showValues` problems stay as they are. Without it whatever came from a field is hidden:
 * a message is made again from its rule's text, and of its data only numbers, words of the facts and names of files stay.
 * That also holds for data that a rule yet to be written adds, because everything that is not known to be harmless is hidden.
 */
export function wordingFor(showValues: boolean): Wording {
  const templates = messageTemplates();
  const templateOf = ({ rule, messageId }: LocatedProblem) => templates.template(rule, messageId);
  if (showValues) {
    return {
      problem: (problem) => problem,
      parts: (problem) => ({ template: templateOf(problem), data: problem.data }),
    };
  }
  const words = knownWords();
  const hidden = (problem: LocatedProblem, data: MessageData): MessageData =>
    Object.fromEntries(
      Object.entries(data).map(([name, value]) => [
        name,
        mayTell({ name, value, problem, words, templates }) ? value : hiddenSign,
      ]),
    );
  return {
    problem(problem) {
      const { rule, severity, messageId, count } = problem;
      const data = hidden(problem, problem.data);
      const message = hiddenMessage({ template: templateOf(problem), data }, problem, templates);
      const related = problem.related.map((each) => {
        const recognized = templates.recognize(rule, each.message);
        return { ...placeOf(each), message: relatedMessage(recognized, (own) => hidden(problem, own)) };
      });
      const field = hidden(problem, problem.field === undefined ? {} : { field: problem.field });
      return {
        ...{ ...placeOf(problem), ...field },
        ...{ rule, severity, messageId, data, message, count, related },
      };
    },
    parts: (problem) => ({ template: templateOf(problem), data: hidden(problem, problem.data) }),
  };
}

interface Telling {
  /** The placeholder's name. */
  readonly name: string;
  readonly value: string | number;
  readonly problem: LocatedProblem;
  readonly words: KnownWords;
  readonly templates: MessageTemplates;
}

function mayTell({ name, value, problem, words, templates }: Telling): boolean {
  if (typeof value === 'number' || value === '' || ownPlaceholders.has(name)) return true;
  if (name === 'file' || value === problem.file) return true;
  if (name === 'reason') return problem.rule === 'unreadable-file';
  if (/\.csv$/i.test(value) && templates.rule(problem.rule)?.area === 'package') return true;
  if (words.structure.has(value) || /^metadata\.[\w.-]{1,40}$/.test(value)) return true;
  // What should stand in a field of demographics says as much of a person as what does.
  return name !== 'value' && words.values.has(value) && problem.file !== 'demographics.csv';
}

function relatedMessage(
  recognized: RecognizedMessage | undefined,
  hidden: (data: MessageData) => MessageData,
): string {
  if (recognized === undefined) return 'This has to do with it';
  return renderMessage(recognized.template, hidden(recognized.data));
}

/** Where something is, without what stands there. */
function placeOf({ file, start, end, record, line, column, endLine, endColumn }: Place & Span): Place & Span {
  return { file, start, end, ...(record === undefined ? {} : { record }), line, column, endLine, endColumn };
}

function hiddenMessage(
  { template, data }: MessageParts,
  { rule }: LocatedProblem,
  templates: MessageTemplates,
): string {
  if (template !== undefined) return renderMessage(template, data);
  return templates.rule(rule)?.summary ?? 'A rule failed; the report as text or JSON says which and how.';
}
