import { describe, expect, test } from "vitest";
import { type FormattedText, readFile } from "../../../src/formats/index.ts";
import { stream, textPdf, words } from "./made-pdf.ts";

const read = (bytes: Uint8Array): Promise<FormattedText> => readFile(bytes, "talk.pdf");

/** The box of the first line. */
async function box(bytes: Uint8Array): Promise<readonly number[]> {
  const { place } = (await read(bytes)).places[0]!;
  if (place.kind !== "page") throw new Error("no page");
  return place.box;
}

const HELLO = words(50, 500, "The ferry leaves");

describe("a line's place is counted from the upper left corner of the page as it is shown", () => {
  test("on an upright page", async () => {
    const [left, top, right, bottom] = await box(textPdf([{ content: HELLO }]));
    expect(left).toBe(50);
    expect(top).toBeGreaterThan(90);
    expect(top).toBeLessThan(95);
    expect(bottom).toBeGreaterThan(100);
    expect(right).toBeGreaterThan(115);
    expect(right).toBeLessThan(135);
  });

  test("on a page that is cropped", async () => {
    const [left, , , bottom] = await box(textPdf([{ content: HELLO, entries: "/CropBox [20 0 400 550]" }]));
    expect(left).toBe(30);
    expect(bottom).toBeGreaterThan(50);
    expect(bottom).toBeLessThan(54);
  });

  test("on a page that is turned, whose text then stands upright", async () => {
    const content = "BT /F1 10 Tf 0 1 -1 0 100 50 Tm (The ferry leaves) Tj ET";
    const bytes = textPdf([{ content, entries: "/Rotate 90" }]);
    expect((await read(bytes)).text).toBe("The ferry leaves");
    const [left, top, right, bottom] = await box(bytes);
    expect(left).toBe(50);
    expect(top).toBeLessThan(100);
    expect(bottom).toBeGreaterThan(100);
    expect(right! - left!).toBeGreaterThan(4 * (bottom! - top!));
  });

  test("where text runs upwards on an upright page", async () => {
    const content = `${HELLO}BT /F1 10 Tf 0 1 -1 0 100 50 Tm (in time) Tj ET`;
    const { text, places } = await read(textPdf([{ content }]));
    expect(text).toBe("The ferry leaves\n\nin time");
    const { place } = places[1]!;
    expect(place.kind === "page" && place.box[3] - place.box[1]).toBeGreaterThan(25);
  });
});

test("words outside the shown page are not read", async () => {
  expect((await read(textPdf([{ content: HELLO + words(500, 500, "hidden") }]))).text).toBe(
    "The ferry leaves",
  );
});

test("text that a form draws stands where the form is placed", async () => {
  const form = stream(words(0, 0, "at noon"), "/Type /XObject /Subtype /Form /BBox [-9 -9 99 99] ");
  const resources =
    "/Resources << /XObject << /X 50 0 R >> /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>";
  const bytes = textPdf(
    [{ content: `${HELLO} q 1 0 0 1 140 500 cm /X Do Q`, entries: resources }],
    [[50, form]],
  );
  expect((await read(bytes)).text).toBe("The ferry leaves at noon");
});

test("bold lines are headings of a text that is not bold", async () => {
  const content = `${words(50, 500, "The Bell", 10, "F2")}${words(50, 480, "It rang on the old ferry for thirty years.")}`;
  const { text, blocks } = await read(textPdf([{ content }]));
  expect(blocks.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`)).toEqual([
    "heading: The Bell",
    "paragraph: It rang on the old ferry for thirty years.",
  ]);
});

const XMP = (fields: string): string =>
  `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/">${fields}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;

describe("what the file says of itself", () => {
  test.each([
    ["The Ferry Bell", "The Ferry Bell"],
    ["Microsoft Word - draft.docx", null],
    ["untitled", null],
    ["ferry-final.indd", null],
  ])("the title %s is %s; the day it was made is not the day it was published", async (title, expected) => {
    const info = `<< /Title (${title}) /Author (Ilse Marrow) /CreationDate (D:20190302101010Z) >>`;
    const { published, ...found } = await read(textPdf([{ content: HELLO }], [[60, info]], "/Info 60 0 R "));
    expect([found.title, found.author, published]).toEqual([expected, "Ilse Marrow", null]);
  });

  test("a publication's name and date are its own where the metadata gives them", async () => {
    const fields =
      "<prism:publicationName>The Quay</prism:publicationName><prism:publicationDate>2019-03-02</prism:publicationDate>";
    const metadata = stream(XMP(fields), "/Type /Metadata /Subtype /XML ");
    const bytes = textPdf([{ content: HELLO }], [[60, metadata]], "");
    const withMetadata = Buffer.from(bytes)
      .toString("latin1")
      .replace("/Type /Catalog", "/Type /Catalog /Metadata 60 0 R");
    const found = await read(new Uint8Array(Buffer.from(withMetadata, "latin1")));
    expect([found.outlet, found.published]).toEqual(["The Quay", "2019-03-02"]);
  });
});
