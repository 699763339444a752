import { defineRule } from './engine/define-rule';

export default defineRule({
  id: 'foreign-format',
  area: 'package',
  severity: 'error',
  summary: "The files are in another product's format, not in OneRoster's.",
  messages: {
    foreign:
      'These files are in the format of {format}, not in that of OneRoster; choose OneRoster CSV in the system that exported them',
  },
  runsOn: 'foreign-roster',
  roster(context) {
    const { roster, report } = context;
    if (roster.foreignFormat === undefined) return;
    report({ at: context.file(), message: 'foreign', data: { format: roster.foreignFormat } });
  },
});
