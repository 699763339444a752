import * as vscode from 'vscode';
import { pageTextsBeside } from '../../core/text/page-texts';
import { inLanguage, type Say, type Texts } from '../../core/text/say';
import { translatePage } from '../../core/text/translate-page';
import { say } from '../say';

/** The extension has the pages of rules and profiles with it, and none of the others that these lead to. */
const linkElsewhere = /\[([^\]]+)\]\(\.\.\/(?!rules\/|profiles\/)[^)]*\)/g;

/** A page in the language of the editor; in English where its texts cannot be read, which the log says. */
export async function composePage(page: vscode.Uri, log: vscode.LogOutputChannel): Promise<string> {
  const [english, pageSay] = await Promise.all([readText(page), readPageSay(log)]);
  return translatePage(english, pageSay).replace(linkElsewhere, '$1');
}

async function readPageSay(log: vscode.LogOutputChannel): Promise<Say> {
  const { uri } = vscode.l10n;
  if (uri === undefined) return say;
  try {
    const texts = await readText(uri.with({ path: pageTextsBeside(uri.path) }));
    return inLanguage(vscode.env.language, JSON.parse(texts) as Texts, say);
  } catch (error) {
    log.warn('The texts of pages cannot be read.', error);
    return say;
  }
}

async function readText(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}
