/** A text of at most about `most` code units: one that is longer ends with … at a word's end. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const space = text.lastIndexOf(" ", most);
  const end = space > most / 2 ? space : most;
  const isHalf = /[\uD800-\uDBFF]/u.test(text[end - 1]!);
  return `${text.slice(0, isHalf ? end - 1 : end)} …`;
}
