// Literals with a text in them, whether or not values are put in.
import ts from 'typescript';

/** @typedef {ts.StringLiteral | ts.NoSubstitutionTemplateLiteral | ts.TemplateExpression} TextLiteral */

/** @param {ts.Node} node @returns {node is TextLiteral} */
export function isTextLiteral(node) {
  return (
    ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node)
  );
}

/** What stands in it; … for each value. @param {TextLiteral} literal */
export function textOfLiteral(literal) {
  if (!ts.isTemplateExpression(literal)) return literal.text;
  return [literal.head, ...literal.templateSpans.map((span) => span.literal)]
    .map(({ text }) => text)
    .join('…');
}
