/** Names told instead of one that is not held. */
const MOST = 3;
/** Share of a name's letters that may differ before it is another name and no slip. */
const SLIP = 0.4;

/** Of the held names those nearest to `wanted`: by letters that differ, or by words that both have; at most three. */
export function nearestNames(wanted: string, held: readonly string[]): string[] {
  const own = wanted.toLowerCase();
  const words = new Set(wordsOf(own));
  return held
    .map((name) => ({ name, cost: costOf(own, words, name.toLowerCase()) }))
    .filter(({ cost }) => cost < 1)
    .sort((a, b) => a.cost - b.cost || (a.name < b.name ? -1 : 1))
    .slice(0, MOST)
    .map(({ name }) => name);
}

/** 0 for the same name, 1 and more for one that has nothing of it. */
function costOf(own: string, words: ReadonlySet<string>, name: string): number {
  const longest = Math.max(own.length, name.length);
  const most = Math.floor(longest * SLIP);
  const letters = Math.abs(own.length - name.length) > most ? longest : distance(own, name);
  const shared = wordsOf(name).filter((word) => words.has(word)).length;
  const all = Math.max(words.size, wordsOf(name).length);
  return Math.min(letters > most ? 1 : letters / longest, all === 0 ? 1 : 1 - shared / all);
}

function wordsOf(name: string): string[] {
  return name.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Letters to change, add or drop to make one name of the other (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length]!;
}
