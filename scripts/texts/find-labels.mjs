// Finds short texts that people see and that nobody says: literals in the places where the editor and its pages show words.
import { readFile } from 'node:fs/promises';
import ts from 'typescript';
import { isTextLiteral, textOfLiteral } from './text-literals.mjs';

/** Properties that VS Code shows, in options, items and panels. */
const shownProperties = new Set([
  ...['ariaLabel', 'buttons', 'cancelLabel', 'description', 'detail', 'label', 'message', 'openLabel'],
  ...['placeHolder', 'placeholder', 'prompt', 'saveLabel', 'textContent', 'title', 'tooltip'],
]);
const shownAttributes = new Set(['aria-label', 'alt', 'placeholder', 'title']);
/** Names of products, schemes and files, and what is no word of a language. */
const noWords = /\$\([\w~-]+\)|OneRoster|\b[\w.-]+\.(?:csv|json|log|zip)\b|\bSHA256\b|~\/\S+/g;

/**
 * @param {readonly string[]} files TypeScript files, relative to the working directory
 * @returns {Promise<string[]>} as `file:line: text`
 */
export async function findLabels(files) {
  /** @type {string[]} */
  const found = [];
  for (const file of files) {
    const source = ts.createSourceFile(file, await readFile(file, 'utf8'), ts.ScriptTarget.Latest, true);
    /** @param {ts.Node} node */
    const visit = (node) => {
      for (const shown of shownIn(node)) {
        for (const literal of literalsOf(shown)) {
          const text = textOfLiteral(literal);
          if (!/[A-Za-z]{2}/.test(text.replace(noWords, ''))) continue;
          found.push(`${file}:${source.getLineAndCharacterOfPosition(literal.getStart()).line + 1}: ${text}`);
        }
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return found;
}

/** The expressions that a node shows to people. @param {ts.Node} node @returns {readonly ts.Expression[]} */
function shownIn(node) {
  if (ts.isPropertyAssignment(node))
    return shownProperties.has(node.name.getText()) ? [node.initializer] : [];
  if (ts.isBinaryExpression(node)) {
    const { left, operatorToken, right } = node;
    const isSet = operatorToken.kind === ts.SyntaxKind.EqualsToken && ts.isPropertyAccessExpression(left);
    return isSet && shownProperties.has(left.name.text) ? [right] : [];
  }
  if (!ts.isCallExpression(node)) return [];
  const { arguments: given } = node;
  const name = node.expression.getText();
  const [first] = given;
  if (/(?:^|\.)show(?:Information|Warning|Error)Message$/.test(name)) return given;
  // The parts of our pages: make(element, class, …content).
  if (name === 'make') return given.slice(2);
  const isAttribute =
    /\.setAttribute$/.test(name) && first && ts.isStringLiteral(first) && shownAttributes.has(first.text);
  return isAttribute ? given.slice(1) : [];
}

/** The literals of an expression that become a part of its text. @param {ts.Node} expression @returns {readonly import('./text-literals.mjs').TextLiteral[]} */
function literalsOf(expression) {
  if (isTextLiteral(expression)) {
    return [expression, ...(ts.isTemplateExpression(expression) ? spansOf(expression) : [])];
  }
  if (ts.isParenthesizedExpression(expression)) return literalsOf(expression.expression);
  if (ts.isConditionalExpression(expression))
    return [...literalsOf(expression.whenTrue), ...literalsOf(expression.whenFalse)];
  if (!ts.isBinaryExpression(expression)) return [];
  const joins = [ts.SyntaxKind.PlusToken, ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.BarBarToken];
  return joins.includes(expression.operatorToken.kind)
    ? [...literalsOf(expression.left), ...literalsOf(expression.right)]
    : [];
}

/** Names of icons are no texts: `$(${icon})`. @param {ts.TemplateExpression} template */
function spansOf({ head, templateSpans }) {
  return templateSpans.flatMap(({ expression }, index) => {
    const before = index === 0 ? head : templateSpans[index - 1]?.literal;
    return before?.text.endsWith('$(') ? [] : literalsOf(expression);
  });
}
