import { usedValues } from './used-values';
import type { FieldContext, Offer } from './offer';

/** School years are called by the year in which they end: those that the column has, this one and the next. */
export function years(context: FieldContext): readonly Offer[] {
  const { say } = context.roster;
  const used = usedValues(context);
  const year = Number((context.roster.asOf ?? context.request.now).slice(0, 4));
  const near = [year, year + 1].map(String).filter((text) => used.every(({ value }) => value !== text));
  return [
    ...used,
    ...near.map((text): Offer => ({
      kind: 'value',
      label: text,
      words: say('the school year that ends in {year}', { year: text }),
      documentation: say('The school year {years}, called by the year in which it ends.', {
        years: `${String(Number(text) - 1)}-${text.slice(2)}`,
      }),
      value: text,
    })),
  ];
}
