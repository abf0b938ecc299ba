import { mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { reportSchema } from "../../src/check/report.ts";
import { REPORT_FORM_NAMES, REPORT_FORMS } from "../../src/publish/index.ts";
import { CommandProcess } from "../cli/command.ts";
import { attribute, elementsOf, textOf } from "../publish/page-tree.ts";
import { formOf, problemIn, SAMPLES, Serving, sampleArchive, samples, TOKEN } from "./serving.ts";

const held = sampleArchive();
const folder = `${held.path}.results`;
const commands = new CommandProcess();
/** A server that anybody on the machine may use, and one that asks for a token. */
let open: Serving;
let closed: Serving;
/** One that anybody may read, and writes for a token. */
let listed: Serving;

beforeAll(async () => {
  listed = await Serving.start({ archive: held.path });
  open = await Serving.start({ archive: held.path, token: null, samples: join(SAMPLES, "stories") });
  closed = await Serving.start({ archive: held.path, private: true });
});
afterAll(async () => {
  commands.close();
  await open.stop();
  await closed.stop();
  await listed.stop();
  held.remove();
});

const STORIES = samples("stories");
const STORY = STORIES.find(({ name }) => name === "dark-towers.md")!;
const BROWSER = { Accept: "text/html,application/xhtml+xml,*/*;q=0.8" };

type Fields = Parameters<typeof formOf>[0];
/** As a browser sends the form: a file that was not chosen has neither name nor bytes. */
const sent = (fields: Fields): RequestInit => ({
  method: "POST",
  headers: BROWSER,
  body: formOf([...fields, ["sample", ""]]),
});
async function page(server: Serving, path: string, init: RequestInit = { headers: BROWSER }) {
  const { status, headers, text } = await server.ask(path, { redirect: "manual", ...init });
  expect(headers.get("content-type"), text).toContain("text/html");
  return { status, headers, text, elements: elementsOf(text) };
}
const hidden = (elements: ReturnType<typeof elementsOf>, name: string): string =>
  attribute(elements.find((one) => one.tagName === "input" && attribute(one, "name") === name)!, "value")!;

describe("the form", () => {
  test("says what is held, offers the samples, and shows what comes out", async () => {
    const { text, elements } = await page(open, "/");
    expect(text).toContain("11 documents");
    expect(text).toContain("does not judge truth");
    const options = elements.filter(({ tagName }) => tagName === "option").map(textOf);
    for (const { name } of STORIES) expect(options).toContain(name);
    const marks = elements.filter((one) => attribute(one, "class") === "quote");
    expect(marks.map((one) => attribute(one, "data-status"))).toEqual(["verbatim", "altered", "absent"]);
  });

  test("a server without samples offers none", async () => {
    const { elements } = await page(closed, "/", {
      headers: { ...BROWSER, Authorization: `Bearer ${TOKEN}` },
    });
    expect(elements.some((one) => attribute(one, "name") === "sample")).toBe(false);
  });

  test.each(STORIES)(
    "$name: the page marks what the command line's report finds",
    async ({ name, bytes }) => {
      const { out } = await commands.run(join(SAMPLES, "stories"), [
        "check",
        name,
        "--archive",
        held.path,
        "--format",
        "json",
      ]);
      const { findings, summary } = reportSchema.parse(JSON.parse(out));
      const { status, elements, text } = await page(open, "/check", sent([["file", { name, bytes }]]));
      expect(status).toBe(200);
      const articles = elements.filter(({ tagName }) => tagName === "article");
      expect(articles.map((one) => attribute(one, "data-status"))).toEqual(findings.map((one) => one.status));
      expect(text).toContain(`${summary.quotations} quotations in `);
      for (const href of elements
        .flatMap((one) => attribute(one, "href") ?? [])
        .filter((one) => one.startsWith("/documents/")))
        expect((await open.ask(href)).status, href).toBe(200);
    },
  );

  test("a pasted text, a sample and a file are the same text; a pasted one has the line ends that it had", async () => {
    const pasted = STORY.bytes.toString("utf8").replaceAll("\n", "\r\n");
    const ways: Fields[] = [
      [
        ["text", pasted],
        ["as", "markdown"],
      ],
      [["sample", STORY.name]],
      [["file", STORY]],
    ];
    const hashes = await Promise.all(
      ways.map(async (way) => {
        const body = formOf([...way, ["format", "json"]]);
        const { text } = await open.ask("/check", { method: "POST", body });
        return JSON.parse(text).text.sha256;
      }),
    );
    expect(new Set(hashes).size).toBe(1);
  });

  test("it is held against some documents, or against sources sent along, where that is chosen", async () => {
    const checked = async (more: Fields) =>
      JSON.parse(
        (
          await open.ask("/check", {
            method: "POST",
            body: formOf([["file", STORY], ["format", "json"], ...more]),
          })
        ).text,
      );
    const one = await checked([
      ["against", "documents"],
      ["document", "special-dispatch-118"],
    ]);
    const own = await checked([
      ["against", "sources"],
      ["source", { name: "quay.txt", bytes: "Speaker: Ada Quay\n\nNothing." }],
    ]);
    const all = await checked([["document", "special-dispatch-118"]]);
    expect(
      new Set(
        one.findings.map(
          (found: { match: { document: { id: string } } | null }) => found.match?.document.id ?? null,
        ),
      ),
    ).toEqual(new Set(["special-dispatch-118", null]));
    expect(own.summary.verbatim).toBe(0);
    expect(all.summary.verbatim).toBeGreaterThan(one.summary.verbatim);
  });

  test.each<[string, Fields, string]>([
    ["nothing", [], "There is nothing to check"],
    [
      "no document",
      [
        ["text", "“A.”"],
        ["against", "documents"],
      ],
      "none is chosen",
    ],
    [
      "no source",
      [
        ["text", "“A.”"],
        ["against", "sources"],
      ],
      "none is chosen",
    ],
    [
      "an unknown form",
      [
        ["text", "“A.”"],
        ["format", "pdf"],
      ],
      "pdf is none of",
    ],
    ["what no page sends", [["again", "AAAA"]], "is not what a result's page sends"],
    ["an unknown field", [["story", "“A.”"]], "not known here"],
  ])("%s is answered as a page that says why", async (_, fields, reason) => {
    const { status, elements } = await page(open, "/check", sent(fields));
    expect(status).toBe(400);
    const told = elements.find((one) => attribute(one, "role") === "alert")!;
    expect(textOf(told)).toContain(reason);
  });

  test("what is missing is said beside its field, and what was typed stays", async () => {
    const typed = "\nShe said “</textarea><b>deep”.\n";
    const { elements } = await page(
      open,
      "/check",
      sent([
        ["text", typed],
        ["as", "markdown"],
        ["against", "sources"],
      ]),
    );
    const told = elements.find((one) => attribute(one, "role") === "alert")!;
    const field = elements.find((one) => attribute(one, "name") === "source")!;
    expect(attribute(field, "aria-describedby")).toBe(attribute(told, "id"));
    expect(textOf(elements.find((one) => attribute(one, "name") === "text")!)).toBe(typed);
    const chosen = elements.filter((one) => attribute(one, "checked") !== undefined);
    expect(chosen.map((one) => attribute(one, "value"))).toContain("sources");
    const selected = elements.filter((one) => attribute(one, "selected") !== undefined);
    expect(selected.map((one) => attribute(one, "value"))).toContain("markdown");
    const body = formOf([["text", ""]]);
    expect(problemIn(await open.ask("/check", { method: "POST", body })).code).toBe("bad-request");
  });

  test.each([
    ["# Lamps\n\nNobody says a word.", "guess", "pasted.md"],
    ["Of them:\n\n> The harbour is deep.", "guess", "pasted.md"],
    ["See [the list](https://example.org/a).", "guess", "pasted.md"],
    ["Number #3 of a list [1] (see there), a > b.", "guess", "pasted.txt"],
    ["# Lamps", "plain", "pasted.txt"],
  ])("%j pasted as %s is read as %s", async (text, as, name) => {
    const body = formOf([
      ["text", text],
      ["as", as],
      ["format", "json"],
    ]);
    expect(JSON.parse((await open.ask("/check", { method: "POST", body })).text).text.name).toBe(name);
  });

  test("a text without a quotation says what counts as one", async () => {
    const { text } = await page(open, "/check", sent([["text", "Nobody says a word."]]));
    expect(text).toContain("No quotation was found.");
  });
});

describe("what is taken away", () => {
  test.each(
    STORIES.flatMap((story) =>
      // Every form of one text; of the others those that depend on its language and layout.
      (story === STORY ? REPORT_FORM_NAMES : (["json", "html", "markdown"] as const)).map((format) => ({
        ...story,
        format,
      })),
    ),
  )(
    "$name as $format is what the command line prints, from the form, from the result's page, and over the API",
    async ({ name, bytes, format }) => {
      const printed = await commands.run(join(SAMPLES, "stories"), [
        "check",
        name,
        "--archive",
        held.path,
        "--format",
        format,
      ]);
      const file: Fields = [["file", { name, bytes }]];
      const { elements } = await page(open, "/check", sent(file));
      const again = hidden(elements, "again");
      const asked = (fields: Fields) =>
        open.ask("/check", { method: "POST", body: formOf([...fields, ["format", format]]) });
      const [first, second, third] = await Promise.all([
        asked(file),
        asked([["again", again]]),
        open.ask(`/api/check?format=${format}`, { method: "POST", body: formOf(file) }),
      ]);
      for (const { text, status } of [first!, second!, third!]) {
        expect(status, text).toBe(200);
        expect(text).toBe(printed.out);
      }
      expect(first!.headers.get("content-type")).toBe(REPORT_FORMS[format].type);
      expect(first!.headers.get("content-disposition")).toMatch(/^attachment; filename="[\w.-]+\.report\./u);
    },
  );

  test("sources that were sent along go with it", async () => {
    const source = { name: "quay.txt", bytes: "Speaker: Ada Quay\n\nThe harbour is deep." };
    const fields: Fields = [
      ["text", "“The harbour is deep,” said Ada Quay."],
      ["against", "sources"],
      ["source", source],
    ];
    const { elements, text } = await page(open, "/check", sent(fields));
    expect(text).toContain("1 source file sent along");
    expect(elements.some((one) => attribute(one, "href")?.startsWith("/documents/"))).toBe(false);
    const body = formOf([
      ["again", hidden(elements, "again")],
      ["format", "json"],
    ]);
    const report = JSON.parse((await open.ask("/check", { method: "POST", body })).text);
    expect(report.findings[0].status).toBe("verbatim");
  });
});

/** The text between a page's `code` or link that tells an address or a key. */
async function store(server: Serving, keep: "outline" | "whole", headers: Record<string, string> = {}) {
  const body = formOf([
    ["file", STORY],
    ["keep", keep],
  ]);
  const sent = { ...BROWSER, ...headers };
  const answer = await server.ask("/results", { method: "POST", redirect: "manual", headers: sent, body });
  expect(answer.status, answer.text).toBe(303);
  const receipt = answer.headers.get("location")!;
  const Cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  const { status, text, elements } = await page(server, receipt, { headers: { ...sent, Cookie } });
  expect(status, text).toBe(200);
  const path = elements
    .flatMap((one) => attribute(one, "href") ?? [])
    .find((href) => href.startsWith("/results/"))!;
  return { path, key: hidden(elements, "key"), receipt, cookie: Cookie };
}
const deleted = (server: Serving, path: string, key: string, headers: Record<string, string> = {}) =>
  server.ask(`${path}/delete`, { method: "POST", headers, body: formOf([["key", key]]) });

describe("sharing", () => {
  test("an outline has no word of the text; the whole result has all", async () => {
    const outline = await store(open, "outline");
    const whole = await store(open, "whole");
    expect(outline.path).toMatch(/^\/results\/[0-9a-f]{32}$/u);
    const words = STORY.bytes
      .toString("utf8")
      .match(/“[^”]+”/gu)!
      .map((quoted) => quoted.slice(1, -1).slice(0, 19));
    const [short, long] = [await page(open, outline.path), await page(open, whole.path)];
    const file = readFileSync(join(folder, `${outline.path.slice(9)}.json`), "utf8");
    for (const told of words) {
      expect(short.text).not.toContain(told);
      expect(file).not.toContain(told);
      expect(long.text).toContain(told);
    }
    expect(file).not.toContain("dark-towers");
    expect(short.elements.filter(({ tagName }) => tagName === "tr").length).toBe(27);
    expect(JSON.parse((await open.ask(`${outline.path}?format=json`)).text).summary.quotations).toBe(26);
    for (const format of REPORT_FORM_NAMES) {
      const body = formOf([
        ["file", STORY],
        ["format", format],
      ]);
      const fresh = await open.ask("/check", { method: "POST", body });
      expect((await open.ask(`${whole.path}?format=${format}`)).text).toBe(fresh.text);
    }
  });

  test("a receipt that is loaded again tells the same and stores nothing; without its cookie it tells no key", async () => {
    const { path, key, receipt, cookie } = await store(open, "whole");
    const count = readdirSync(folder).length;
    const again = await page(open, receipt, { headers: { ...BROWSER, Cookie: cookie } });
    expect(hidden(again.elements, "key")).toBe(key);
    expect(readdirSync(folder).length).toBe(count);
    const other = await open.ask(receipt, { redirect: "manual", headers: BROWSER });
    expect([other.status, other.headers.get("location")]).toEqual([302, path]);
    expect(other.text).not.toContain(key);
  });

  test("is ended by the key that was told, and by no other", async () => {
    const { path, key } = await store(open, "outline");
    expect(problemIn(await deleted(open, path, "not-the-key")).code).toBe("result-key-wrong");
    expect((await open.ask(path)).status).toBe(200);
    expect((await deleted(open, path, key)).status).toBe(200);
    expect(problemIn(await open.ask(path)).code).toBe("unknown-result");
    expect(problemIn(await deleted(open, path, key)).code).toBe("unknown-result");
  });

  test("needs the token where there is one, and then no key", async () => {
    const body = formOf([
      ["file", STORY],
      ["keep", "outline"],
    ]);
    expect(problemIn(await closed.ask("/results", { method: "POST", body })).code).toBe("token-needed");
    const known = { Authorization: `Bearer ${TOKEN}` };
    const { path } = await store(closed, "whole", known);
    expect((await closed.ask(path)).status).toBe(401);
    expect((await closed.ask(path, { headers: known })).status).toBe(200);
    expect((await deleted(closed, path, "", known)).status).toBe(200);
  });

  test.each([
    ["../../etc/passwd", "unknown-result"],
    ["0".repeat(32), "unknown-result"],
  ])("nothing is read at %s", async (id, code) => {
    expect(problemIn(await open.ask(`/results/${encodeURIComponent(id)}`)).code).toBe(code);
  });

  test("a damaged file, and one of another version, are said to be that", async () => {
    const { path } = await store(open, "whole");
    const file = join(folder, `${path.slice(9)}.json`);
    const [head, body] = readFileSync(file, "utf8").split("\n");
    const told = async (text: string): Promise<string> => {
      writeFileSync(file, text);
      const problem = problemIn(await open.ask(path));
      expect(problem.code).toBe("result-unreadable");
      return problem.detail;
    };
    expect(await told("")).toContain("is damaged");
    expect(await told(`${head}\n${body!.slice(0, -40)}`)).toContain("is damaged");
    expect(await told(`${head}\n${body!.replace('"bytes":"I', '"bytes":"J')}`)).toContain("is damaged");
    expect(await told(`${head!.replace('"version":1', '"version":2')}\n${body}`)).toContain(
      "another version",
    );
    rmSync(file);
  });

  test("past 1,000 results, or 256 MB, it is refused with the reason, and nothing half-written stays", async () => {
    mkdirSync(folder, { recursive: true });
    const fill = Array.from({ length: 1000 }, (_, i) => join(folder, `filler-${i}.json`));
    const ask = () =>
      open.ask("/results", {
        method: "POST",
        body: formOf([
          ["text", "“A b c.”"],
          ["keep", "outline"],
        ]),
      });
    for (const path of fill) writeFileSync(path, "");
    const many = problemIn(await ask());
    for (const path of fill) rmSync(path);
    writeFileSync(fill[0]!, "");
    truncateSync(fill[0]!, 256 * 2 ** 20);
    const much = problemIn(await ask());
    rmSync(fill[0]!);
    expect([many.code, much.code, many.status]).toEqual(["results-full", "results-full", 507]);
    expect(many.detail).toContain("1000 results");
    expect(much.detail).toContain("256 MB");
    expect((await ask()).status).toBe(201);
    expect(readdirSync(folder).filter((name) => !/^[0-9a-f]{32}\.json$/u.test(name))).toEqual([]);
  });
});

describe("signing in", () => {
  const signIn = (fields: Fields) =>
    page(closed, "/sign-in", { method: "POST", headers: BROWSER, body: formOf(fields) });

  test("a private server asks a browser for the token on each page, and answers no less than 401", async () => {
    for (const path of ["/", "/archive", "/rules", "/documents/bees-panel", "/results/x"]) {
      const { status, elements } = await page(closed, path);
      expect(status).toBe(401);
      expect(hidden(elements, "to")).toBe(path);
    }
    expect(problemIn(await closed.ask("/")).code).toBe("token-needed");
  });

  test("the token gives a cookie that opens every page until it is given back", async () => {
    const body = formOf([
      ["token", TOKEN],
      ["to", "/archive?q=lamp"],
    ]);
    const answer = await closed.ask("/sign-in", { method: "POST", redirect: "manual", body });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/archive?q=lamp"]);
    const set = answer.headers.get("set-cookie")!;
    expect(set).toMatch(/HttpOnly/u);
    expect(set).toMatch(/SameSite=Strict/u);
    const cookie = { ...BROWSER, Cookie: set.split(";")[0]! };
    expect((await page(closed, "/", { headers: cookie })).status).toBe(200);
    expect((await page(closed, "/sign-in", { headers: cookie })).text).toContain("You are signed in");
    await closed.ask("/sign-out", { method: "POST", redirect: "manual", headers: cookie });
    expect((await page(closed, "/", { headers: cookie })).status).toBe(401);
  });

  test("pages offer to sign out to whoever is signed in, and are not taken for those of others", async () => {
    const body = formOf([["token", TOKEN]]);
    const answer = await listed.ask("/sign-in", { method: "POST", redirect: "manual", body });
    const known = { ...BROWSER, Cookie: answer.headers.get("set-cookie")!.split(";")[0]! };
    for (const path of ["/", "/archive", "/rules", "/documents/bees-panel", "/nowhere"]) {
      const [mine, theirs] = [await page(listed, path, { headers: known }), await page(listed, path)];
      expect([mine.text.includes("Sign out"), theirs.text.includes("Sign out")], path).toEqual([true, false]);
      expect(mine.text).not.toContain("Sign in</a>");
      const tag = theirs.headers.get("etag");
      if (tag !== null) expect(mine.headers.get("etag")).not.toBe(tag);
    }
  });

  test("the token given beside a result stores it and signs in; a wrong one, or none, does not", async () => {
    const stored = (token: string) =>
      listed.ask("/results", {
        method: "POST",
        redirect: "manual",
        headers: BROWSER,
        body: formOf([
          ["file", STORY],
          ["keep", "outline"],
          ["token", token],
        ]),
      });
    expect((await stored("")).status).toBe(401);
    expect((await stored(`${TOKEN}x`)).status).toBe(403);
    const answer = await stored(TOKEN);
    expect(answer.status).toBe(303);
    expect(answer.headers.getSetCookie().some((one) => one.startsWith("saidso="))).toBe(true);
  });

  test("a wrong token is said to be wrong", async () => {
    const { status, elements } = await signIn([
      ["token", `${TOKEN}x`],
      ["to", "/"],
    ]);
    expect(status).toBe(403);
    expect(textOf(elements.find((one) => attribute(one, "role") === "alert")!)).toContain("not the server");
  });

  test.each([
    "//elsewhere.example/",
    "/\\elsewhere.example",
    "https://elsewhere.example/",
    "javascript:alert(1)",
    "/a\nb",
  ])("it never leads to %j", async (to) => {
    const body = formOf([
      ["token", TOKEN],
      ["to", to],
    ]);
    const { headers } = await closed.ask("/sign-in", { method: "POST", redirect: "manual", body });
    expect(headers.get("location")).toBe("/");
  });

  test("a server without a token has nothing to sign in to", async () => {
    expect((await page(open, "/sign-in")).text).toContain("Nothing to sign in to");
  });
});

test("an address that is nowhere is a page to a browser and a problem to a program", async () => {
  const { status, text } = await page(open, "/nowhere/<b>");
  expect(status).toBe(404);
  expect(text).not.toContain("<b>");
  expect(problemIn(await open.ask("/nowhere")).code).toBe("not-found");
});
