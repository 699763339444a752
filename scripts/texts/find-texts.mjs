// Finds the texts that people see: what is handed to `say` or `phrase` as a literal, and the two forms of what is counted.
import { readFile } from 'node:fs/promises';
import ts from 'typescript';
import { isTextLiteral, textOfLiteral } from './text-literals.mjs';

/**
 * @typedef {{ text: string, file: string, line: number }} FoundText
 * @typedef {{ texts: FoundText[], mistakes: string[] }} FoundTexts
 */

/**
 * @param {readonly string[]} files TypeScript files, relative to the working directory
 * @returns {Promise<FoundTexts>} `mistakes` names what is handed to `say` but cannot be found, because it is no literal
 */
export async function findTexts(files) {
  /** @type {FoundTexts} */
  const found = { texts: [], mistakes: [] };
  for (const file of files) {
    const text = await readFile(file, 'utf8');
    // Few files have any, and reading them takes longer than looking for the words.
    if (/\b(?:say|phrase|sentence|counted|countedIn|RosterError)\(/.test(text)) findIn(file, text, found);
  }
  return found;
}

/**
 * @param {string} file
 * @param {string} text
 * @param {FoundTexts} found
 */
function findIn(file, text, found) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  // In core, `counted` writes English for the command line.
  const isInTheEditor = /^src\/(?:extension|page)\//.test(file);
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isCallExpression(node)) take(node);
    if (ts.isNewExpression(node) && node.expression.getText() === 'RosterError') judge(node);
    ts.forEachChild(node, visit);
  };
  /** @param {ts.NewExpression} error */
  const judge = (error) => {
    const texts = (error.arguments ?? []).slice(1, 3);
    const line = source.getLineAndCharacterOfPosition(error.getStart()).line + 1;
    if (texts.some(isBare)) found.mistakes.push(`${file}:${line}: RosterError takes phrase() and sentence()`);
    if (texts.some(isSaid))
      found.mistakes.push(
        `${file}:${line}: RosterError is English, for the log; phrase() and sentence() can be said`,
      );
  };
  /** @param {ts.CallExpression} call */
  const take = (call) => {
    const line = source.getLineAndCharacterOfPosition(call.getStart()).line + 1;
    const name = calledName(call);
    const add = (/** @type {string} */ each) => found.texts.push({ text: each, file, line });
    if (name === 'say' || name === 'phrase' || name === 'sentence') {
      const [first] = call.arguments;
      const literals = first ? literalsIn(first) : undefined;
      if (literals) {
        literals.forEach(add);
        const names = name === 'phrase' ? undefined : valueNames(call.arguments[1]);
        const isFitting = literals.every((each) => !names || String(placeholdersOf(each)) === String(names));
        if (!isFitting)
          found.mistakes.push(`${file}:${line}: the values are not those of the {placeholders}`);
      } else if (name !== 'say') found.mistakes.push(`${file}:${line}: ${name}() takes a literal`);
      else if (first && isTextOfTwo(first))
        found.mistakes.push(`${file}:${line}: say() takes a literal with {placeholders}`);
    } else if ((name === 'counted' && isInTheEditor) || name === 'countedIn') {
      const [one, many] = call.arguments.slice(name === 'counted' ? 1 : 2);
      if (one && ts.isStringLiteral(one)) {
        add(`{count} ${one.text}`);
        add(`{count} ${many && ts.isStringLiteral(many) ? many.text : `${one.text}s`}`);
      }
    }
  };
  visit(source);
}

/** @param {ts.CallExpression} call */
function calledName({ expression }) {
  if (ts.isIdentifier(expression)) return expression.text;
  return ts.isPropertyAccessExpression(expression) ? expression.name.text : '';
}

/**
 * The texts that an expression may be; undefined where that cannot be seen.
 * @param {ts.Expression} expression
 * @returns {string[] | undefined}
 */
function literalsIn(expression) {
  if (ts.isStringLiteral(expression) || ts.isNoSubstitutionTemplateLiteral(expression))
    return [expression.text];
  if (ts.isParenthesizedExpression(expression)) return literalsIn(expression.expression);
  if (!ts.isConditionalExpression(expression)) return undefined;
  const [yes, no] = [literalsIn(expression.whenTrue), literalsIn(expression.whenFalse)];
  return yes && no ? [...yes, ...no] : undefined;
}

/** The names in a text's braces, each once. @param {string} text */
export function placeholdersOf(text) {
  return [...new Set(Array.from(text.matchAll(/\{(\w+)\}/g), ([, name]) => name ?? ''))].sort();
}

/** The names of the values beside a text; undefined where that cannot be seen. @param {ts.Expression | undefined} values */
function valueNames(values) {
  if (!values) return [];
  if (!ts.isObjectLiteralExpression(values)) return undefined;
  const names = values.properties.map(({ name }) => name?.getText());
  return names.every((name) => name !== undefined) ? names.sort() : undefined;
}

/** Said already, in whatever language. @param {ts.Expression} expression @returns {boolean} */
function isSaid(expression) {
  if (ts.isConditionalExpression(expression))
    return isSaid(expression.whenTrue) || isSaid(expression.whenFalse);
  return ts.isCallExpression(expression) && /^(?:say|spoken)$/.test(calledName(expression));
}

/** A text that no entry can be found for, because nothing says it. @param {ts.Expression} expression @returns {boolean} */
function isBare(expression) {
  if (ts.isConditionalExpression(expression))
    return isBare(expression.whenTrue) || isBare(expression.whenFalse);
  return (
    ts.isTemplateExpression(expression) || isTextOfTwo(expression) || !!literalsIn(expression)?.some(Boolean)
  );
}

/** A text that is put together has no entry anywhere. @param {ts.Expression} expression */
function isTextOfTwo(expression) {
  return (
    (ts.isTemplateExpression(expression) && !/^`\{count\} \$/.test(expression.getText())) ||
    (ts.isBinaryExpression(expression) && expression.operatorToken.kind === ts.SyntaxKind.PlusToken)
  );
}

/**
 * Finds what looks like a sentence and is not handed to `say`: three words and more, outside of logs, of errors that are bugs, and of HTML.
 * @param {readonly string[]} files
 * @returns {Promise<string[]>}
 */
export async function findUnsaid(files) {
  /** @type {string[]} */
  const unsaid = [];
  for (const file of files) {
    const source = ts.createSourceFile(file, await readFile(file, 'utf8'), ts.ScriptTarget.Latest, true);
    /** @param {ts.Node} node */
    const visit = (node) => {
      if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
      if (isHandedOver(node)) return;
      const text = isTextLiteral(node) ? textOfLiteral(node) : '';
      if (/[A-Za-z]+,? [a-z]+,? [a-z]+/.test(text) && !/<\w+|default-src/.test(text)) {
        unsaid.push(`${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${text}`);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return unsaid;
}

/** Whether a call says a text, or writes it where nobody is talked to. @param {ts.Node} node */
function isHandedOver(node) {
  if (ts.isCallExpression(node))
    return /^(?:say|phrase|sentence)$|^.*\.(?:say|info|warn|error|debug)$/.test(node.expression.getText());
  return ts.isNewExpression(node) && node.expression.getText() === 'Error';
}
