import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reportSection, standalonePage } from "../../src/publish/html/index.ts";
import { MOST_ENTRIES } from "../../src/publish/html/report-view.ts";
import { CONTROLS } from "../../src/publish/index.ts";
import { shown } from "../../src/publish/shown.ts";
import { checkedView } from "./checked.ts";
import { attribute, elementsOf, textOf } from "./page-tree.ts";

const STORY = `# The harbour

“The harbour is deep,” said Ada Quay. “The ferry does wait for anybody,” she said. “We shall paint it blue,” Quay said.

> We light the lamps at six.

Nothing else is “quoted”.`;

const section = (text: string, name?: string, source?: string): string =>
  String(reportSection(checkedView(text, name, source)));

describe("the marked text", () => {
  const view = checkedView(STORY);
  const elements = elementsOf(String(reportSection(view)));
  const links = elements.filter((one) => attribute(one, "class") === "quote");

  test("the marks cover the quotations and nothing else", () => {
    expect(view.report.findings.length).toBeGreaterThan(4);
    expect(links.map(textOf)).toEqual(
      view.report.findings.flatMap(({ quotation }) =>
        quotation.parts.map(({ start, end }) => view.text.text.slice(start, end)),
      ),
    );
  });

  test("each has its status, leads to its finding, and the finding leads back", () => {
    view.report.findings.forEach(({ status }, i) => {
      const link = links[i]!;
      expect(attribute(link, "data-status")).toBe(status);
      expect(attribute(link, "href")).toBe(`#finding-${i + 1}`);
      expect(attribute(link, "aria-describedby")).toBe(`says-${status}`);
      const article = elements.find((one) => attribute(one, "id") === `finding-${i + 1}`)!;
      expect(attribute(article, "data-status")).toBe(status);
      const back = elements.filter((one) => attribute(one, "href") === `#${attribute(link, "id")}`);
      expect(back).toHaveLength(1);
    });
  });

  test("every id stands once", () => {
    const ids = elements.flatMap((one) => attribute(one, "id") ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("the words that differ are marked in both, the missing one in the source alone", () => {
    const altered = elements.find((one) => attribute(one, "id") === "finding-2")!;
    const inside = elementsOf(section(STORY));
    expect(textOf(altered)).toContain("does not wait");
    expect(inside.filter(({ tagName }) => tagName === "del").map(textOf)).toEqual(["not"]);
  });

  test("the text stands there whole, block for block", () => {
    const blocks = elements.filter(
      ({ tagName, attrs }) => attrs.some(({ name }) => name === "dir") && /^(?:p|h\d)$/u.test(tagName),
    );
    for (const { start, end } of view.text.blocks)
      expect(blocks.map(textOf)).toContain(view.text.text.slice(start, end));
  });
});

test("where a block of the source ends beside the words, a sign stands", () => {
  const source = "Speaker: Ada Quay\n\nThe harbour\nis deep.\n \n\nIt has never frozen.";
  const view = checkedView("“The harbour is deep,” said Ada Quay.", "story.md", source);
  const elements = elementsOf(String(reportSection(view)));
  const around = elements.filter((one) => attribute(one, "class") === "around").map(textOf);
  expect(around.join("|")).toBe("Speaker: Ada Quay ¶ |. ¶ It has never frozen.");
});

test("a text without a quotation says what counts as one", () => {
  expect(section("Nobody says a word.")).toContain("No quotation was found.");
});

test("of more findings than a page can hold those with problems are shown, and all are marked", () => {
  const view = checkedView(
    `${"“The harbour is deep,” said Ada Quay.\n\n".repeat(MOST_ENTRIES + 5)}“The ferry does wait for anybody,” said Ada Quay.`,
  );
  const elements = elementsOf(String(reportSection(view)));
  const articles = elements.filter(({ tagName }) => tagName === "article");
  expect(articles).toHaveLength(MOST_ENTRIES);
  expect(attribute(articles.at(-1)!, "data-status")).toBe("altered");
  expect(elements.filter((one) => attribute(one, "class") === "quote")).toHaveLength(MOST_ENTRIES + 6);
});

/** What an attacker writes, among other words. */
const HOSTILE = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "<script>alert(1)</script>",
        "“<img src=x onerror=alert(1)>”",
        "</textarea></bdi></a>",
        '" autofocus onfocus="alert(1)',
        "' x='",
        "“javascript:alert(1)” said Ada Quay",
        "<!-- ",
        "]]>",
        "&lt;b&gt;",
        "\u202E",
        "\u2066",
        "\u0007",
        "\uD800",
        "“The harbour is deep,” said Ada Quay. ",
        "\n\n> ",
        "\n\n# ",
        "\n- ",
      ),
      fc.string({ unit: "binary", maxLength: 20 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join("").replaceAll("\0", ""));

const OURS = new Set(
  "section header h1 h2 h3 h4 h5 h6 p bdi fieldset legend label input span b div a nav ol ul li article blockquote ins del dl dt dd cite strong pre details summary".split(
    " ",
  ),
);
const ATTRIBUTES = new Set(
  "class id aria-labelledby aria-label aria-describedby aria-hidden href dir lang data-status data-problems data-severity data-voice tabindex role type name value checked".split(
    " ",
  ),
);

test("whatever a text, a name or a source holds, no element and no attribute comes out that is not ours", () => {
  fc.assert(
    fc.property(
      HOSTILE,
      HOSTILE,
      HOSTILE,
      fc.constantFrom(".md", ".txt", ".html"),
      (text, name, source, ending) => {
        const html = section(
          text,
          `x${name.slice(0, 80)}${ending}`,
          `Speaker: ${source}\n\nThe harbour is deep. ${source}`,
        );
        for (const { tagName, attrs } of elementsOf(html)) {
          expect(OURS).toContain(tagName);
          for (const { name: own, value } of attrs) {
            expect(ATTRIBUTES).toContain(own);
            if (own === "href") expect(value).toMatch(/^(?:#|\/rules#)/u);
          }
        }
        expect(html.replaceAll("\r", "").match(CONTROLS)).toBeNull();
      },
    ),
    { numRuns: 300 },
  );
});

test("what is shown is as long as it was, so that offsets stay", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(shown(text)).toHaveLength(text.length);
    }),
  );
});

describe("a file of its own", () => {
  const page = standalonePage([checkedView(STORY)], {
    style: "body{color:red}",
    script: 'document.title="</script><b>"',
    hash: (text) => `hash-of-${text.length}`,
  });
  const elements = elementsOf(page);

  test("asks for nothing, and its policy names its style and script alone", () => {
    expect(elements.filter(({ tagName }) => ["link", "img", "iframe", "form"].includes(tagName))).toEqual([]);
    for (const one of elements) expect(attribute(one, "src")).toBeNull();
    const policy = attribute(elements.find((one) => attribute(one, "http-equiv") !== null)!, "content");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("style-src 'sha256-hash-of-15'");
    expect(elements.filter(({ tagName }) => tagName === "script")).toHaveLength(1);
  });

  test("every link leads to something in it", () => {
    const ids = new Set(elements.flatMap((one) => attribute(one, "id") ?? []));
    for (const one of elements.filter(({ tagName }) => tagName === "a")) {
      const href = attribute(one, "href")!;
      expect(href[0]).toBe("#");
      expect(ids).toContain(href.slice(1));
    }
  });

  test("of several texts each has a section, and no id stands twice", () => {
    const many = elementsOf(
      standalonePage([checkedView(STORY), checkedView(STORY)], { style: "", script: "", hash: () => "" }),
    );
    const ids = many.flatMap((one) => attribute(one, "id") ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(many.filter((one) => attribute(one, "class") === "report")).toHaveLength(2);
  });
});
