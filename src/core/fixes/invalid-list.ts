import { contentRange } from '../csv/field';
import { defineFixes } from './engine/define-fixes';
import { needsValue } from './shared/needs-value';
import { fieldOf } from './shared/replace-value';
import { writeText } from './shared/write-suggestion';

/** In a list of plain texts, a blank or a semicolon may be meant. */
export default defineFixes({
  safety: 'either',
  *fixes(context) {
    const place = fieldOf(context);
    const { list } = context.problem.data;
    if (place === undefined || typeof list !== 'string') return;
    const { table, record, column } = place;
    const fact = table.columnFact(column);
    if (list === '' && needsValue(fact, table)) return;
    const isText = fact?.type === 'string' && fact.format !== 'user-ids' && fact.format !== 'score-scale';
    const isCertain = !isText || context.problem.messageId === 'empty';
    const whole = { ...context.problem, ...contentRange(table.scan, record, column) };
    yield* writeText({ ...context, problem: whole }, list, isCertain ? 'safe' : 'unsafe');
  },
});
