/** Words that names of series are made of; what stands before them is a desk's name. */
const SERIES_WORD =
  /^(?:special|daily|weekly|monthly|annual|inquiry|inquiries|&|and|analysis|analyses|series|reports?|dispatch(?:es)?|announcements?|brief(?:s|ing|ings)?|bulletins?|papers?|alerts?|policy|research|country|regional|economic|security|situation|background(?:er)?|press|media|monitors?|monitoring|review|digest|updates?|survey|clips?|video|memo(?:randum)?|note|notes|translations?|transcripts?|documents?|commentary|assessment|insight|circular|communiqu[eé]|newsletter|study|studies|occasional|working|information)$/iu;

/** Longest name of a series in words. */
const LONGEST_SERIES = 7;

/** The name of a series that `text` is, or null: up to seven capitalised words, and nothing that ends a sentence. */
export function seriesOf(text: string): string | null {
  const words = text.trim().split(/\s+/u);
  if (words[0] === "" || words.length > LONGEST_SERIES || /[.!?;:"“”()[\]]/u.test(text)) return null;
  const capitalised = words.every((word) => /^(?:\p{Lu}|\p{Lo}|&|and$|of$|the$|on$|for$)/u.test(word));
  return capitalised ? words.join(" ") : null;
}

/**
 * A desk's name and a series' name that stand together: "Harbor Desk Special Dispatch". The series is `known` where the
 * words end in it, else the words at their end that series are named by, else all of them.
 */
export function splitDesk(
  words: readonly string[],
  known: readonly string[],
): { readonly desk: string | null; readonly series: string } {
  const joined = words.join(" ");
  const ending = known.find((series) => joined === series || joined.endsWith(` ${series}`));
  let count = ending?.split(" ").length ?? 0;
  if (ending === undefined) {
    while (count < words.length && SERIES_WORD.test(words[words.length - 1 - count]!)) count++;
    // A name does not start with its conjunction.
    while (count > 0 && /^(?:&|and)$/iu.test(words[words.length - count]!)) count--;
    if (count === 0) count = words.length;
  }
  const desk = words.slice(0, words.length - count).join(" ");
  return { desk: desk === "" ? null : desk, series: words.slice(words.length - count).join(" ") };
}
