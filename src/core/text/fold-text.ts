/** A text without what a search and an order leave aside: letter case and marks over letters, so that `É` is `e`. */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}
