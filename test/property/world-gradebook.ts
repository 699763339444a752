// The gradebook and the resources of a made-up district, for the versions that have them.
import type { World } from './world';

/** Two line items in each class, a result of each student in the first, and in 1.2 all that hangs on them. */
export function addGradebook(world: World, quarter: string): void {
  const category = world.add('categories', { title: 'Homework' });
  for (const held of world.all('classes')) {
    const classSourcedId = held['sourcedId'] ?? '';
    const schoolSourcedId = held['schoolSourcedId'] ?? '';
    const lineItem = {
      ...{ classSourcedId, schoolSourcedId, categorySourcedId: category },
      ...{ gradingPeriodSourcedId: quarter, academicSessionSourcedId: quarter },
      ...{ assignDate: '2026-09-14', dueDate: '2026-09-18', resultValueMin: '0.0', resultValueMax: '100' },
    };
    const lineItemSourcedId = world.add('lineItems', lineItem);
    const results = studentsOf(world, classSourcedId).map((student) =>
      world.add('results', {
        ...{ lineItemSourcedId, studentSourcedId: student, classSourcedId },
        ...{ score: world.random.pick(['0', '87.5', '100', '1e1']), scoreDate: '2026-09-21' },
      }),
    );
    if (world.version === '1.2') addScales(world, held, lineItemSourcedId, results);
  }
}

function addScales(
  world: World,
  held: Readonly<Record<string, string>>,
  lineItemSourcedId: string,
  [resultSourcedId = '']: readonly string[],
): void {
  const { sourcedId = '', courseSourcedId = '', schoolSourcedId = '' } = held;
  const ofClass = { classSourcedId: sourcedId, courseSourcedId, orgSourcedId: schoolSourcedId };
  const scoreScaleSourcedId = world.add('scoreScales', ofClass);
  world.add('lineItemScoreScales', { lineItemSourcedId, scoreScaleSourcedId });
  world.add('resultScoreScales', { resultSourcedId, scoreScaleSourcedId });
  const objective = { source: 'case', learningObjectiveId: 'urn:uuid:3f6c1e0a-7d52-4b18-9a41-5c2e80d7f913' };
  world.add('lineItemLearningObjectiveIds', { lineItemSourcedId, ...objective });
  world.add('resultLearningObjectiveIds', {
    resultSourcedId,
    source: 'unknown',
    learningObjectiveId: 'LO 7',
  });
}

/** A book for each course and its classes, and in 1.2 for their students. */
export function addResources(world: World): void {
  for (const course of world.all('courses')) {
    const courseSourcedId = course['sourcedId'] ?? '';
    const resourceSourcedId = world.add('resources', {});
    world.add('courseResources', { courseSourcedId, resourceSourcedId });
    for (const held of world.all('classes')) {
      if (held['courseSourcedId'] !== courseSourcedId) continue;
      const classSourcedId = held['sourcedId'] ?? '';
      const orgSourcedId = held['schoolSourcedId'] ?? '';
      world.add('classResources', { classSourcedId, resourceSourcedId });
      if (world.version !== '1.2') continue;
      for (const userSourcedId of studentsOf(world, classSourcedId))
        world.add('userResources', { userSourcedId, classSourcedId, orgSourcedId, resourceSourcedId });
    }
  }
}

function studentsOf(world: World, held: string): readonly string[] {
  return world
    .all('enrollments')
    .filter((row) => row['classSourcedId'] === held && row['role'] === 'student')
    .map((row) => row['userSourcedId'] ?? '');
}
