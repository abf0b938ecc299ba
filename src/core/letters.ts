/** Whether two different words look like forms or slips of one another: half of the longer one's letters stand at the same ends. */
export function resemblance(a: string, b: string): boolean {
  const longer = Math.max(a.length, b.length);
  const shorter = Math.min(a.length, b.length);
  let front = 0;
  while (front < shorter && a[front] === b[front]) front++;
  let back = 0;
  while (back < shorter - front && a[a.length - 1 - back] === b[b.length - 1 - back]) back++;
  return (front + back) * 2 >= longer && front + back >= 2;
}

/** Whether one letter put in, left out, exchanged, or swapped with its neighbour turns one word into the other (Damerau 1964). */
export function oneLetterApart(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  if (a.length === b.length) {
    if (a.slice(i + 1) === b.slice(i + 1)) return true;
    return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
  }
  const [longer, shorter] = a.length > b.length ? [a, b] : [b, a];
  return longer.slice(i + 1) === shorter.slice(i);
}

/**
 * Whether two spellings of one word differ in the case of their first letter alone. A word set in capitals throughout
 * is set in another type, which is no change of a letter.
 */
export function firstLetterTurned(a: string, b: string): boolean {
  const [own, other] = [firstLetter(a), firstLetter(b)];
  if (own === null || other === null || own[0] === other[0]) return false;
  return own[0].toLowerCase() === other[0].toLowerCase() && own[1] === other[1];
}

/** A word's first letter and what follows it, apostrophes alike; null where no letter stands first. */
function firstLetter(word: string): readonly [string, string] | null {
  const match = /^(\p{L})(.*)$/su.exec(word.replace(/[’‘ʼ]/gu, "'"));
  return match === null ? null : [match[1]!, match[2]!];
}
