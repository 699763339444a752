const chunkLength = 65_536;

/** Joins small pieces of text to large ones, because each piece that is written costs a call to the system. */
export function* inChunks(pieces: Iterable<string>): Generator<string> {
  let parts: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    parts.push(piece);
    length += piece.length;
    if (length < chunkLength) continue;
    yield parts.join('');
    parts = [];
    length = 0;
  }
  if (length > 0) yield parts.join('');
}
