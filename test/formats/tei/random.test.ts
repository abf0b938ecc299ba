import fc from "fast-check";
import { expect, test } from "vitest";
import { documentTei } from "../../../src/publish/index.ts";
import { expectWhole } from "../../documents/whole.ts";
import { complaints, editionOf, through } from "../../publish/tei-trip.ts";
import { cast, read } from "./reading.ts";

const PERSONS = cast(
  '<person xml:id="ada"><persName>Ada Quay</persName></person>',
  '<person xml:id="ben" role="interviewer"><persName>Ben Elm</persName></person>',
);

const words = fc.constantFrom(
  "pears ",
  " the bell",
  "is ",
  "“no” ",
  "a-",
  "[…] ",
  " &amp; ",
  "it… ",
  " \n ",
  "(laughter) ",
);
const ids = fc.constantFrom("", ' xml:id="ID"');

/** Words with elements in them, to a depth. */
const inline: fc.Arbitrary<string> = fc.letrec<{ mixed: string; one: string }>((tie) => ({
  mixed: fc.array(tie("one"), { maxLength: 4 }).map((parts) => parts.join("")),
  one: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    words,
    fc.constantFrom(
      "<gap/>",
      "<lb/>",
      '<lb break="no"/>',
      "<pb/>",
      "<pause/>",
      "<gap><desc>torn</desc></gap>",
    ),
    fc.constantFrom(
      "<supplied>the old</supplied>",
      "<stage>knocks</stage>",
      "<note>A bell.</note>",
      "<del>x</del>",
    ),
    fc
      .tuple(fc.constantFrom("q", 'q who="#ada"', 'said who="#ben"', "hi", "seg"), ids, tie("mixed"))
      .map(([tag, id, inside]) => `<${tag}${id}>${inside}</${tag.split(" ")[0]}>`),
  ),
})).mixed;

const block = fc.oneof(
  fc.tuple(ids, inline).map(([id, inside]) => `<p${id}>${inside}</p>`),
  fc.constant("<stage>A bell rings.</stage>"),
  inline.map((inside) => `<lg><l>${inside}</l><l>end</l></lg>`),
);
const part = fc.oneof(
  fc
    .tuple(
      fc.constantFrom("", ' who="#ada"', ' who="#ben"'),
      ids,
      fc.array(block, { minLength: 1, maxLength: 3 }),
    )
    .map(([who, id, blocks]) => `<sp${who}${id}><speaker>A. Quay</speaker>${blocks.join("")}</sp>`),
  fc.tuple(ids, inline).map(([id, inside]) => `<u who="#ada"${id}>${inside}</u>`),
  inline.map((inside) => `<head>${inside}</head>`),
  block,
);

/** Texts in which each id stands once. */
const texts = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => {
  let next = 0;
  return `<body><div><p>Start.</p>${parts.join("").replaceAll('"ID"', () => `"id${++next}"`)}</div></body>`;
});

test("any text is whole, and comes back from its own TEI the same, valid", () => {
  const written: string[] = [];
  fc.assert(
    fc.property(texts, (text) => {
      const document = read(text, PERSONS);
      expectWhole(document);
      const hasVoices = document.turns.some(({ voice }) => voice.kind !== "unknown");
      if (!hasVoices) return;
      expect(through(document)).toEqual(document);
      written.push(documentTei(editionOf(document)));
    }),
    { numRuns: 150 },
  );
  expect(complaints(written)).toBe("");
});
