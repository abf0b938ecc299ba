import { Random, seedOf } from "../../bench/misquote/random.ts";
import type { Archive } from "../../src/archive/index.ts";
import { archiveHoldings, check } from "../../src/check/index.ts";
import { checkedOf } from "../check/archived.ts";
import { askedView, heldOf, plainPage } from "./archive-view.ts";
import type { MadeDocument } from "./made-document.ts";
import { madeStory } from "./made-story.ts";
import { questionsAbout } from "./questions.ts";

/** One thing that an archive is asked, by itself: what else is damaged does not keep it from an answer. */
export interface Part {
  readonly kind: "report" | "search" | "document" | "list" | "words";
  readonly ask: (archive: Archive) => unknown;
}

/**
 * A fixed set of questions: a report for each of many quotations, faithful, changed, spliced and nobody's, of latest and
 * of earlier versions; searches; every document with its versions and references; the list.
 */
export function batteryOn(
  documents: readonly MadeDocument[],
  ids: readonly string[],
  quotations: number,
): Part[] {
  const stories = Array.from({ length: quotations }, (_, i) => {
    const random = new Random(seedOf("battery", i));
    // Its place in the story decides how a quotation is changed: every kind comes up.
    const quoted = random.shuffled(documents).slice(0, 1 + (i % 7));
    return checkedOf(madeStory(quoted, quoted.length, random));
  });
  const questions = questionsAbout(documents, 6, 1);
  return [
    { kind: "list", ask: (archive) => archive.list({}, 1000, 0) },
    { kind: "list", ask: (archive) => archive.list({ speaker: "Quill", from: "1995" }, 5, 1) },
    { kind: "list", ask: (archive) => [archive.size(), archive.unresolved()] },
    { kind: "words", ask: (archive) => askedView(archive, { ...questions, searches: [] }) },
    ...stories.map(
      (story): Part => ({ kind: "report", ask: (archive) => check(story, archiveHoldings(archive)) }),
    ),
    ...questions.searches.map(
      (words): Part => ({
        kind: "search",
        ask: (archive) => plainPage(archive.search({ words, limit: 20, offset: 0 })),
      }),
    ),
    ...ids.map((id): Part => ({ kind: "document", ask: (archive) => heldOf(archive, id) })),
  ];
}
