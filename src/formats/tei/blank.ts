/** Whether a code unit is white space of XML. */
export function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x09 || unit === 0x0d;
}

/** Where the white space that stands at `from`, or the words that no more than single blanks part, end. */
export function stretchEnd(words: string, from: number): number {
  return isBlank(words.charCodeAt(from)) ? blanksEnd(words, from) : wordsEnd(words, from);
}

function blanksEnd(words: string, from: number): number {
  let at = from;
  while (at < words.length && isBlank(words.charCodeAt(at))) at++;
  return at;
}

function wordsEnd(words: string, from: number): number {
  let at = from;
  while (at < words.length) {
    const unit = words.charCodeAt(at);
    if (isBlank(unit) && (unit !== 0x20 || at + 1 === words.length || isBlank(words.charCodeAt(at + 1))))
      return at;
    at++;
  }
  return at;
}
