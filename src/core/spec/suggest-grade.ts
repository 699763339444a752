import { nearestName } from './nearest-name';

/** The code that a grade in common spelling stands for: `09` for `9` or `9th grade`. */
export function suggestGrade(text: string, codes: ReadonlySet<string>): string | undefined {
  const word = text
    .toLowerCase()
    .replace(/grade|gr\.?|[\s_-]/g, '')
    .replace(/^(\d+)(?:st|nd|rd|th|\.0?)$/, '$1');
  const number = /^0*([1-9]\d?)$/.exec(word)?.[1]?.padStart(2, '0');
  if (number !== undefined) return codes.has(number) ? number : undefined;
  const usual = usualWords.get(word);
  if (usual !== undefined) return codes.has(usual) ? usual : undefined;
  const inCase = [...codes].find((code) => code.toLowerCase() === word);
  return (
    inCase ??
    nearestName(
      text,
      [...codes].filter((code) => code.length > 2),
    )
  );
}

const usualWords: ReadonlyMap<string, string> = new Map([
  ['k', 'KG'],
  ['kn', 'KG'],
  ['kdg', 'KG'],
  ['kinder', 'KG'],
  ['kindergarten', 'KG'],
  ['prek', 'PK'],
  ['prekindergarten', 'PK'],
  ['preschool', 'PR'],
  ['transitionalkindergarten', 'TK'],
  ['infant', 'IT'],
  ['toddler', 'IT'],
  ['ungraded', 'UG'],
  ['postsecondary', 'PS'],
]);
