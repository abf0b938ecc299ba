import { type Random, seedOf } from "../../bench/misquote/random.ts";
import { type File, file } from "../check/archived.ts";
import { answersOf, type MadeDocument, speakerOf } from "./made-document.ts";

/** How a quotation differs from what was said. */
const KINDS = ["verbatim", "changed", "swallowed", "spliced", "absent", "marked", "short"] as const;

/**
 * A story that quotes what was said in `documents`: in their words, with a word changed or left out, two answers as one,
 * and words that nobody said. Some are credited to another one. A paragraph each; the same for the same `random`.
 */
export function madeStory(documents: readonly MadeDocument[], quotations: number, random: Random): File {
  const paragraphs = Array.from({ length: quotations }, (_, i) => {
    const document = documents[i % documents.length]!;
    const other = random.pick(documents);
    const name = speakerOf(random.chance(0.9) ? document : other);
    return `“${quotation(KINDS[i % KINDS.length]!, document, other, random)}” ${name} said.`;
  });
  return file(`story-${random.between(0, 1_000_000)}.md`, `${paragraphs.join("\n\n")}\n`);
}

function quotation(
  kind: (typeof KINDS)[number],
  document: MadeDocument,
  other: MadeDocument,
  random: Random,
): string {
  const words = wordsOf(document, random, kind === "short" ? random.between(4, 6) : random.between(9, 45));
  const at = random.between(2, words.length - 3);
  switch (kind) {
    case "changed":
      return words.with(at, `un${words[at]}`).join(" ");
    case "swallowed":
      return words.toSpliced(at, 1).join(" ");
    case "marked":
      return words.toSpliced(at, 1, "…").join(" ");
    case "spliced":
      return [...words, ...wordsOf(other, random, 12)].join(" ");
    case "absent":
      return wordsOf({ number: seedOf("nobody", document.number), revision: 1 }, random, 14).join(" ");
    default:
      return words.join(" ");
  }
}

/** As many words of one answer, anywhere in it. */
function wordsOf(document: MadeDocument, random: Random, count: number): string[] {
  const words = random.pick(answersOf(document)).split(" ");
  const start = random.between(0, words.length - count);
  return words.slice(start, start + count);
}
