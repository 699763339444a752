import { insertColumn, type TableColumns } from '../../core/table-protocol';
import { askChoice, askText, type ChoiceItem } from '../input/ask';
import { runSteps, type Step } from '../input/run-steps';
import type { Services } from '../services';
import { editTable } from './apply-table-edit';
import { columnsIn } from './choose-column';
import { editorInView } from './table-in-view';
import { say } from '../say';

interface Form {
  /** The column of the specification that was chosen; undefined where it is one of one's own. */
  readonly missing: string | undefined;
  readonly name: string;
  readonly at: number;
}

/** Asks for a name and a place, and puts an empty column into all records of the table in view. */
export async function askAndInsert(services: Services): Promise<void> {
  const editor = await editorInView(services);
  const columns = await columnsIn(services, editor);
  const start: Form = { missing: columns.missing[0]?.name, name: 'metadata.', at: columns.current + 1 };
  const { missing, name, at } = await runSteps<Form>(say('Insert Column'), steps(columns), start);
  const known = columns.missing.find((each) => each.name === missing);
  await editTable(services, editor, insertColumn, known ?? { name, at });
}

function steps(columns: TableColumns): readonly Step<Form>[] {
  return [
    { applies: () => columns.missing.length > 0, ask: (form, place) => askWhich(columns, form, place) },
    {
      applies: ({ missing }) => missing === undefined,
      ask: async (form, place) => {
        const answer = await askText({
          ...place,
          prompt: say('The name of the column. Those of your own begin with "metadata."'),
          value: form.name,
          check: (name) => checkName(columns, name.trim()),
        });
        return answer === 'back' ? answer : { value: { ...form, name: answer.value.trim() } };
      },
    },
    {
      applies: ({ missing }) => missing === undefined,
      ask: async (form, place) => {
        const answer = await askChoice({ ...place, items: placesIn(columns), value: form.at });
        return answer === 'back' ? answer : { value: { ...form, at: answer.value } };
      },
    },
  ];
}

const askWhich = async (
  columns: TableColumns,
  form: Form,
  place: Parameters<Step<Form>['ask']>[1],
): ReturnType<Step<Form>['ask']> => {
  const missing = columns.missing.map(({ name, description, at }) => ({
    label: name,
    description:
      at === 0
        ? say('at the start')
        : say('behind {column}', { column: columns.columns[at - 1]?.name ?? '' }),
    detail: description,
    value: name,
  }));
  const own: ChoiceItem<string | undefined> = { label: say('Another…'), value: undefined };
  const question = {
    ...place,
    placeholder: say('Which column?'),
    items: [...missing, own],
    value: form.missing,
  };
  const answer = await askChoice<string | undefined>(question);
  return answer === 'back' ? answer : { value: { ...form, missing: answer.value } };
};

function checkName({ columns }: TableColumns, name: string): string | undefined {
  if (name === '' || name === 'metadata.') return say('A column needs a name.');
  return columns.some((column) => column.name === name)
    ? say('There is a column "{name}" already.', { name })
    : undefined;
}

function placesIn({ columns }: TableColumns): readonly ChoiceItem<number>[] {
  const behind = columns.map(({ name }, index) => ({
    label:
      name === ''
        ? say('Behind column {number}', { number: String(index + 1) })
        : say('Behind {column}', { column: name }),
    value: index + 1,
  }));
  return [{ label: say('At the start'), value: 0 }, ...behind];
}
