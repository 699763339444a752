/**
 * The files with the texts of a language, from that of the bundle, which VS Code loads at the start. What stands on pages of rules and
 * profiles is long, and read where a page is shown; it goes before the others, and what they have too stands there alone.
 * @param bundle the path of `bundle.l10n.<language>.json`
 */
export function pageTextFiles(bundle: string): readonly string[] {
  return ['bundle.l10n', 'facts', 'pages'].map((name) =>
    bundle.replace(/bundle\.l10n(?=\.[\w-]+\.json$)/, name),
  );
}
