/**
 * The candidate that `name` was most likely meant to be, or `undefined` if none is near enough: at most one slip for every
 * three letters of the shorter of the two, and never more than three. A slip is a letter left out, put in, replaced or
 * swapped with its neighbour (Damerau-Levenshtein distance); letter case does not count. Of two equally near candidates the
 * earlier one wins.
 */
export function nearestName(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = name.toLowerCase();
  let best: string | undefined;
  let bestDistance = Infinity;
  for (const candidate of candidates) {
    const other = candidate.toLowerCase();
    const bound = Math.min(3, Math.floor(Math.min(wanted.length, other.length) / 3), bestDistance - 1);
    if (bound < 0 || Math.abs(wanted.length - other.length) > bound) continue;
    const distance = editDistance(wanted, other);
    if (distance > bound) continue;
    best = candidate;
    bestDistance = distance;
  }
  return best;
}

/** The optimal string alignment distance, which counts a swap of neighbours as one slip. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let distance = Math.min(replaced, at(last, j) + 1, at(row, j - 1) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        distance = Math.min(distance, at(beforeLast, j - 2) + 1);
      }
      row.push(distance);
    }
    beforeLast = last;
    last = row;
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}
