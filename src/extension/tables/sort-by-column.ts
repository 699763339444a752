import * as vscode from 'vscode';
import { sortRecords } from '../../core/table-protocol';
import type { Order } from '../../core/table-edits/sort-order';
import { askChoice } from '../input/ask';
import { runSteps } from '../input/run-steps';
import type { Services } from '../services';
import { editTable } from './apply-table-edit';
import { columnItems, columnsIn } from './choose-column';
import { editorInView } from './table-in-view';
import { say } from '../say';

interface Form {
  readonly column: number;
  readonly order: Order;
}

const orders = [
  {
    label: say('Ascending'),
    description: say('A to Z, the smallest or the earliest first'),
    value: 'ascending',
  },
  {
    label: say('Descending'),
    description: say('Z to A, the largest or the latest first'),
    value: 'descending',
  },
] as const;

/** Asks for a column and an order, and sorts the records of the table in view. */
export async function askAndSort(services: Services): Promise<void> {
  const editor = await editorInView(services);
  const columns = await columnsIn(services, editor);
  const start: Form = { column: columns.current, order: 'ascending' };
  const form = await runSteps<Form>(say('Sort by Column'), steps(columnItems(columns)), start);
  if (await editTable(services, editor, sortRecords, form)) return;
  void vscode.window.showInformationMessage(say('The records are in this order already.'));
}

function steps(items: ReturnType<typeof columnItems>): Parameters<typeof runSteps<Form>>[1] {
  return [
    {
      ask: async (form, place) => {
        const question = { ...place, placeholder: say('By which column?'), items, value: form.column };
        const answer = await askChoice(question);
        return answer === 'back' ? answer : { value: { ...form, column: answer.value } };
      },
    },
    {
      ask: async (form, place) => {
        const placeholder = say('In which order? Empty fields come last in any case.');
        const answer = await askChoice<Order>({ ...place, placeholder, items: orders, value: form.order });
        return answer === 'back' ? answer : { value: { ...form, order: answer.value } };
      },
    },
  ];
}
