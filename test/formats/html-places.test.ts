import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { placeAt, readHtml } from "../../src/formats/index.ts";

/** Each stretch that has a place, as `id: words`. */
function placed(html: string): string[] {
  const { text, places } = readHtml(html);
  return places.map(
    ({ start, end, place }) => `${place.kind === "element" ? place.id : "?"}: ${text.slice(start, end)}`,
  );
}

describe("the place of words is the nearest element with an id", () => {
  const rows: [what: string, html: string, placed: string[]][] = [
    ["none", "<p>The ferry", []],
    ["a paragraph's", "<p id=p1>The ferry</p><p>left.", ["p1: The ferry"]],
    ["one around", "<div id=a><p>The ferry</p><p>left.</p></div>", ["a: The ferry\n\nleft."]],
    [
      "the nearer of two",
      "<div id=a>We <p id=b>ring <i>it</i></p> at five</div>",
      ["a: We", "b: ring it", "a: at five"],
    ],
    ["a span's", "<p>We <span id=s>ring</span> it", ["s: ring"]],
    ["not the page's own", "<html id=h><body id=b>The ferry", []],
    ["an empty one is none", '<p id="">The <b id=" ">ferry', []],
    ["a heading's", "<h2 id=bells>Bells</h2><p>We ring", ["bells: Bells"]],
    ["of quotation marks", "<p id=a><q id=b>We ring</q>", ["b: “We ring”"]],
    [
      "of a note",
      "<p>Bells<a href='#fn1'><sup>1</sup></a></p><ol><li id=fn1>Of bronze",
      ["fn1: [1] Of bronze"],
    ],
  ];
  test.each(rows)("%s", (_, html, lines) => expect(placed(html)).toEqual(lines));
});

test("every word's place is the id nearest to it, and places are in order", () => {
  const node: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      fc.stringMatching(/^[a-z]{3,6}$/),
      fc
        .tuple(
          fc.constantFrom("div", "section", "span", "blockquote"),
          fc.nat({ max: 99 }),
          fc.array(tie("node"), { maxLength: 3 }),
        )
        .map(([tag, id, inside]) => `<${tag}${id % 2 ? ` id=i${id}` : ""}> ${inside.join(" ")} </${tag}>`),
    ),
  })).node;
  fc.assert(
    fc.property(fc.array(node, { maxLength: 6 }), (nodes) => {
      const html = nodes.join(" ");
      const expected: (string | null)[] = [];
      const open: (string | null)[] = [null];
      for (const [, close, id, word] of html.matchAll(/<(\/)?\w+(?: id=(\w+))?>|([a-z]+)/g)) {
        if (word !== undefined) expected.push(open.at(-1)!);
        else if (close !== undefined) open.pop();
        else open.push(id ?? open.at(-1)!);
      }
      const { text, places } = readHtml(html);
      const found = [...text.matchAll(/[a-z]+/g)].map(({ index }) => {
        const place = placeAt(places, index);
        return place?.kind === "element" ? place.id : null;
      });
      expect(found).toEqual(expected);
    }),
  );
});
