import { parseTree, type ParseError, type ParseErrorCode } from 'jsonc-parser';
import { checkConfig, type CheckedConfig } from '../core/config/check-config';
import { emptyConfig, type ConfigProblem } from '../core/config/config';
import { phrase, sentenceOf } from '../core/text/say';
import { rules } from '../core/rules/registry.generated';

/** Reads the text of a configuration. Comments are allowed; everything else that JSON does not allow is a problem. */
export function parseConfig(text: string): CheckedConfig {
  const errors: ParseError[] = [];
  const root = parseTree(withoutMark(text), errors, { allowTrailingComma: false, allowEmptyContent: true });
  const syntax = errors.map((error) => syntaxProblem(text, error));
  if (root === undefined) return { config: emptyConfig, problems: syntax };
  const { config, problems } = checkConfig(
    root,
    rules.map((rule) => rule.id),
  );
  return { config, problems: [...syntax, ...problems].sort((a, b) => a.start - b.start) };
}

/** A byte order mark becomes a blank, so that the offsets stay. */
function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? ` ${text.slice(1)}` : text;
}

function syntaxProblem(text: string, { error, offset, length }: ParseError): ConfigProblem {
  const start = Math.min(offset, text.length);
  const message = syntaxMessages[error] ?? phrase('This is not JSON');
  return {
    message,
    sentence: sentenceOf(message),
    severity: 'error',
    start,
    end: Math.min(start + length, text.length),
  };
}

/** What the parser's codes mean; they are numbered in the order of its documentation. */
const syntaxMessages: Readonly<Partial<Record<ParseErrorCode, string>>> = {
  1: phrase('This is no word of JSON; texts stand in double quotes'),
  2: phrase('This is not a number'),
  3: phrase('A name in double quotes is expected here'),
  4: phrase('A value is expected here'),
  5: phrase('A colon is expected here'),
  6: phrase('A comma is expected here'),
  7: phrase('A closing brace } is expected here'),
  8: phrase('A closing bracket ] is expected here'),
  9: phrase('The end of the file is expected here'),
  11: phrase('This comment is not closed'),
  12: phrase('This text is not closed: its double quote is missing'),
  13: phrase('This number breaks off'),
  14: phrase('This \\u escape is not complete'),
  15: phrase('No such escape; a backslash is written twice'),
  16: phrase('This character is not allowed here'),
};
