import { describe, expect, test } from "vitest";
import { type Source, verify } from "../../src/core/index.ts";

/** A source whose paragraphs are the turns of two speakers by turns. */
function turns(...paragraphs: readonly string[]): Source {
  const text = paragraphs.join("\n");
  let start = 0;
  const segments = paragraphs.map((paragraph, index) => {
    const segment = {
      start,
      end: start + paragraph.length,
      voice: { kind: "speaker", name: index % 2 === 0 ? "Fenn" : "Quill" } as const,
      turn: index + 1,
    };
    start = segment.end + 1;
    return segment;
  });
  return { text, segments };
}

function told(quotation: string, source: Source | string): string {
  const { status, problems } = verify(quotation, source);
  return `${status}: ${problems.map(({ rule }) => rule).join(", ")}`;
}

describe("one reading among several", () => {
  test("a word dropped before the last one is no leap to the same word elsewhere", () => {
    const source =
      "Having sold her herring, she returned to harbor with two empty crates. " +
      "Nobody minded the noise, and a winter of it with such songs was likely. We went home with the dog.";
    expect(told("Having sold her herring, she returned to with", source)).toBe("altered: word-dropped");
  });

  test("a word dropped before the last three is no leap to the same three elsewhere", () => {
    const source =
      "With the help of the new orchard crew, our cider is the pride of the valley this year. " +
      "The press was mended twice, and the cellar was whitewashed by the boys. Today, our cider is on the train.";
    expect(told("With the help of the new orchard, our cider is", source)).toBe("altered: word-dropped");
  });

  test("four words from another turn are a splice, and no four words changed", () => {
    const source = turns(
      "We counted the swallows under the bridge every morning, and the boys wrote the numbers down.",
      "And who paid for the ladders? There was a rumor in the village, I remember, that the mayor sold his boat for them.",
      "The ladders were a gift of the brass band, which needed the bridge for its summer concerts.",
    );
    expect(told("every morning, and the boys gift of the brass band", source)).toBe(
      "spliced: omission-unmarked, omission-crosses-turns",
    );
  });
});

test("thousands of words left out with no mark are a splice, and no few words dropped", () => {
  const between = Array.from(
    { length: 700 },
    (_, i) => `Boat ${i} left the harbor before lamp ${i} was lit.`,
  );
  const source =
    "The first keeper signed the register with a feather from his own hat. " +
    `${between.join(" ")} The last one signed it with a pencil that he had found on the stairs.`;
  expect(
    told("The first keeper signed the register with a pencil that he had found on the stairs", source),
  ).toBe("spliced: omission-unmarked");
});

describe("the same word beside a bracket", () => {
  const source =
    "We walked over the [stones of] of the old harbor and counted every one of its lamps before supper.";

  test("at the end of the source's bracket and after it, quoted as spoken", () => {
    expect(told("We walked over the stones of of the old harbor and counted", source)).toBe(
      "altered: bracket-dropped",
    );
  });

  test("at the start of the quotation's bracket and after it", () => {
    expect(told("every one [of the many] of its lamps before supper", source)).toBe("marked: ");
  });
});

test("a part of five words beside an omission is found where it stands, not read into words nearby", () => {
  const source =
    "Flour is our memory. In every house along the canal there is a jar. It is also our debt, because the mill " +
    "was lent to us and we gave it back. We pay both every morning.";
  expect(told("Flour is our memory … It is also our debt. We pay both every morning.", source)).toBe(
    "spliced: omission-unmarked",
  );
});
