// The script of a table's preview: shows the part of a table that is in view, and asks for it as the view changes.
import { connectEditor } from './host';
import { PreviewPage } from './preview-page';

new PreviewPage(connectEditor()).start();
