import { moveColumn, type TableColumns } from '../../core/table-protocol';
import { askChoice, type ChoiceItem } from '../input/ask';
import { runSteps } from '../input/run-steps';
import type { Services } from '../services';
import { editTable } from './apply-table-edit';
import { columnItems, columnsIn } from './choose-column';
import { editorInView } from './table-in-view';
import { say } from '../say';

interface Form {
  readonly from: number;
  readonly to: number;
}

/** Asks for a column and where it is to go, and moves it in all records of the table in view. */
export async function askAndMove(services: Services): Promise<void> {
  const editor = await editorInView(services);
  const columns = await columnsIn(services, editor);
  const form = await runSteps<Form>(
    say('Move Column'),
    [
      {
        ask: async (form, place) => {
          const items = columnItems(columns);
          const question = { ...place, placeholder: say('Which column?'), items, value: form.from };
          const answer = await askChoice(question);
          return answer === 'back' ? answer : { value: { ...form, from: answer.value } };
        },
      },
      {
        ask: async (form, place) => {
          const items = placesFor(columns, form.from);
          const answer = await askChoice({
            ...place,
            placeholder: say('To where?'),
            items,
            value: undefined,
          });
          return answer === 'back' ? answer : { value: { ...form, to: answer.value } };
        },
      },
    ],
    { from: columns.current, to: columns.current },
  );
  await editTable(services, editor, moveColumn, form);
}

/** Where a column can go: to the start, or behind each of the others. */
function placesFor({ columns }: TableColumns, from: number): readonly ChoiceItem<number>[] {
  const others = columns.flatMap(({ name }, index) => (index === from ? [] : [{ name, index }]));
  const behind = others.map(({ name, index }) => ({
    label:
      name === ''
        ? say('Behind column {number}', { number: String(index + 1) })
        : say('Behind {column}', { column: name }),
    value: index < from ? index + 1 : index,
  }));
  return [{ label: say('At the start'), value: 0 }, ...behind].filter(({ value }) => value !== from);
}
