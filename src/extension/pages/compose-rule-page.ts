import * as vscode from 'vscode';
import { pageTextsBeside } from '../../core/text/page-texts';
import { inEnglish, inLanguage, type Say, type Texts } from '../../core/text/say';
import { translatePage } from '../../core/text/translate-page';

/** The page of a rule in the language of the editor; in English where its texts cannot be read, which the log says. */
export async function composeRulePage(page: vscode.Uri, log: vscode.LogOutputChannel): Promise<string> {
  const [english, say] = await Promise.all([readText(page), readPageTexts(log)]);
  return translatePage(english, say);
}

async function readPageTexts(log: vscode.LogOutputChannel): Promise<Say> {
  const { uri } = vscode.l10n;
  if (uri === undefined) return inEnglish;
  try {
    const texts = await readText(uri.with({ path: pageTextsBeside(uri.path) }));
    return inLanguage(vscode.env.language, JSON.parse(texts) as Texts);
  } catch (error) {
    log.warn('The texts of pages cannot be read.', error);
    return inEnglish;
  }
}

async function readText(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}
