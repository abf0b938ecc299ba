const BULLET = /^([•◦▪▫‣●○■□➢➤✓·∙])\s*(?=\S)/u;
const NUMBER =
  /^(?:\(?\d{1,3}[.)]|\(?[a-z][.)]|\([ivx]{1,5}\)|[ivx]{1,5}\.|[\u0660-\u0669]{1,3}[.)-])\s+(?=\S)/u;

/** What a list's item begins with: a dot, which says nothing, or its number. `length` holds the blank after it. */
export interface ListLabel {
  readonly kind: "bullet" | "number";
  readonly length: number;
}

/** The label that a line begins with as an item of a list does, or null. */
export function listLabel(text: string): ListLabel | null {
  const bullet = BULLET.exec(text);
  if (bullet !== null) return { kind: "bullet", length: bullet[0].length };
  const number = NUMBER.exec(text);
  return number === null ? null : { kind: "number", length: number[0].length };
}
