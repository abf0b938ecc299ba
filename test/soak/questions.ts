import { Random } from "../../bench/misquote/random.ts";
import type { Archive } from "../../src/archive/index.ts";
import type { Questions } from "./archive-view.ts";
import { answersOf, type MadeDocument } from "./made-document.ts";
import { madeStory } from "./made-story.ts";

/** Questions about some of the documents, the same for the same seed. */
export function questionsAbout(
  documents: readonly MadeDocument[],
  quotations: number,
  seed: number,
): Questions {
  const random = new Random(seed);
  const asked = random.shuffled(documents).slice(0, quotations);
  const words = asked.flatMap((one) =>
    random
      .pick(answersOf(one))
      .toLowerCase()
      .split(/[ ,.]+/u)
      .slice(1, 7),
  );
  return {
    story: madeStory(documents, quotations, random),
    searches: [
      ...asked.slice(0, 4).map((one) => random.pick(answersOf(one)).split(" ").slice(2, 4).join(" ")),
      '"lamps burn there" bell',
      "ba* lock",
    ],
    words: [...new Set(words)],
    quotations: asked.map((one) => random.pick(answersOf(one))),
  };
}

/** Every version that an archive of made-up documents holds. */
export function madeIn(archive: Archive): MadeDocument[] {
  const { documents } = archive.list({}, 1_000_000, 0);
  return documents.flatMap(({ id, version }) =>
    Array.from({ length: version }, (_, i) => ({ number: Number(id.split("-").at(-1)), revision: i + 1 })),
  );
}
