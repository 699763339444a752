import { defineRule } from './engine/define-rule';

export default defineRule({
  id: 'lifecycle-missing-in-delta',
  area: 'value',
  severity: 'error',
  versions: ['1.1', '1.2'],
  summary: 'A record of a delta file has no status or no dateLastModified.',
  messages: {
    empty: '{field} is empty; in a delta file every {recordName} needs one, for example "{example}"',
  },
  value({ fact, table }) {
    if (fact?.required !== 'delta' || table.mode !== 'delta' || table.fact === undefined) return undefined;
    const data = { recordName: table.fact.record, example: fact.example };
    return {
      alsoEmpty: true,
      check(value, report) {
        if (value.isEmpty || (!value.isPlain && value.text.trim() === '')) report({ message: 'empty', data });
      },
    };
  },
});
