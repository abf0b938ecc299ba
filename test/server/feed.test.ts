import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MemoryArchive } from "../../src/archive/index.ts";
import { feedPage, feedQuery } from "../../src/server/feed/feed-page.ts";
import { dispatch, entry } from "../contract/entries.ts";
import { Serving, sampleArchive, TOKEN } from "./serving.ts";
import { schemaFault } from "./xml-schema.ts";

const held = sampleArchive();
let server: Serving;
let closed: Serving;

beforeAll(async () => {
  server = await Serving.start({ archive: held.path });
  closed = await Serving.start({ archive: held.path, private: true });
});
afterAll(async () => {
  await server.stop();
  await closed.stop();
  held.remove();
});

/** The texts of an element, wherever it stands. */
function texts(xml: string, name: string): string[] {
  return Array.from(xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, "gu")), ([, text]) => text!);
}

/** Where a feed's link leads. */
function linked(xml: string, rel: string): string | null {
  const head = xml.slice(0, xml.indexOf("<entry") < 0 ? undefined : xml.indexOf("<entry"));
  const address = new RegExp(`<link rel="${rel}"[^>]* href="([^"]*)"`, "u").exec(head)?.[1];
  return address?.replaceAll("&amp;", "&") ?? null;
}

describe("the feed", () => {
  test("is an Atom feed of all documents, the newest first", async () => {
    const { status, headers, text } = await server.ask("/feed.atom");
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
    expect(schemaFault("atom", text)).toBe("");
    expect(texts(text, "title")).toHaveLength(12);
    expect(text).toContain('<category scheme="urn:saidso:series" term="Special Dispatch"/>');
    expect(text).toContain("<author><name>Maren Tolk</name></author>");
    expect(text).toContain(`href="${server.url}documents/special-dispatch-118"`);
    expect(linked(text, "next")).toBeNull();
  });

  test("is paged: from each page links lead to the next and the one before", async () => {
    const all = texts((await server.ask("/feed.atom")).text, "id").slice(1);
    const told: string[] = [];
    const pages: string[] = [];
    for (let next: string | null = "/feed.atom?limit=4"; next !== null; ) {
      const { text } = await server.ask(next);
      expect(schemaFault("atom", text)).toBe("");
      pages.push(text);
      told.push(...texts(text, "id").slice(1));
      next = linked(text, "next");
    }
    expect(told).toEqual(all);
    expect(pages).toHaveLength(3);
    const back = (await server.ask(linked(pages[1]!, "previous")!)).text;
    expect(texts(back, "id")).toEqual(texts(pages[0]!, "id"));
    expect(linked(pages[0]!, "previous")).toBeNull();
    expect(linked(back, "previous")).toBeNull();
  });

  test("is narrowed as lists are, and stays so on its other pages", async () => {
    const { text } = await server.ask("/feed.atom?series=dispatch&limit=2");
    expect(texts(text, "id")).toHaveLength(3);
    expect(linked(text, "next")).toContain("series=dispatch");
    expect(linked(text, "next")).toContain("limit=2");
  });

  test("that a reader has already is not sent again", async () => {
    const { headers } = await server.ask("/feed.atom");
    const again = await server.ask("/feed.atom", { headers: { "If-None-Match": headers.get("etag")! } });
    expect(again).toMatchObject({ status: 304, text: "" });
  });

  test("is linked from the head of every page", async () => {
    for (const path of ["/", "/archive", "/documents/special-dispatch-118", "/rules"])
      expect((await server.ask(path)).text).toContain('type="application/atom+xml"');
  });

  test("of a private server needs the token", async () => {
    expect((await closed.problem("/feed.atom")).code).toBe("token-needed");
    const headers = { Authorization: `Bearer ${TOKEN}` };
    expect((await closed.ask("/feed.atom", { headers })).status).toBe(200);
  });

  test.each(["/feed.atom?limit=0", "/feed.atom?limit=1000", "/feed.atom?older=x", "/feed.atom?colour=red"])(
    "%s is a bad request",
    async (path) => {
      expect((await server.problem(path)).code).toBe("bad-request");
    },
  );
});

describe("the feed of an archive", () => {
  const page = (archive: MemoryArchive): string =>
    feedPage({ ...feedQuery.parse({}), base: "http://desk.example/", serverVersion: "0" }, { archive }).body;

  test("without documents has no entries", () => {
    const text = page(new MemoryArchive());
    expect(schemaFault("atom", text)).toBe("");
    expect(text).not.toContain("<entry");
  });

  test("keeps an entry's id over its versions, and moves it to the top", () => {
    const archive = new MemoryArchive();
    archive.add([entry("1.txt", dispatch(1)), entry("2.txt", dispatch(2))]);
    const before = texts(page(archive), "id");
    const changed = {
      ...entry("1.txt", dispatch(1, { words: "We dredge no more." })),
      added: "2026-03-09T08:00:00.000Z",
    };
    archive.add([changed], { replace: true });
    const after = page(archive);
    expect(texts(after, "id")).toEqual([before[0], before[2], before[1]]);
    expect(after).toContain("<updated>2026-03-09T08:00:00Z</updated>");
    expect(after).toContain("<published>2026-03-01T08:00:00Z</published>");
  });

  test("with hostile titles and names is a feed", () => {
    const archive = new MemoryArchive();
    const one = entry("hostile.txt", "The pier is dry.");
    const document = {
      ...one.document,
      title: "]]></title><script>\u0000\u202e & <b>",
      speakers: [{ name: "<name>\u0007", office: null }],
      series: "\u0001",
      subject: "\"a\" & 'b'",
    };
    archive.add([{ ...one, document }]);
    const text = page(archive);
    expect(schemaFault("atom", text)).toBe("");
    expect(text).not.toContain("<script>");
  });
});
