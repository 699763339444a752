const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

/** The characters 128 to 255 of code page 437, in which zips name their files unless they say otherwise. */
const codePage437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

/**
 * The name of a zip entry as text. Names that do not say that they are UTF-8 often are all the same; other bytes are read
 * as code page 437, so that two names never become one. Backslashes, which some Windows programs write between folders,
 * become slashes.
 */
export function decodeEntryName(bytes: Uint8Array, saysUtf8: boolean): string {
  const name = asUtf8(bytes) ?? (saysUtf8 ? new TextDecoder().decode(bytes) : asCodePage437(bytes));
  return name.replaceAll('\\', '/');
}

function asUtf8(bytes: Uint8Array): string | undefined {
  try {
    return strictUtf8.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function asCodePage437(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) =>
    byte < 0x80 ? String.fromCharCode(byte) : codePage437.charAt(byte - 0x80),
  ).join('');
}
