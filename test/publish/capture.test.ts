import { describe, expect, test } from "vitest";
import { readDocument } from "../../src/documents/index.ts";
import { readHtml } from "../../src/formats/index.ts";
import { captureLabel, citationMarkdown, citationOf, citationText } from "../../src/publish/index.ts";

const SAVED = `<!DOCTYPE html><html><!--
 Page saved with SingleFile
 url: https://ferries.example/news/gull_isle
 saved date: Fri May 07 2021 11:30:00 GMT+0200 (Central European Summer Time)
--><head><title>Gull Isle ferry</title></head><body><p>The ferry leaves at nine.</p></body></html>`;

describe("a saved page", () => {
  const document = readDocument(readHtml(SAVED), "page.html");

  test("keeps where it was got from, and when", () => {
    expect(document.capture).toEqual({
      address: "https://ferries.example/news/gull_isle",
      date: "2021-05-07T09:30:00.000Z",
    });
    expect(captureLabel(document.capture!)).toBe("from https://ferries.example/news/gull_isle on 7 May 2021");
  });

  test("is cited with its address", () => {
    const edition = { id: "page", version: 1, document } as Parameters<typeof citationOf>[0];
    const citation = citationOf(edition, null);
    expect(citationText(citation)).toBe(
      "“Gull Isle ferry”, https://ferries.example/news/gull_isle (page, version 1)",
    );
    expect(citationMarkdown(citation)).toContain("https://ferries.example/news/gull\\_isle");
  });
});

test("a text of no known address has no capture", () => {
  expect(readDocument(readHtml("<p>The ferry leaves at nine."), "page.html").capture).toBeNull();
});
