import * as vscode from 'vscode';
import { conversionText, type ConversionFile, type ConversionTextParams } from '../../core/protocol';
import type { Services } from '../services';
import { describeConversion } from './describe-conversion';
import type { Shown } from './shown-conversion';
import { say } from '../say';

const scheme = 'oneroster-conversion';
const notesName = say('What is lost and added.txt');

type Side = ConversionTextParams['side'];

/** Lets the editor ask for the texts of the conversion that is being looked at, while it is. */
export function provideTexts({ server, shown }: Services): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: async ({ path, query }) => {
      const file = path.slice(path.lastIndexOf('/') + 1);
      const [id = '', side = ''] = query.split('.');
      const { current } = shown;
      if (current?.answer.id !== id)
        return say('What was converted is not kept any more. Convert the roster once more.');
      if (file === notesName) return describeConversion(current.roster, current.answer);
      const params: ConversionTextParams = { id, file, side: side === 'before' ? 'before' : 'after' };
      return server.ask<string>(conversionText, params);
    },
  });
}

/** What the editor compares: the notes first, then each file that is not the same. */
export function comparisons({ roster, answer }: Shown): readonly (readonly (vscode.Uri | undefined)[])[] {
  const uriOf = (name: string, side: Side) =>
    vscode.Uri.from({ scheme, path: `/${roster.name}/${name}`, query: `${answer.id}.${side}` });
  const compared = answer.files.filter(({ change }) => change !== 'same');
  const notes = uriOf(notesName, 'after');
  return [
    [notes, undefined, notes],
    ...compared.map(({ name, change }: ConversionFile) => {
      const after = uriOf(name, 'after');
      const before = uriOf(name, 'before');
      return [after, change === 'made' ? undefined : before, change === 'gone' ? undefined : after];
    }),
  ];
}
