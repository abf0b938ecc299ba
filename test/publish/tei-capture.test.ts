import fc from "fast-check";
import { expect, test } from "vitest";
import { readDocument } from "../../src/documents/index.ts";
import { readHtml } from "../../src/formats/index.ts";
import { documentTei } from "../../src/publish/index.ts";
import { complaints, editionOf, said, through } from "./tei-trip.ts";

const PAGE = readHtml("<html><title>Pears</title><body><h1>Pears</h1><p>We pick them.</p></body></html>");

test.each([
  [
    "an address and an instant",
    "https://ferries.example/news/gull_isle?a=1&b=2#top",
    "2021-05-07T09:30:00.000Z",
  ],
  ["an address alone", "http://ferries.example", null],
  ["an address of other scripts", "https://ferries.example/öffnung/朝", "2021-05-07T09:30:00Z"],
  ["an address with signs that none may have", "https://ferries.example/a[]#b#c%zz|<d>", "2021-05-07"],
  ["an address with blanks", "https://ferries.example/two words", "one day in May"],
  ["a name that is no address", "urn:ferries:12", "2021-05-07T11:30:00+02:00"],
])("where a text was captured is written and read: %s", (_, address, captured) => {
  const document = readDocument({ ...PAGE, address, captured }, "pears.html");
  expect(document.capture).toEqual({ address, date: captured });
  expect(through(document).capture).toEqual(document.capture);
  expect(said(through(document))).toEqual(said(document));
  expect(complaints([documentTei(editionOf(document))])).toBe("");
});

test("where a text was captured comes back, whatever address and date are", () => {
  const sign = fc.constantFrom(..."a Zé.:/?#%@[]<>&'\"!=~+|\\🍐1");
  const address = fc.oneof(
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
    fc.array(sign, { minLength: 1, maxLength: 12 }).map((signs) => `https://a.example/${signs.join("")}`),
  );
  const files: string[] = [];
  fc.assert(
    fc.property(address, (one) => {
      const document = readDocument({ ...PAGE, address: one, captured: null }, "pears.html");
      expect(through(document).capture?.address).toBe(one.replace(/\s+/gu, " ").trim());
      files.push(documentTei(editionOf(document)));
    }),
    { numRuns: 60 },
  );
  expect(complaints(files)).toBe("");
});
