/**
 * A file with texts of the language that VS Code has loaded the bundle of.
 * @param bundle the path of `bundle.l10n.<language>.json`
 * @param name such as `facts`, for `facts.<language>.json` beside it
 */
export function textFile(bundle: string, name: string): string {
  return bundle.replace(/bundle\.l10n(?=\.[\w-]+\.json$)/, name);
}

/**
 * The files with the texts of pages, of which later ones go before the others: what stands on pages of rules and profiles is long, and
 * read where a page is shown; what the others have too stands there alone.
 */
export function pageTextFiles(bundle: string): readonly string[] {
  return [bundle, textFile(bundle, 'facts'), textFile(bundle, 'pages')];
}
