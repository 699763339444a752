import { defineRule } from './engine/define-rule';

export default defineRule({
  id: 'required-value',
  area: 'value',
  severity: 'error',
  summary: 'A column that needs a value in every record is empty.',
  messages: {
    empty: '{field} is empty; every {recordName} needs one, for example "{example}"',
  },
  value({ fact, table }) {
    if (fact?.required !== true || table.fact === undefined) return undefined;
    const data = { recordName: table.fact.record, example: fact.example };
    return {
      alsoEmpty: true,
      passesPlain: true,
      check(value, report) {
        // Blanks alone count as no value, so that surrounding-whitespace has nothing to add.
        if (value.isEmpty || value.text.trim() === '') report({ message: 'empty', data });
      },
    };
  },
});
