import * as vscode from 'vscode';
import { pageTextFiles } from '../../core/text/text-files';
import { showExamples } from '../../core/text/show-examples';
import { inEnglish, inLanguage, type Say, type Texts } from '../../core/text/say';
import { translatePage } from '../../core/text/translate-page';

/** The extension has the pages of rules and profiles with it, and none of the others that these lead to. */
const linkElsewhere = /\[([^\]]+)\]\(\.\.\/(?!rules\/|profiles\/)[^)]*\)/g;

/** A page in the language of the editor; in English where its texts cannot be read, which the log says. */
export async function composePage(page: vscode.Uri, log: vscode.LogOutputChannel): Promise<string> {
  const english = await readText(page);
  const translated = translatePage(english, await readPageSay(log));
  return showExamples(translated).replace(linkElsewhere, '$1');
}

async function readPageSay(log: vscode.LogOutputChannel): Promise<Say> {
  const { uri } = vscode.l10n;
  if (uri === undefined) return inEnglish;
  const texts: Record<string, string> = {};
  try {
    for (const path of pageTextFiles(uri.path)) {
      Object.assign(texts, JSON.parse(await readText(uri.with({ path }))) as Texts);
    }
  } catch (error) {
    log.warn('The texts of pages cannot be read.', error);
  }
  return inLanguage(vscode.env.language, texts);
}

async function readText(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}
