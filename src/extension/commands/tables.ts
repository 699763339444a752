import { treeNode } from '../explorer/tree-node';
import type { Command } from '../services';

// What is done with a table is loaded when it is done for the first time.

/** Shows a table beside its text. */
export const openTablePreview: Command = async (services, argument) => {
  const { openPreview } = await import('../table-preview/open-preview');
  await openPreview(services, treeNode(argument)?.file);
};

/** Goes to a record by number, id or name. */
export const goToRecord: Command = async (services, argument) => {
  const { askForRecord } = await import('../tables/go-to-record');
  await askForRecord(services, treeNode(argument)?.file);
};

/** Shows the columns of a table under one another, or no more; the text stays as it is. */
export const alignColumns: Command = async (services) => {
  const { editorInView } = await import('../tables/table-in-view');
  const editor = await editorInView(services);
  const alignment = await services.tableViews.alignment();
  await alignment.toggle(editor);
};

/** Selects the contents of the columns that the cursors are in. */
export const selectColumn: Command = async (services) => {
  const { selectColumns } = await import('../tables/select-columns');
  await selectColumns(services);
};

/** Puts an empty column into a table. */
export const insertColumn: Command = async (services) => {
  const { askAndInsert } = await import('../tables/insert-column');
  await askAndInsert(services);
};

/** Moves a column of a table. */
export const moveColumn: Command = async (services) => {
  const { askAndMove } = await import('../tables/move-column');
  await askAndMove(services);
};

/** Sorts the records of a table. */
export const sortByColumn: Command = async (services) => {
  const { askAndSort } = await import('../tables/sort-by-column');
  await askAndSort(services);
};
