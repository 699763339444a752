import { modify, type Edit } from 'jsonc-parser';
import type { Suppression } from '../core/config/config';

/** The suppression as it stands in the configuration. */
export type NewSuppression = Omit<Suppression, 'start' | 'end'>;

/** The edits (UTF-16 units) that add a suppression to a configuration's text. Comments and everything else stay as they are. */
export function addSuppression(text: string, suppression: NewSuppression): readonly Edit[] {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const formattingOptions = { ...indentationOf(text), eol };
  return modify(text, ['suppress', -1], suppression, { formattingOptions, isArrayInsertion: true });
}

/** As the text itself is indented. */
export function indentationOf(text: string): { readonly insertSpaces: boolean; readonly tabSize: number } {
  const indent = /^([ \t]+)\S/m.exec(text)?.[1] ?? '  ';
  return { insertSpaces: !indent.startsWith('\t'), tabSize: indent.startsWith('\t') ? 4 : indent.length };
}
