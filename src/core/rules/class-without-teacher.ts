import { defineRule } from './engine/define-rule';
import { reportClassesWithout } from './shared/classes-without';

export default defineRule<'none'>({
  id: 'class-without-teacher',
  area: 'sense',
  severity: 'warning',
  summary: 'A class has no teacher.',
  messages: {
    none: 'The class "{value}" ({title}) has no teacher: {enrollmentsFile} enrolls nobody in it as one',
  },
  *rosterSteps(context) {
    yield* reportClassesWithout(context, 'teacher');
  },
});
