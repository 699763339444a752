import { defineRule } from './engine/define-rule';
import { reportClassesWithout } from './shared/classes-without';

export default defineRule<'none'>({
  id: 'class-without-students',
  area: 'sense',
  severity: 'information',
  summary: 'A class has no students.',
  messages: {
    none: 'The class "{value}" ({title}) has no students: {enrollmentsFile} enrolls nobody in it as one',
  },
  *rosterSteps(context) {
    yield* reportClassesWithout(context, 'student');
  },
});
