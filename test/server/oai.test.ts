import * as fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { MemoryArchive } from "../../src/archive/index.ts";
import { oaiAnswer } from "../../src/server/oai/oai-answer.ts";
import { dispatch, entry } from "../contract/entries.ts";
import { Serving, sampleArchive, TOKEN } from "./serving.ts";
import { schemaFault } from "./xml-schema.ts";

const NOW = Date.parse("2026-04-01T12:00:00Z");

/** A dispatch of a number that came at its own second. */
function came(number: number, options: Parameters<typeof dispatch>[1] = {}) {
  const added = new Date(Date.parse("2026-03-01T08:00:00Z") + number * 1000).toISOString();
  return { ...entry(`${number}.txt`, dispatch(number, options)), added };
}

/** As many dispatches as three answers of records hold. */
function filled(): MemoryArchive {
  const archive = new MemoryArchive();
  archive.add(
    Array.from({ length: 120 }, (_, i) => came(i + 1, i % 2 === 0 ? {} : { series: "Special Report" })),
  );
  return archive;
}
const FILLED = filled();

type Given = Readonly<Record<string, string>> | readonly (readonly [string, string])[];

/** An answer. */
function ask(given: Given, archive = FILLED, now = NOW, email: string | null = null): string {
  const sent = Array.isArray(given) ? given : Object.entries(given);
  const xml = oaiAnswer(
    { sent, base: "http://desk.example/", host: "desk.example", email, now },
    { archive },
  );
  answers.push(xml);
  return xml;
}

/** Answers of the test that runs; each must be as the schema has it. */
const answers: string[] = [];
afterEach(() => {
  expect(schemaFault("oai-pmh", ...answers.splice(0))).toBe("");
});

function texts(xml: string, name: string): string[] {
  return Array.from(
    xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`, "gu")),
    ([, text]) => text!,
  );
}

function fault(xml: string): string | null {
  return /<error code="(\w+)">/u.exec(xml)?.[1] ?? null;
}

const LIST = { verb: "ListRecords", metadataPrefix: "oai_dc" };
const ID = "oai:desk.example:special-dispatch-1";

describe("a harvester is answered", () => {
  test("who the archive is, since when it has documents, and whom to write to", () => {
    const xml = ask({ verb: "Identify" }, FILLED, NOW, "desk@example.org");
    expect(texts(xml, "earliestDatestamp")).toEqual(["2026-03-01T08:00:01Z"]);
    expect(texts(xml, "baseURL")).toEqual(["http://desk.example/oai"]);
    expect(texts(xml, "adminEmail")).toEqual(["desk@example.org"]);
    expect(texts(xml, "deletedRecord")).toEqual(["no"]);
    ask({ verb: "Identify" }, new MemoryArchive());
  });

  test("in which formats records are, of all and of one", () => {
    expect(texts(ask({ verb: "ListMetadataFormats" }), "metadataPrefix")).toContain("oai_dc");
    expect(texts(ask({ verb: "ListMetadataFormats", identifier: ID }), "metadataPrefix")).toContain("oai_dc");
  });

  test("which sets there are; each record tells those that it is in, and each set has them", () => {
    const specs = texts(ask({ verb: "ListSets" }), "setSpec");
    expect(specs).toEqual(["series.dispatch_special", "series.report_special", "subject.harbours"]);
    const own = texts(ask({ verb: "GetRecord", identifier: ID, metadataPrefix: "oai_dc" }), "setSpec");
    expect(own).toEqual(["series.dispatch_special", "subject.harbours"]);
    const reports = ask({ ...LIST, verb: "ListIdentifiers", set: "series.report_special" });
    expect(texts(reports, "identifier")).toHaveLength(60);
    expect(new Set(texts(reports, "identifier").map((id) => id.includes("report")))).toEqual(new Set([true]));
  });

  test("a record in Dublin Core", () => {
    const xml = ask({ verb: "GetRecord", identifier: ID, metadataPrefix: "oai_dc" });
    expect(texts(xml, "dc:title")).toEqual(["The Harbour Of 1 Is Dredged"]);
    expect(texts(xml, "dc:creator")).toEqual(["Ilse Marrow"]);
    expect(texts(xml, "dc:date")).toEqual(["2019-03-02"]);
    expect(texts(xml, "dc:identifier")).toContain("http://desk.example/documents/special-dispatch-1");
    expect(texts(xml, "datestamp")).toEqual(["2026-03-01T08:00:01Z"]);
  });
});

/** The identifiers of a whole list, and how many answers it took. */
function harvested(verb: string, archive: MemoryArchive, between: () => void = () => {}): [string[], number] {
  const told: string[] = [];
  let given: Given = { ...LIST, verb };
  for (let answers = 1; ; answers++) {
    const xml = ask(given, archive);
    told.push(...texts(xml, "identifier"));
    const token = texts(xml, "resumptionToken")[0] ?? "";
    if (token === "") return [told, answers];
    between();
    given = { verb, resumptionToken: token };
  }
}

describe("a list goes on by its token", () => {
  test("to its end, each document once, oldest first, and tells how long it is", () => {
    const [records, answers] = harvested("ListRecords", FILLED);
    expect(answers).toBe(3);
    expect(new Set(records).size).toBe(120);
    expect(harvested("ListIdentifiers", FILLED)).toEqual([records, 1]);
    const first = ask(LIST);
    expect(first).toMatch(
      /<resumptionToken expirationDate="2026-04-02T12:00:00Z" completeListSize="120" cursor="0">/u,
    );
    const second = ask({ verb: "ListRecords", resumptionToken: texts(first, "resumptionToken")[0]! });
    expect(second).toContain('completeListSize="120" cursor="50"');
    const last = ask({ verb: "ListRecords", resumptionToken: texts(second, "resumptionToken")[0]! });
    expect(last).toContain('<resumptionToken completeListSize="120" cursor="100"/>');
  });

  test("of TEI, in whose answers no id stands twice", () => {
    const archive = new MemoryArchive();
    archive.add([came(1), came(2), came(3)]);
    let given: Given = { verb: "ListRecords", metadataPrefix: "tei" };
    const told: string[] = [];
    for (let token: string | undefined = "begun"; token !== undefined && token !== ""; ) {
      const xml = ask(given, archive);
      const ids = Array.from(xml.matchAll(/ xml:id="([^"]+)"/gu), ([, id]) => id);
      expect(ids.length).toBeGreaterThan(0);
      expect(new Set(ids).size).toBe(ids.length);
      told.push(...texts(xml, "identifier"));
      token = texts(xml, "resumptionToken")[0];
      given = { verb: "ListRecords", resumptionToken: token ?? "" };
    }
    expect(told).toEqual([1, 2, 3].map((n) => `oai:desk.example:special-dispatch-${n}`));
  });

  test("though documents come and go meanwhile: none that stays is missed or told twice", () => {
    const archive = filled();
    const before = harvested("ListRecords", archive)[0];
    let next = 200;
    const [told] = harvested("ListRecords", archive, () => {
      archive.remove(`special-dispatch-${next === 200 ? 1 : 3}`);
      archive.add([came(next++)]);
    });
    expect(new Set(told).size).toBe(told.length);
    for (const id of before) expect(told).toContain(id);
    expect(told.slice(-2)).toEqual([
      "oai:desk.example:special-dispatch-200",
      "oai:desk.example:special-dispatch-201",
    ]);
  });

  test.each([
    ["one that is none", { verb: "ListRecords", resumptionToken: "moon" }],
    ["an empty one", { verb: "ListRecords", resumptionToken: "" }],
    [
      "one of other parts",
      { verb: "ListRecords", resumptionToken: Buffer.from('[1,"ListRecords"]').toString("base64url") },
    ],
    ["one for sets", { verb: "ListSets", resumptionToken: "moon" }],
  ])("%s is a bad token", (_of, given) => {
    expect(fault(ask(given))).toBe("badResumptionToken");
  });

  test("of its own verb, and for a day", () => {
    const [token] = texts(ask(LIST), "resumptionToken");
    expect(fault(ask({ verb: "ListIdentifiers", resumptionToken: token! }))).toBe("badResumptionToken");
    const given = { verb: "ListRecords", resumptionToken: token! };
    expect(fault(ask(given, FILLED, NOW + 23 * 3_600_000))).toBeNull();
    expect(fault(ask(given, FILLED, NOW + 25 * 3_600_000))).toBe("badResumptionToken");
  });
});

describe("a list is of a time", () => {
  test.each([
    ["a day", { from: "2026-03-01", until: "2026-03-01" }, 120],
    ["seconds, both ends in it", { from: "2026-03-01T08:00:02Z", until: "2026-03-01T08:00:05Z" }, 4],
    ["from a second on", { from: "2026-03-01T08:02:00Z" }, 1],
    ["up to a second", { until: "2026-03-01T08:00:02Z" }, 2],
  ])("%s", (_of, range, count) => {
    expect(texts(ask({ ...LIST, verb: "ListIdentifiers", ...range }), "identifier")).toHaveLength(count);
  });
});

describe("what is wrong is told by the protocol's code", () => {
  test.each<[string, string, Given]>([
    ["no verb", "badVerb", {}],
    ["a verb that is none", "badVerb", { verb: "listRecords" }],
    [
      "two verbs",
      "badVerb",
      [
        ["verb", "Identify"],
        ["verb", "Identify"],
      ],
    ],
    ["an argument that the verb does not take", "badArgument", { verb: "Identify", set: "x" }],
    [
      "an argument given twice",
      "badArgument",
      [...Object.entries(LIST), ["from", "2026-01-01"], ["from", "2026-01-01"]],
    ],
    ["no metadataPrefix", "badArgument", { verb: "ListRecords" }],
    ["no identifier", "badArgument", { verb: "GetRecord", metadataPrefix: "oai_dc" }],
    ["a token with another argument", "badArgument", { ...LIST, resumptionToken: "moon" }],
    ["a date that is none", "badArgument", { ...LIST, from: "2026-02-30" }],
    ["a time with a fraction", "badArgument", { ...LIST, from: "2026-02-03T10:00:00.5Z" }],
    ["a day and a second", "badArgument", { ...LIST, from: "2026-02-03", until: "2026-02-04T10:00:00Z" }],
    ["an end before its beginning", "badArgument", { ...LIST, from: "2026-02-05", until: "2026-02-04" }],
    ["a set's name that is none", "badArgument", { ...LIST, set: "a b" }],
    ["a format that is none", "cannotDisseminateFormat", { ...LIST, metadataPrefix: "marc 21" }],
    [
      "a format that is none, of one",
      "cannotDisseminateFormat",
      { verb: "GetRecord", identifier: ID, metadataPrefix: "x" },
    ],
    [
      "an identifier that is not held",
      "idDoesNotExist",
      { verb: "GetRecord", identifier: `${ID}99`, metadataPrefix: "oai_dc" },
    ],
    [
      "one of another host",
      "idDoesNotExist",
      { verb: "ListMetadataFormats", identifier: "oai:moon:special-dispatch-1" },
    ],
    [
      "one that is no identifier",
      "idDoesNotExist",
      { verb: "ListMetadataFormats", identifier: "oai:desk.example:%zz <" },
    ],
    ["a time without documents", "noRecordsMatch", { ...LIST, from: "2027-01-01" }],
    ["a set without documents", "noRecordsMatch", { ...LIST, set: "series.moon" }],
  ])("%s: %s", (_of, code, given) => {
    const xml = ask(given);
    expect(fault(xml)).toBe(code);
    if (code.startsWith("bad")) expect(xml).toMatch(/<request(?: verb="\w+" resumptionToken="[^"]*")?>/u);
  });

  test("an archive without series and subjects has no sets, and one without documents no records", () => {
    const plain = new MemoryArchive();
    expect(fault(ask(LIST, plain))).toBe("noRecordsMatch");
    plain.add([entry("pier.txt", "The pier is dry.")]);
    expect(fault(ask({ verb: "ListSets" }, plain))).toBe("noSetHierarchy");
    expect(fault(ask({ ...LIST, set: "series.moon" }, plain))).toBe("noSetHierarchy");
    expect(fault(ask(LIST, plain))).toBeNull();
  });
});

describe("hostile documents and requests", () => {
  test("a document of any title, names and series is a record, in sets that list it", () => {
    const text = fc.oneof(
      fc.constantFrom("]]>", "<a>", "\u0000", "\u202e", "Ärger & Not", "港湾 日報", "a_b~c"),
      fc.string({ unit: "binary" }),
    );
    fc.assert(
      fc.property(text, text, text, (title, name, series) => {
        const archive = new MemoryArchive();
        const one = entry("pïer & <x>.txt", "The pier is dry.");
        const document = {
          ...one.document,
          title,
          series,
          subject: name,
          speakers: [{ name, office: null }],
          interviewer: name,
        };
        archive.add([{ ...one, document: { ...document, id: "pïer <&>" } }]);
        const [identifier] = texts(ask(LIST, archive), "identifier");
        const record = ask({ verb: "GetRecord", identifier: identifier!, metadataPrefix: "oai_dc" }, archive);
        expect(fault(record)).toBeNull();
        for (const set of texts(record, "setSpec"))
          expect(texts(ask({ ...LIST, verb: "ListIdentifiers", set }, archive), "identifier")).toEqual([
            identifier,
          ]);
      }),
      { numRuns: 25, examples: [["]]>", "]]>", "⑴"]] },
    );
  });

  test("any arguments are answered as the schema has it", () => {
    const name = fc.constantFrom(
      "verb",
      "identifier",
      "metadataPrefix",
      "from",
      "until",
      "set",
      "resumptionToken",
      "x",
    );
    const value = fc.oneof(
      fc.constantFrom(
        "ListRecords",
        "GetRecord",
        "ListSets",
        "ListMetadataFormats",
        "oai_dc",
        ID,
        "2026-03-01",
        "series.x",
        "W10",
      ),
      fc.string({ unit: "binary" }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value), { maxLength: 4 }), (given) => {
        ask(given);
      }),
      { numRuns: 40 },
    );
  });
});

describe("the server", () => {
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

  test("answers harvesters by both methods, with the same", async () => {
    const query = "verb=ListIdentifiers&metadataPrefix=oai_dc";
    const got = await server.ask(`/oai?${query}`);
    expect(got.headers.get("content-type")).toBe("text/xml; charset=utf-8");
    expect(schemaFault("oai-pmh", got.text)).toBe("");
    expect(texts(got.text, "identifier")).toHaveLength(11);
    const headers = { "Content-Type": "application/x-www-form-urlencoded" };
    const posted = await server.ask("/oai", { method: "POST", headers, body: query });
    const body = (xml: string): string => xml.slice(xml.indexOf("<ListIdentifiers>"));
    expect(body(posted.text)).toBe(body(got.text));
  });

  test("refuses another body, another method, and on a private server whoever has no token", async () => {
    const sent = { method: "POST", headers: { "Content-Type": "application/json" }, body: "{}" };
    expect((await server.problem("/oai", sent)).code).toBe("wrong-type");
    expect((await server.problem("/oai", { method: "DELETE" })).code).toBe("wrong-method");
    expect((await closed.problem("/oai?verb=Identify")).code).toBe("token-needed");
    const headers = { Authorization: `Bearer ${TOKEN}` };
    expect((await closed.ask("/oai?verb=Identify", { headers })).status).toBe(200);
  });

  test("gives a document out as a file of each format, and its page links them", async () => {
    const page = (await server.ask("/documents/special-dispatch-118")).text;
    for (const [format, type] of [
      ["markdown", "text/markdown; charset=utf-8"],
      ["html", "text/html; charset=utf-8"],
      ["text", "text/plain; charset=utf-8"],
      ["bibtex", "application/x-bibtex; charset=utf-8"],
      ["ris", "application/x-research-info-systems; charset=utf-8"],
      ["csl", "application/vnd.citationstyles.csl+json"],
    ]) {
      const path = `/api/documents/special-dispatch-118?version=1&format=${format}`;
      const { status, headers, text } = await server.ask(path);
      expect([status, headers.get("content-type")]).toEqual([200, type]);
      expect(headers.get("content-disposition")).toContain(
        "attachment; filename*=UTF-8''special-dispatch-118.",
      );
      expect(text).toContain("Maren Tolk, Warden");
      expect(page).toContain(`href="${path.replaceAll("&", "&amp;")}"`);
    }
    expect((await server.problem("/api/documents/special-dispatch-118?format=moon")).code).toBe(
      "bad-request",
    );
    expect((await server.problem("/api/documents/special-dispatch-118?format=text&voice=speaker")).code).toBe(
      "bad-request",
    );
    expect((await server.problem("/api/documents/moon?format=text")).code).toBe("unknown-document");
  });
});
