import { readFileSync } from "node:fs";
import * as annotator from "@apache-annotator/selector";
import jsonld from "jsonld";
import { expect, test } from "vitest";
import { EXPORTS } from "../../../src/publish/exports/index.ts";
import type { CheckedReport } from "../../../src/publish/index.ts";
import { allTexts, BEYOND, checkedSamples, checkedStory, paged } from "./checked-texts.ts";

interface Chunk {
  readonly data: string;
}
interface Found {
  readonly startChunk: Chunk;
  readonly startIndex: number;
  readonly endChunk: Chunk;
  readonly endIndex: number;
}
type Matcher = (selector: unknown) => (pieces: Pieces) => AsyncIterable<Found>;
/** The package's own types lead nowhere: they name files without their endings. */
const { textPositionSelectorMatcher, textQuoteSelectorMatcher } = annotator as unknown as {
  textPositionSelectorMatcher: Matcher;
  textQuoteSelectorMatcher: Matcher;
};
/** The package's types lack `safe`, which refuses what would be lost. */
const processor = jsonld as unknown as {
  expand(document: unknown, options: object): Promise<object[]>;
  toRDF(document: unknown, options: object): Promise<{ predicate: { value: string } }[]>;
};

const VERSION = { version: "1.2.3" };
const collection = (...checked: readonly CheckedReport[]) =>
  JSON.parse(EXPORTS.annotations(checked, VERSION));
const itemsOf = (...checked: readonly CheckedReport[]) => collection(...checked).first.items;
// biome-ignore lint/suspicious/noExplicitAny: parsed JSON.
const targetsOf = ({ target }: any): any[] => [target].flat();

/** A text in pieces, as Apache Annotator reads the text nodes of a page. */
class Pieces {
  readonly #chunks: readonly Chunk[];
  #at = 0;
  constructor(text: string) {
    this.#chunks = (text.match(/.{1,97}/gsu) ?? [""]).map((data) => ({ data }));
  }
  get currentChunk(): Chunk {
    return this.#chunks[this.#at]!;
  }
  nextChunk(): Chunk | null {
    return this.#at + 1 < this.#chunks.length ? this.#chunks[++this.#at]! : null;
  }
  previousChunk(): Chunk | null {
    return this.#at > 0 ? this.#chunks[--this.#at]! : null;
  }
  precedesCurrentChunk(chunk: Chunk): boolean {
    return this.#chunks.indexOf(chunk) < this.#at;
  }
  between(start: [Chunk, number], end: [Chunk, number]): string {
    const [from, to] = [this.#chunks.indexOf(start[0]), this.#chunks.indexOf(end[0])];
    if (from === to) return start[0].data.slice(start[1], end[1]);
    const inner = this.#chunks.slice(from + 1, to).map(({ data }) => data);
    return [start[0].data.slice(start[1]), ...inner, end[0].data.slice(0, end[1])].join("");
  }
}

/** What another's implementation finds by a selector in a text. */
// biome-ignore lint/suspicious/noExplicitAny: parsed JSON.
async function anchored(selector: any, text: string): Promise<string[]> {
  const matcher =
    selector.type === "TextQuoteSelector"
      ? textQuoteSelectorMatcher(selector)
      : textPositionSelectorMatcher(selector);
  const pieces = new Pieces(text);
  const found: string[] = [];
  for await (const { startChunk, startIndex, endChunk, endIndex } of matcher(pieces))
    found.push(pieces.between([startChunk, startIndex], [endChunk, endIndex]));
  return found;
}

test("another's implementation anchors every annotation of every sample at the quotation's words, by either selector", async () => {
  let count = 0;
  for (const { report, text } of checkedSamples()) {
    const items = itemsOf({ report, text });
    expect(items).toHaveLength(report.findings.length + report.form.length);
    for (const [index, { quotation }] of report.findings.entries()) {
      const targets = targetsOf(items[index]);
      expect(targets).toHaveLength(quotation.parts.length);
      for (const [i, part] of quotation.parts.entries()) {
        const words = text.text.slice(part.start, part.end);
        const [quote, position] = targets[i].selector;
        expect([quote.type, position.type]).toEqual(["TextQuoteSelector", "TextPositionSelector"]);
        expect(await anchored(quote, text.text)).toEqual([words]);
        expect(await anchored(position, text.text)).toEqual([words]);
        count++;
      }
    }
  }
  expect(count).toBeGreaterThan(50);
});

test("positions count code points, so that a letter beyond the first plane is one, in the text and in the source", async () => {
  const checked = checkedStory(BEYOND);
  const source =
    "Speaker: Ada Quay\n\nThe harbour is deep, and it has never frozen. The ferry does not wait for anybody. 🐝 Bees sail too, she sang.";
  for (const [index, { quotation }] of checked.report.findings.entries()) {
    const { target, body } = itemsOf(checked)[index];
    const [quote, position] = target.selector;
    expect(await anchored(quote, checked.text.text)).toEqual([quotation.text]);
    expect(await anchored(position, checked.text.text)).toEqual([quotation.text]);
    expect(position.end).toBe([...checked.text.text.slice(0, quotation.end)].length);
    expect(position.end).toBeLessThan(quotation.end);
    const [words, place] = body[1].selector;
    expect(await anchored(place, source)).toEqual([words.exact]);
  }
});

test("an annotation says what was found, and links the source's words", () => {
  const [{ id, motivation, body, target }] = itemsOf(checkedStory("“The harbour is wide”, said Ada Quay."));
  expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
  expect(motivation).toEqual(["assessing", "linking"]);
  expect(body[0].value.split("\n")).toEqual([
    "altered: Words of the source were changed, added, dropped or moved, with no mark.",
    "error word-changed: The source has “deep”, not “wide”.",
    "Source: “The harbour is deep” – Ada Quay (speaker), harbour, passage p1.",
  ]);
  expect(body[1]).toMatchObject({ purpose: "linking", source: { label: "harbour, version 1" } });
  expect(body[1].selector[0].exact).toBe("The harbour is deep");
  expect(target.source).toBe("story.md");
});

test("a page and a web page have fragments, too, that are narrowed to the words or name them", () => {
  const page = itemsOf(paged(checkedStory("First.\n\n“The harbour is wide”, said Ada Quay.")))[0].target;
  expect(page.selector[2]).toEqual({
    type: "FragmentSelector",
    value: "page=2",
    conformsTo: "http://tools.ietf.org/rfc/rfc3778",
    refinedBy: page.selector[0],
  });
  const web = itemsOf(checkedStory("<p>“The harbour is wide”, said Ada Quay.</p>", "story.html"))[0].target;
  expect(web.selector.at(-1).value).toBe(":~:text=The%20harbour%20is%20wide");
});

test("every id is an address of its own, and the same texts give the same ones", () => {
  const texts = allTexts();
  const ids = itemsOf(...texts).map(({ id }: { id: string }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(EXPORTS.annotations(texts, VERSION)).toBe(EXPORTS.annotations(allTexts(), VERSION));
});

const CONTEXT = JSON.parse(readFileSync(new URL("../schemas/anno.jsonld", import.meta.url), "utf8"));
const documentLoader = async (url: string) => {
  expect(url).toBe("http://www.w3.org/ns/anno.jsonld");
  return { contextUrl: undefined, documentUrl: url, document: CONTEXT };
};

test("every term is defined by W3C's context: nothing is lost or refused when the JSON-LD is expanded", async () => {
  const read = collection(
    ...allTexts().slice(0, 6),
    paged(checkedStory("“The harbour is wide”, said Ada Quay.")),
  );
  const expanded = await processor.expand(read, { documentLoader, safe: true, base: "file:///texts/" });
  const rdf = await processor.toRDF(expanded, { safe: true });
  expect(rdf.length).toBeGreaterThan(1000);
  const predicates = new Set(rdf.map(({ predicate }) => predicate.value));
  for (const term of ["oa#hasTarget", "oa#hasBody", "oa#exact", "oa#start", "oa#refinedBy", "oa#motivatedBy"])
    expect(predicates).toContain(`http://www.w3.org/ns/${term}`);
});

test("no text, and a text without quotations, are collections of nothing", () => {
  for (const { total, first } of [collection(), collection(checkedStory("Nothing."))])
    expect([total, first.items]).toEqual([0, []]);
});
