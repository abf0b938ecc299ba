/** Words at each end of a passage by which a browser finds it: as many as rarely stand twice in a document. */
const WORDS = 5;
/** Code units in which that many words stand, whatever the language. */
const REACH = 160;

const words = new Intl.Segmenter("en", { granularity: "word" });

/**
 * The fragment of an address at which a browser shows and marks a text (WICG Scroll To Text Fragment): `#:~:text=` with
 * the whole of a short one, else with its first and last words. Empty for a text without words.
 */
export function textFragment(text: string): string {
  const whole = text.trim();
  const [first, last] = [ends(whole.slice(0, REACH)), ends(whole.slice(-REACH))];
  if (first.length === 0 || last.length === 0) return "";
  if (whole.length <= REACH && first.length <= 2 * WORDS) return `#:~:text=${encoded(whole)}`;
  const head = { from: first[0]!.start, to: first[Math.min(WORDS, first.length) - 1]!.end };
  const cut = Math.max(0, whole.length - REACH);
  const tail = { from: cut + last.at(-Math.min(WORDS, last.length))!.start, to: cut + last.at(-1)!.end };
  if (tail.from <= head.to) return `#:~:text=${encoded(whole)}`;
  return `#:~:text=${encoded(whole.slice(head.from, head.to))},${encoded(whole.slice(tail.from, tail.to))}`;
}

/** Where the words of a text stand. */
function ends(text: string): { start: number; end: number }[] {
  return [...words.segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => ({ start: index, end: index + segment.length }));
}

/** `-`, `,` and `&` mean something in a fragment; half of a letter cannot be written. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed().replace(/\s+/gu, " ")).replace(/-/gu, "%2D");
}
