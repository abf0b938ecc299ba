import { answersOf, type MadeDocument } from "./made-document.ts";

/** Made-up documents whose answers one long document has. */
const PARTS = 10;

/** The made-up documents in the long one of that number. */
export function partsOf(number: number): MadeDocument[] {
  return Array.from({ length: PARTS }, (_, i) => ({ number: number * PARTS + i, revision: 1 }));
}

/** A conversation of some five thousand words. */
export function longDocument(number: number): string {
  const answers = partsOf(number).flatMap(answersOf);
  return [
    `A Long Conversation About ${number} Boats`,
    "At the Corn Hall, Low Tessim, September 17, 2017",
    ...answers.flatMap((answer, i) => [
      `MODERATOR: What was heard in the ${i + 1}. year?`,
      `MS. QUILL: ${answer}`,
    ]),
    "",
  ].join("\n\n");
}
