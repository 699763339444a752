/**
 * The file with the texts of pages in a language, beside the bundle that VS Code loads at the start: those are long, and read where
 * they are shown.
 * @param bundle the path or URI of `bundle.l10n.<language>.json`
 */
export function pageTextsBeside(bundle: string): string {
  return bundle.replace(/bundle\.l10n\.([^/\\]+\.json)$/, 'pages.$1');
}
