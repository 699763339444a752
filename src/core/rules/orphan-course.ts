import { defineRule } from './engine/define-rule';
import { unnamedRecords } from './shared/completeness';
import { linkOf } from './shared/links';
import { textIn } from './shared/meanings';

type Message = 'none';

export default defineRule<Message>({
  id: 'orphan-course',
  area: 'sense',
  severity: 'information',
  summary: 'No class is held of a course.',
  messages: { none: 'The course "{value}" ({title}) has no class in {classesFile}' },
  *rosterSteps({ roster, at, report }) {
    const link = linkOf(roster, 'classes', 'courseSourcedId');
    if (link === undefined) return;
    for (const record of yield* unnamedRecords(link)) {
      report({
        at: () => at(link.target).field(record, link.targetColumn),
        message: 'none',
        data: { title: textIn(link.target, record, 'title'), classesFile: link.table.file },
      });
    }
  },
});
