// Students with their guardians: drawn as families, so that brothers and sisters share a name, a house and a telephone.
import { schools } from './schools.mjs';

/**
 * @typedef {import('./names.mjs').Name} Name
 * @typedef {Name & { id: string, grade: string, school: string, birthDate: string, sex: string, race: string, hispanic: boolean,
 *   birthPlace: BirthPlace, agents: string[], entryDate: string | undefined }} Student
 * @typedef {Name & { id: string, role: string, phone: string, schools: readonly string[], agents: readonly string[] }} Guardian
 * @typedef {{ country: string, state: string, city: string }} BirthPlace
 */

const grades = schools.flatMap((school) => school.grades.map((grade) => ({ grade, school: school.id })));
const races = [
  'americanIndianOrAlaskaNative',
  'asian',
  'asian',
  'blackOrAfricanAmerican',
  'blackOrAfricanAmerican',
  'blackOrAfricanAmerican',
  'nativeHawaiianOrOtherPacificIslander',
  'white',
  'white',
  'white',
  'white',
  'demographicRaceTwoOrMoreRaces',
];
const homeTowns = ['Madison', 'Milwaukee', 'Green Bay', 'Eau Claire', 'La Crosse', 'Wausau', 'Beloit'].map(
  (city) => ({
    country: 'US',
    state: 'WI',
    city,
  }),
);
/** @type {readonly BirthPlace[]} */
const otherPlaces = [
  { country: 'US', state: 'MN', city: 'Duluth' },
  { country: 'US', state: 'IL', city: 'Rockford' },
  { country: 'MX', state: '', city: 'Guadalajara' },
  { country: 'VN', state: '', city: 'Đà Nẵng' },
  { country: 'PL', state: '', city: 'Kraków' },
  { country: 'NG', state: '', city: 'Ibadan' },
  { country: 'IN', state: '', city: 'Pune' },
];
const areaCodes = ['608', '262', '414', '715', '920'];

/**
 * @param {import('./random.mjs').Random} random
 * @param {ReturnType<typeof import('./names.mjs').createNames>} names
 * @param {number} perGrade how many students each grade has
 * @returns {{ students: readonly Student[], guardians: readonly Guardian[] }}
 */
export function createFamilies(random, names, perGrade) {
  const families = groupIntoFamilies(random, perGrade).map((places) => createFamily(random, names, places));
  const students = families.flatMap(({ children }) => children);
  students.sort((left, right) => gradeIndex(left.grade) - gradeIndex(right.grade));
  for (const [index, student] of students.entries()) student.id = `S${String(100_001 + index)}`;
  /** @type {Guardian[]} */
  const guardians = [];
  for (const { familyName, children } of families) {
    guardians.push(...createGuardians(random, names, familyName, children, guardians.length));
  }
  return { students, guardians };
}

/**
 * @param {import('./random.mjs').Random} random
 * @param {ReturnType<typeof import('./names.mjs').createNames>} names
 * @param {readonly { grade: string, school: string }[]} places
 */
function createFamily(random, names, places) {
  const family = {
    familyName: names.familyName(),
    race: random.pick(races),
    hispanic: random.happens(0.25),
    birthPlace: random.happens(0.85) ? random.pick(homeTowns) : random.pick(otherPlaces),
    birthday: random.integer(30, 330),
  };
  return {
    familyName: family.familyName,
    children: places.map((place) => createStudent(random, names, family, place)),
  };
}

/**
 * Shares the places of all grades out to families of one to three children, each in a grade of its own.
 * @param {import('./random.mjs').Random} random
 * @param {number} perGrade
 */
function groupIntoFamilies(random, perGrade) {
  const places = random.shuffled(grades.flatMap((place) => Array.from({ length: perGrade }, () => place)));
  /** @type {(typeof places)[]} */
  const families = [];
  while (places.length > 0) {
    const size = random.pick([1, 1, 1, 1, 2, 2, 2, 3]);
    /** @type {typeof places} */
    const family = [];
    for (
      let index = places.length - 1;
      index >= 0 && index >= places.length - 20 && family.length < size;
      index--
    ) {
      const place = places[index];
      if (place === undefined || family.some(({ grade }) => grade === place.grade)) continue;
      places.splice(index, 1);
      family.push(place);
    }
    families.push(family);
  }
  return families;
}

/**
 * @param {import('./random.mjs').Random} random
 * @param {ReturnType<typeof import('./names.mjs').createNames>} names
 * @param {{ familyName: string, race: string, hispanic: boolean, birthPlace: BirthPlace, birthday: number }} family
 * @param {{ grade: string, school: string }} place
 * @returns {Student}
 */
function createStudent(random, names, family, { grade, school }) {
  // A child is five on the first of September of the school year in which kindergarten begins.
  const firstDay = Date.UTC(2020 - gradeIndex(grade), 8, 2);
  const birthDay = new Date(firstDay + (family.birthday + random.integer(-25, 25)) * 86_400_000);
  return {
    ...names.person(family.familyName),
    id: '',
    grade,
    school,
    birthDate: birthDay.toISOString().slice(0, 10),
    sex: random.pick(['female', 'male']),
    race: family.race,
    hispanic: family.hispanic,
    birthPlace: family.birthPlace,
    agents: [],
    entryDate: undefined,
  };
}

/**
 * @param {import('./random.mjs').Random} random
 * @param {ReturnType<typeof import('./names.mjs').createNames>} names
 * @param {string} familyName
 * @param {readonly Student[]} children
 * @param {number} before how many guardians there are already
 * @returns {Guardian[]}
 */
function createGuardians(random, names, familyName, children, before) {
  const roles = random.pick([
    ['guardian'],
    ['parent'],
    ['parent'],
    ['relative'],
    ['parent', 'parent'],
    ['parent', 'guardian'],
  ]);
  const phone = `${random.pick(areaCodes)}-555-01${String(random.integer(0, 99)).padStart(2, '0')}`;
  return roles.map((role, index) => {
    const id = `G${String(300_001 + before + index)}`;
    for (const child of children) child.agents.push(id);
    return {
      ...names.person(random.happens(0.75) ? familyName : names.familyName()),
      id,
      role,
      phone,
      schools: [...new Set(children.map(({ school }) => school))],
      agents: children.map((child) => child.id),
    };
  });
}

/** @param {string} grade */
function gradeIndex(grade) {
  return grades.findIndex((place) => place.grade === grade);
}
