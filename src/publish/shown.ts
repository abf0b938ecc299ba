import { CONTROLS } from "./printable.ts";

/** The first of Unicode's pictures of control characters. */
const PICTURES = 0x2400;
/** The picture of U+007F. */
const DELETE_PICTURE = "\u2421";

/**
 * A text as a page may show it: characters that control a screen, or turn the direction of what follows, stand as
 * signs. As long as it was, unit for unit, so that offsets stay; a line's end stays one.
 */
export function shown(text: string): string {
  return text.toWellFormed().replace(/\r\n/gu, " \n").replace(CONTROLS, signOf);
}

function signOf(character: string): string {
  const code = character.charCodeAt(0);
  if (code === 0x0d) return "\n";
  if (code < 0x20) return String.fromCharCode(PICTURES + code);
  return code === 0x7f ? DELETE_PICTURE : "\uFFFD";
}
