// npm test: the Node tests, then the editor's in a real VS Code. `npm test -- test/core/x.test.ts` runs just those files.
// The last line is always "N passed, N failed". Tests that cannot run here say why in their titles and are counted apart.
import { runEditorTests } from './editor/run-tests.mjs';
import { runNodeTests } from './node-tests.mjs';

const files = process.argv.slice(2).map((file) => file.replaceAll('\\', '/'));
const inGerman = 'test/extension/german/';
const editorFiles = files.filter((file) => file.startsWith('test/extension/') && !file.startsWith(inGerman));
const germanFiles = everything()
  ? [`${inGerman}german.test.ts`]
  : files.filter((file) => file.startsWith(inGerman));
const nodeFiles = files.filter((file) => !file.startsWith('test/extension/'));
const runs = [
  ...(everything() || nodeFiles.length > 0 ? [await runNodeTests(nodeFiles)] : []),
  ...(everything() || editorFiles.length > 0 ? [await runEditorTests({ files: editorFiles })] : []),
  ...(germanFiles.length > 0 ? [await runEditorTests({ files: germanFiles, language: 'de' })] : []),
];
function everything() {
  return files.length === 0;
}

const sum = (/** @type {'passed' | 'failed' | 'pending'} */ count) =>
  runs.reduce((total, run) => total + run[count], 0);
if (sum('pending') > 0) console.log(`${sum('pending')} could not run here, for the reason in their titles`);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(sum('failed') > 0 ? 1 : 0);
