import { defineFixes } from './engine/define-fixes';
import { renameFile } from './shared/rename-file';

export default defineFixes({
  safety: 'safe',
  fixes: (context) => renameFile(context, 'safe'),
});
