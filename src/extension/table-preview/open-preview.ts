import type { Services } from '../services';
import { tableInView } from '../tables/table-in-view';
import { TablePreview } from './table-preview';

/** Shows the table in view beside its text, or brings its preview to the front. */
export async function openPreview(services: Services): Promise<void> {
  const uri = await tableInView(services);
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
