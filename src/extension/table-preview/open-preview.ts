import type * as vscode from 'vscode';
import type { Services } from '../services';
import { tableInView } from '../tables/table-in-view';
import { TablePreview } from './table-preview';

/** Shows a table beside its text, the one in view unless another is meant, or brings its preview to the front. */
export async function openPreview(services: Services, file?: vscode.Uri): Promise<void> {
  const uri = file ?? (await tableInView(services));
  const { previews } = services.tableViews;
  const key = uri.toString();
  const open = previews.get(key);
  if (open !== undefined) {
    open.show();
    return;
  }
  const preview = new TablePreview(services, uri, () => previews.delete(key));
  previews.set(key, preview);
}
