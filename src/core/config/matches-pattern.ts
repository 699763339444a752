/** Whether a file name fits a pattern in which `*` stands for any text and `?` for one character. Letter case counts. */
export function matchesPattern(name: string, pattern: string): boolean {
  const characters = Array.from(name);
  const wanted = Array.from(pattern);
  let at = 0;
  let next = 0;
  let star = -1;
  let starAt = 0;
  while (at < characters.length) {
    if (wanted[next] === '*') {
      star = next++;
      starAt = at;
    } else if (wanted[next] === '?' || wanted[next] === characters[at]) {
      next++;
      at++;
    } else if (star >= 0) {
      // The last star takes one character more. No earlier one needs to be tried again, so this never explodes.
      next = star + 1;
      at = ++starAt;
    } else return false;
  }
  return wanted.slice(next).every((character) => character === '*');
}
