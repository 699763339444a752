// Something to find labels in, for texts.test.ts.
import type { Say } from '../../../src/core/text/say';

type Item = Readonly<Record<string, string>>;

export function items(say: Say, name: string, isDefault: boolean): readonly Item[] {
  const plain: Item = { label: 'Ready', icon: 'folder', detail: say('Yes') };
  const joined: Item = { label: `$(file) ${name} · default` };
  const chosen: Item = { description: `${name}${isDefault ? ' · last' : ''}`, tooltip: 'users.csv' };
  const icon: Item = { label: `$(${isDefault ? 'cloud' : 'history'}) ${name}` };
  return [plain, joined, chosen, icon, { label: isDefault ? 'Name' : say('No') }];
}
