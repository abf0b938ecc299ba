/** A word as the generator reads it, apart from the matcher's own reading, so that no label rests on what is measured. */
export interface Word {
  /** UTF-16 code units into the text, end-exclusive. */
  readonly start: number;
  readonly end: number;
  /** What two words are compared by; broader than any folding, so that what differs here differs for everyone. */
  readonly key: string;
}

const WORD = /\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}\u00AD]+(?:['’][\p{L}\p{M}\u00AD]+)*|[\p{Sc}%‰°§&+=<>]/gu;

/** The words of `text[start, end)` in order. */
export function readWords(text: string, start = 0, end = text.length): Word[] {
  const stretch = text.slice(start, end);
  const words: Word[] = [];
  for (const match of stretch.matchAll(WORD))
    words.push({
      start: start + match.index,
      end: start + match.index + match[0].length,
      key: keyOf(match[0]),
    });
  return words;
}

/** Letters and digits alone, in small letters; signs stand for themselves. */
export function keyOf(raw: string): string {
  if (raw === "&") return "and";
  const letters = raw
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
  return letters === "" ? raw : letters;
}

/** The words as one string in which a run of words can be looked up: ` a b c `. */
export function joinKeys(keys: readonly string[]): string {
  return ` ${keys.join(" ")} `;
}
