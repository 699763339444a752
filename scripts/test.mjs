// npm test: the Node tests, then the editor's in a real VS Code. `npm test -- test/core/x.test.ts` runs just those files.
// The last line is always "N passed, N failed".
import { runNodeTests } from './node-tests.mjs';

const files = process.argv.slice(2);
const total = await runNodeTests(files);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);
