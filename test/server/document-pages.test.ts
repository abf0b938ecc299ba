import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runIn } from "../cli/command.ts";
import {
  attribute,
  descendants,
  type Element,
  elementsOf,
  foreignParts,
  hasClass,
  textOf,
} from "../publish/page-tree.ts";
import { Serving, sampleArchive, samples } from "./serving.ts";

const PIER = `Speaker: Ada Quay, Harbor Pilot

Q: "Is the pier dry?"

A: "The pier is dry, and it has nine lamps. Nobody swims there before the bell."
`;
/** Texts that would do harm if they were anything but text. */
const HOSTILE = `April 11, 2016 Special Dispatch No. 666

<script>alert(1)</script><img src=x onerror=alert(2)>: "We <b>Must</b> Sail" \u202Eturned

April 11, 2016
Harbors "><script>alert(3)</script> | Special Dispatch No. 666

In a March 28, 2016 interview with the <i>Varrin</i> Observer weekly, Maren <u>Tolk</u>, warden of javascript:alert(4), said "the pier is <s>dry</s>."[1]

The following are excerpts from the interview:[2]

Q: "<a href='javascript:alert(5)' onclick='x()'>Is it dry?</a>"

A: "The pier is </p></div><style>*{display:none}</style> [the <em>old</em> one] wet… \u2067and turned."

[1] See Special Dispatch No. 667 - <svg onload=alert(6)> – May 2, 2016.

[2], March 28, 2016.
`;

let sample: { path: string; remove: () => void };
let serving: Serving;
let hostile: { folder: string; serving: Serving };

beforeAll(async () => {
  sample = sampleArchive();
  serving = await Serving.start({ archive: sample.path });
  const folder = mkdtempSync(join(tmpdir(), "saidso-hostile-"));
  const archive = join(folder, "saidso.db");
  const add = (name: string, text: string): void => {
    writeFileSync(join(folder, name), text);
    const { code, err } = runIn(folder, ["add", name, "--archive", archive]);
    expect(code, err).toBe(0);
  };
  add("hostile.txt", HOSTILE);
  add("pier.txt", PIER);
  add("pier.txt", PIER.replace("nine", "ten"));
  add("<svg onload=x> & 'quoted' %2e%2e.txt", `Speaker: <b>Ada</b> "Quay"\n\nThe pier is dry.`);
  add("long.txt", `${"Long ".repeat(200_000)}\n\nSpeaker: Ada Quay\n\nThe pier is dry.`);
  hostile = { folder, serving: await Serving.start({ archive }) };
}, 60_000);

afterAll(async () => {
  await serving.stop();
  await hostile.serving.stop();
  sample.remove();
  rmSync(hostile.folder, { recursive: true, force: true });
});

/** Addresses of this server that a page links to, without what a browser keeps to itself. */
function linksOf(page: string, at: string): string[] {
  const found = elementsOf(page)
    .filter(({ tagName }) => tagName === "a" || tagName === "link")
    .flatMap((element) => attribute(element, "href") ?? [])
    .filter((href) => !href.startsWith("#"))
    .map((href) => {
      const { pathname, search } = new URL(href, new URL(at, "http://saidso.test"));
      return pathname + search;
    });
  return [...new Set(found)];
}

/** Of a document's links that cite a passage one is enough: they differ in its id alone. */
function withFewCited(links: ReadonlySet<string>): string[] {
  const cited = new Set<string>();
  return [...links].filter((link) => {
    const [page, passage] = link.split("&cite=");
    if (passage === undefined) return true;
    const isFirst = !cited.has(page!);
    cited.add(page!);
    return isFirst;
  });
}

async function idsOf(server: Serving): Promise<string[]> {
  const { value } = await server.json("/api/documents?limit=100");
  return value.documents.map(({ id }: { id: string }) => id);
}

async function pagesOf(server: Serving): Promise<string[]> {
  const speakers = linksOf((await server.ask("/speakers")).text, "/speakers");
  return [
    "/archive",
    "/archive?q=the",
    "/archive?q=the&voice=speaker&from=2010&language=en",
    "/archive?q=nothinglikeit",
    "/archive?from=2018-13",
    "/speakers",
    "/speakers?beginning=m",
    "/speakers/nobody",
    "/rules",
    "/documents/no-such",
    ...(await idsOf(server)).map((id) => `/documents/${encodeURIComponent(id)}`),
    ...speakers.filter((path) => path.startsWith("/speakers/")),
  ];
}

const found = (page: string, name: string): Element[] =>
  elementsOf(page).filter((one) => hasClass(one, name));

describe("the pages of an archive", () => {
  test("every link of every page is answered", async () => {
    const links = new Set<string>();
    for (const path of await pagesOf(serving)) {
      const { text, headers } = await serving.ask(path);
      expect(headers.get("content-type"), path).toMatch(/^text\/html/u);
      for (const link of linksOf(text, path)) links.add(link);
    }
    expect(links.size).toBeGreaterThan(50);
    for (const link of withFewCited(links))
      expect([link, (await serving.ask(link)).status]).toEqual([link, 200]);
  });

  test.each(["/archive", "/archive?q=the", "/archive?q=the&voice=speaker", "/archive?speaker=tolk"])(
    "%s: each facet's count is what following it leaves",
    async (path) => {
      const { text } = await serving.ask(path);
      const [facets] = found(text, "facets");
      const choices = descendants(facets!)
        .filter(({ tagName }) => tagName === "li")
        .flatMap((item) => {
          const link = descendants(item).find(({ tagName }) => tagName === "a");
          const count = descendants(item).find((one) => hasClass(one, "count"));
          return link === undefined
            ? []
            : [{ href: attribute(link, "href")!, count: Number(textOf(count!)) }];
        });
      const years = descendants(facets!).flatMap((one) => {
        const [, count] = /: (\d+) documents?$/u.exec(attribute(one, "aria-label") ?? "") ?? [];
        return count === undefined ? [] : [{ href: attribute(one, "href")!, count: Number(count) }];
      });
      expect(choices.length).toBeGreaterThan(2);
      expect(years.length).toBeGreaterThan(0);
      for (const { href, count } of [...choices, ...years]) {
        const [total] = found((await serving.ask(href)).text, "total").map(textOf);
        expect([href, Number(/(\d+) documents?/u.exec(total!)?.[1])]).toEqual([href, count]);
      }
    },
  );

  test("a passage that is found leads to itself", async () => {
    const { text } = await serving.ask("/archive?q=biscuit+tin&voice=speaker");
    const [snippet] = found(text, "snippet").map(textOf);
    expect(snippet).toContain("biscuit tin");
    const hit = descendants(found(text, "hit")[0]!).find(({ tagName }) => tagName === "a")!;
    expect(attribute(hit, "href")).toBe("/documents/special-dispatch-118?version=1#a3.1");
    const page = (await serving.ask("/documents/special-dispatch-118?version=1")).text;
    const passage = elementsOf(page).find((one) => attribute(one, "id") === "a3.1")!;
    expect(textOf(passage)).toContain("biscuit tin");
  });

  test("series and number lead to the document, with what was asked of it", async () => {
    const { status, headers } = await serving.ask("/documents/Special%20Dispatch%20No.%20118?cite=a3.1", {
      redirect: "manual",
    });
    expect([status, headers.get("location")]).toEqual([302, "/documents/special-dispatch-118?cite=a3.1"]);
  });

  test("what is not held is told, with the nearest", async () => {
    const { status, text } = await serving.ask("/documents/special-dispatch-119");
    expect(status).toBe(404);
    expect(linksOf(text, "/")).toContain("/documents/special-dispatch-118");
    expect((await serving.ask("/documents/special-dispatch-118?version=9")).status).toBe(404);
    expect((await serving.ask("/documents/special-dispatch-118?cite=zz")).status).toBe(404);
    expect((await serving.ask("/archive?to=soon")).text).toContain("soon: is no date");
  });

  test("a passage is cited as text and in Markdown, without script", async () => {
    const { text } = await serving.ask("/documents/special-dispatch-118?cite=a3.1");
    const fields = elementsOf(text).filter(({ tagName }) => tagName === "textarea");
    const cited = fields.filter((one) => attribute(one, "id")?.startsWith("cited-")).map(textOf);
    expect(cited[0]).toMatch(/^“The keys \[of four towers\] are kept in a biscuit tin.*passage a3\.1\)$/su);
    expect(cited[1]).toMatch(/^> The keys/u);
  });

  test("what a summary misquotes stands beside it, its rules linked", async () => {
    const { text } = await serving.ask("/documents/special-dispatch-118");
    const summary = elementsOf(text).find((one) => attribute(one, "id") === "s2")!;
    const statuses = descendants(summary)
      .filter((one) => hasClass(one, "finding"))
      .map((one) => attribute(one, "data-status"));
    expect(statuses).toEqual(["altered", "spliced"]);
    expect(linksOf(text, "/documents/special-dispatch-118")).toContain("/rules");
    for (const link of elementsOf(text).filter(({ tagName }) => tagName === "a")) {
      const href = attribute(link, "href")!;
      if (!href.startsWith("#")) continue;
      const target = elementsOf(text).filter(
        (one) => attribute(one, "id") === decodeURIComponent(href.slice(1)),
      );
      expect([href, target.length]).toEqual([href, 1]);
    }
  });

  test("a page that a browser has is not sent again", async () => {
    const { headers } = await serving.ask("/documents/special-dispatch-118");
    expect(headers.get("cache-control")).toBe("private, no-cache");
    const again = await serving.ask("/documents/special-dispatch-118", {
      headers: { "If-None-Match": headers.get("etag")! },
    });
    expect([again.status, again.text]).toEqual([304, ""]);
  });

  test("switches that an address holds are set", async () => {
    const { text } = await serving.ask("/documents/special-dispatch-118?spoken=1&explained=1");
    const on = elementsOf(text).filter((one) => attribute(one, "checked") !== null);
    expect(on.map((one) => attribute(one, "name"))).toEqual(["spoken", "explained"]);
  });

  test("a text from right to left is laid out so, and says its language", async () => {
    const [reading] = found((await serving.ask("/documents/hiwar-qawarib")).text, "reading");
    expect([attribute(reading!, "dir"), attribute(reading!, "lang")]).toEqual(["rtl", "ar"]);
  });

  test("a speaker has the office that each document gives, and nothing else", async () => {
    const { text } = await serving.ask("/speakers/maren%20tolk");
    expect(text).toContain("warden of the Skerry Lights Society");
    expect(text).toContain("infers nothing");
  });

  test("all samples have a page", async () => {
    expect(await idsOf(serving)).toHaveLength(samples("sources").length);
  });
});

describe("a hostile archive", () => {
  test("nothing of it stands on any page but as text, and every link is answered", async () => {
    const { serving: server } = hostile;
    const pages = [
      ...(await pagesOf(server)),
      "/archive?q=pier",
      `/archive?q=${encodeURIComponent("<script>alert(1)</script>")}&speaker=${encodeURIComponent('"><b>')}`,
      `/documents/${encodeURIComponent("<script>x</script>")}`,
      `/speakers/${encodeURIComponent("<script>x</script>")}`,
      "/documents/hostile?cite=a1.1",
      "/documents/special-dispatch-666?cite=t1",
    ];
    const links = new Set<string>();
    for (const path of pages) {
      const { text } = await server.ask(path);
      expect([path, foreignParts(text)]).toEqual([path, []]);
      expect(text, path).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/u);
      for (const link of linksOf(text, path)) links.add(link);
    }
    for (const link of withFewCited(links))
      expect([link, (await server.ask(link)).status]).toEqual([link, 200]);
  });

  test("a title of a megabyte stands whole in its text and short everywhere else", async () => {
    const { text } = await hostile.serving.ask("/documents/long");
    const [heading] = elementsOf(text).filter(({ tagName }) => tagName === "h1");
    expect(textOf(heading!).length).toBeLessThan(500);
    expect((await hostile.serving.ask("/archive")).text.length).toBeLessThan(50_000);
  });

  test("two versions stand side by side, the changed words marked", async () => {
    const { text } = await hostile.serving.ask("/documents/pier?version=1&beside=2");
    const marked = (tag: string): string[] =>
      found(text, "side")
        .flatMap(descendants)
        .filter((one) => one.tagName === tag)
        .map(textOf);
    expect([marked("del"), marked("ins")]).toEqual([["nine"], ["ten"]]);
  });
});
