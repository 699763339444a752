import { defineFixes } from './engine/define-fixes';
import { renameFile } from './shared/rename-file';

/** A file with just the header of one that is missing. */
export default defineFixes({
  safety: 'unsafe',
  fixes: (context) => (context.problem.messageId === 'misnamed' ? renameFile(context, 'unsafe') : []),
});
