import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { MemoryArchive } from "../../src/archive/index.ts";
import { archiveHoldings, check, type Finding, type Report } from "../../src/check/index.ts";
import { archiveOf, archiveReport, checkedOf, entryOf, type File, file, shelfReport } from "./archived.ts";
import { rulesOf } from "./checking.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

function filesIn(folder: string, pattern = /./u): File[] {
  return readdirSync(join(root, folder))
    .filter((name) => pattern.test(name))
    .sort()
    .map((name) => ({ name, bytes: readFileSync(join(root, folder, name)) }));
}

/** Nothing has the words: a shelf then shows what comes nearest by its runs, an archive by its rare words. */
function isAbsent({ status, reason }: Finding): boolean {
  return status === "absent" || reason === "no-source" || reason === "other-language";
}

/** A report without what only an archive can say, and without the passages shown for what is absent. */
function comparable({ findings, form, ...rest }: Report): unknown {
  return {
    ...rest,
    summary: null,
    findings: findings.map((finding) => (isAbsent(finding) ? { ...finding, alternatives: [] } : finding)),
    form: form.filter(({ rule }) => rule !== "form/reference-unresolved"),
  };
}

describe("an archive says of a text what a shelf of the same sources says", () => {
  const sources = filesIn("samples/sources");

  test.each(filesIn("samples/stories").map((one) => [one.name, one] as const))("samples: %s", (_, story) => {
    expect(comparable(archiveReport(story, ...sources))).toEqual(comparable(shelfReport(story, ...sources)));
  });

  test.each(sources.map((one) => [one.name, one] as const))("samples: %s against the others", (_, source) => {
    const others = sources.filter((one) => one !== source);
    expect(comparable(archiveReport(source, ...others))).toEqual(comparable(shelfReport(source, ...others)));
  });

  const cases = readdirSync(join(root, "test/cases"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => [name, filesIn(`test/cases/${name}`, /^source/u)] as const)
    .filter(([, files]) => files.length > 0);

  test.each(cases)("case: %s", (name, files) => {
    const text = filesIn(`test/cases/${name}`, /^text\./u)[0]!;
    expect(comparable(archiveReport(text, ...files))).toEqual(comparable(shelfReport(text, ...files)));
  });
});

/** A speech by one person, long enough that two versions of it are known as such. */
const speech = (speaker: string, ...sentences: readonly string[]): string =>
  `Speaker: ${speaker}\n\n${[
    "The harbor wall was built by hand in the year of the great ice.",
    "Our grandmothers carried the stones down from the quarry in baskets of willow.",
    ...sentences,
    "We keep the old crane because the children like to watch it turn.",
    "Every boat that ties up here pays the same small fee as the next one.",
  ].join(" ")}\n`;

const OLD = "The lamp on the pier burns whale oil to this day.";
const NEW = "The lamp on the pier has burned paraffin since the war.";
const BOTH = "Nobody has ever counted the gulls.";
const first = file("wall.txt", speech("Ada Quay", OLD, BOTH));
const second = file("wall.txt", speech("Ada Quay", NEW, BOTH));
const third = file("wall.txt", speech("Ada Quay", NEW, BOTH, "The bell is new."));

function said(words: string, name = "Ada Quay"): File {
  return file("story.md", `“${words.replace(/\.$/u, ",")}” ${name} said.\n`);
}

function reportOn(archive: MemoryArchive, text: File): Report {
  return check(checkedOf(text), archiveHoldings(archive));
}

describe("of a document's versions", () => {
  const archive = archiveOf(first, second, third);
  const only = (text: File): Finding => reportOn(archive, text).findings[0]!;

  test("the archive holds three", () => {
    expect(archive.versions("wall")).toHaveLength(3);
  });

  test("the latest is preferred for words that all have", () => {
    const finding = only(said(BOTH));
    expect(finding).toMatchObject({ status: "verbatim", problems: [], alternatives: [] });
    expect(finding.match!.document).toEqual({ id: "wall", title: null, version: 3 });
  });

  test("words that only an older one has are superseded, and its number is told", () => {
    const finding = only(said(OLD));
    expect(finding.status).toBe("verbatim");
    expect(finding.match!.document.version).toBe(1);
    expect(finding.problems).toEqual([
      {
        rule: "superseded",
        severity: "warning",
        message: "Version 1 of wall has these words; version 3, the latest, does not have them so.",
        touches: [],
        quotation: null,
        source: { start: finding.match!.start, end: finding.match!.end, text: finding.match!.text },
      },
    ]);
  });

  test("an older one's changed words are both altered and superseded", () => {
    const finding = only(said(OLD.replace("whale", "seal")));
    expect(finding).toMatchObject({ status: "altered", match: { document: { version: 1 } } });
    expect(finding.problems.map(({ rule }) => rule)).toEqual(["word-changed", "superseded"]);
  });

  test.each([
    ["the older one first", [first, second], 1],
    ["the older one last, as if it had been restored", [second, first], 2],
  ])("the latest is the one that was added last: %s", (_, files, version) => {
    const held = archiveOf(...files);
    const [old, corrected] = [said(OLD), said(NEW)].map((text) => reportOn(held, text).findings[0]!);
    expect(old!.match!.document.version).toBe(version);
    expect(rulesOf(reportOn(held, said(OLD)))).toEqual(version === 1 ? ["superseded"] : []);
    expect(corrected!.match!.document.version).toBe(3 - version);
    expect(rulesOf(reportOn(held, said(NEW)))).toEqual(version === 1 ? [] : ["superseded"]);
  });

  test("the latest is looked at, though thirty others have the words", () => {
    const held = new MemoryArchive();
    for (let i = 1; i <= 30; i++)
      held.add([entryOf(file("wall.txt", speech("Ada Quay", BOTH, `The bell was cast in ${1800 + i}.`)))]);
    const { match, problems } = reportOn(held, said(BOTH)).findings[0]!;
    expect([match!.document.version, problems]).toEqual([30, []]);
  });

  test("the newest of those that have the words is named", () => {
    const held = archiveOf(
      file("wall.txt", speech("Ada Quay", OLD)),
      file("wall.txt", speech("Ada Quay", OLD, "It is dear.")),
      file("wall.txt", speech("Ada Quay", NEW)),
    );
    expect(reportOn(held, said(OLD)).findings[0]!.match!.document.version).toBe(2);
  });

  test("another document's latest version is preferred to an older one of the same voice", () => {
    const held = archiveOf(first, second, file("again.txt", speech("Ada Quay", OLD, "It smells.")));
    const { match, problems } = reportOn(held, said(OLD)).findings[0]!;
    expect([match!.document.id, problems]).toEqual(["again", []]);
  });

  test("the credited one's words in an older one are preferred to another's in a latest one", () => {
    const held = archiveOf(first, second, file("other.txt", speech("Ben Hull", OLD)));
    const { match, problems } = reportOn(held, said(OLD)).findings[0]!;
    expect(match!.voice.name).toBe("Ada Quay");
    expect(problems.map(({ rule }) => rule)).toEqual(["superseded"]);
  });
});

describe("whom the text credits", () => {
  const stock = "Thank you all for coming out on such a night.";
  const crowd = Array.from({ length: 60 }, (_, i) =>
    file(`night-${i}.txt`, speech(`Guest${"abcdefghij"[i % 10]} Number${"klmnop"[i % 6]}`, stock)),
  );

  test("his words are found among those of sixty others", () => {
    const archive = archiveOf(...crowd, file("quay.txt", speech("Ada Quay", stock)));
    const { status, match, problems } = reportOn(archive, said(stock)).findings[0]!;
    expect({ status, problems }).toEqual({ status: "verbatim", problems: [] });
    expect(match!.document.id).toBe("quay");
  });

  test("a surname that many have is looked for everywhere", () => {
    const archive = archiveOf(
      ...Array.from({ length: 90 }, (_, i) =>
        file(`talk-${i}.txt`, speech(`${String.fromCharCode(65 + (i % 26))}${"aeiou"[i % 5]}n Marl`, stock)),
      ),
    );
    const report = reportOn(archive, said(stock, "Marl"));
    expect([report.findings[0]!.status, rulesOf(report)]).toEqual(["verbatim", []]);
  });

  test("another's words are another's, however many documents he has", () => {
    const archive = archiveOf(
      file("hull.txt", speech("Ben Hull", OLD)),
      file("quay.txt", speech("Ada Quay", BOTH)),
    );
    expect(rulesOf(reportOn(archive, said(OLD)))).toEqual(["wrong-speaker"]);
  });

  test("somebody of whom nothing is held is not accused of having invented", () => {
    const { status, reason } = reportOn(
      archiveOf(first),
      said("The moon pays half of the rent here.", "Nora Finch"),
    ).findings[0]!;
    expect([status, reason]).toEqual(["undecided", "no-source"]);
  });
});

describe("what is absent", () => {
  test("is shown beside at most three passages that have its rarer words", () => {
    const archive = archiveOf(
      first,
      file("bees.txt", "Speaker: Ben Hull\n\nThe bees sleep in the old crane.\n"),
    );
    const { status, match, alternatives } = reportOn(
      archive,
      said("The paraffin crane never turns a gull away."),
    ).findings[0]!;
    expect([status, match]).toEqual(["absent", null]);
    expect(alternatives.length).toBeGreaterThan(0);
    expect(alternatives.length).toBeLessThanOrEqual(3);
    for (const { document, passage, text, parts } of alternatives) {
      expect(archive.document(document.id)!.document.passages.map(({ id }) => id)).toContain(passage);
      expect(parts.map((part) => part.text)).toEqual([text]);
    }
  });

  test("is absent from an empty archive, too", () => {
    expect(
      reportOn(new MemoryArchive(), said("The moon pays half of the rent here.")).findings[0],
    ).toMatchObject({
      status: "undecided",
      reason: "no-source",
      alternatives: [],
    });
  });
});

describe("a text that the archive holds does not prove itself", () => {
  const dispatches = filesIn("samples/sources", /^special-dispatch/u);
  const others = filesIn("samples/sources", /^(?!special-dispatch-118)/u);

  test.each(dispatches.map((one) => [one.name, one] as const))(
    "%s is reported as if it had not been added",
    (_, dispatch) => {
      const rest = others.filter(({ name }) => name !== dispatch.name);
      const without = archiveOf(...rest);
      const holding = archiveOf(rest[0]!, dispatch, ...rest.slice(1));
      expect(comparable(reportOn(holding, dispatch))).toEqual(comparable(reportOn(without, dispatch)));
    },
  );

  test("nor does its being held make an older version of it superseded", () => {
    const quoting = file("wall.txt", `${speech("Ada Quay", OLD)}\n“${OLD.slice(0, -1)},” Ada Quay said.\n`);
    const older = file("wall.txt", speech("Ada Quay", OLD, BOTH));
    const before = reportOn(archiveOf(older), quoting);
    const after = reportOn(archiveOf(older, quoting), quoting);
    expect(rulesOf(after)).not.toContain("superseded");
    expect(after).toEqual(before);
  });

  test("nor is it among the passages nearest to what is absent", () => {
    const text = said("The violet anvil sings to the seventh pilot.");
    const archive = archiveOf(first, text);
    for (const { document } of reportOn(archive, text).findings[0]!.alternatives)
      expect(document.id).toBe("wall");
  });
});

/** A dispatch of this number; its body is made of `words`. */
function dispatch(number: number, words: string, note = ""): string {
  return `April 11, 2016 Special Dispatch No. ${number}

Maren Tolk In Interview: The Tower Is Lit

April 11, 2016
Lighthouses | Special Dispatch No. ${number}

In a March 28, 2016 interview with the Varrin Observer weekly, Maren Tolk spoke about the towers.[1]

Maren Tolk (Image: Varrin Observer, March 28, 2016)

The following are excerpts from the interview:[2]

Q: "Who keeps the towers?"

A: "${words}"

[1] ${note === "" ? "The society was founded in 1988." : note}

[2] Varrin Observer, March 28, 2016.
`;
}

const TOWERS =
  "We keep nine of them, and nobody pays us. The stairs are swept on Sundays, the lenses in May. A storm took the door of the seventh, and a carpenter from the islands made another of driftwood. In winter we only look at them from the road. Whoever paints the galleries must be tied to the rail, since the gusts come round the lantern twice. Our oil is given by a mill that presses rape and linseed, and the mill is thanked each Christmas with a goose.";
const BEES =
  "The hives stand behind the chapel where the wind is broken by the yews. Each spring a girl counts the queens aloud. Honey from heather is dark and sets like butter, and the monks would trade a barrel of it for two of salt. Swarms are fetched home with a drum and a sheet. When frost threatens, straw is bound about every skep, and a candle burns under the bench until morning. Wax goes to the sexton, mead to whoever dug the well.";

describe("a dispatch beside the archive", () => {
  const formOf = (archive: MemoryArchive, text: string, name = "new.txt"): string[] =>
    reportOn(archive, file(name, text)).form.map(({ rule }) => rule);
  const held = file("one.txt", dispatch(41, TOWERS));
  const stranger = dispatch(41, BEES)
    .replace("The Tower Is Lit", "The Queens Are Counted")
    .replace("Who keeps the towers?", "What is it that hums behind the chapel wall?");

  test("whose number another document has is told so, at the header's number", () => {
    const { form } = reportOn(archiveOf(held), file("new.txt", stranger));
    expect(form).toHaveLength(1);
    expect(form[0]).toMatchObject({ rule: "form/number-taken", severity: "error", line: 1 });
    expect(form[0]!.text).toContain("41");
    expect(form[0]!.message).toBe(
      "The archive has another document of this series and number: special-dispatch-41 (“Maren Tolk In Interview: The Tower Is Lit”).",
    );
  });

  test.each([
    ["the same bytes", dispatch(41, TOWERS)],
    ["a corrected version", dispatch(41, TOWERS.replace("nine", "eight"))],
    ["another number", dispatch(42, BEES)],
  ])("%s takes no number", (_, text) => {
    expect(formOf(archiveOf(held), text)).toEqual([]);
  });

  test("a text from where the held one came is its version, however much it was changed", () => {
    const checked = checkedOf(file("one.txt", stranger));
    const holdings = archiveHoldings(archiveOf(held));
    expect(check(checked, holdings).form.map(({ rule }) => rule)).toEqual(["form/number-taken"]);
    expect(check({ ...checked, origin: "/desk/one.txt" }, holdings).form).toEqual([]);
  });

  test("references that the archive does not hold are listed, those that it holds are not", () => {
    const note = "See Special Dispatch No. 41 and Special Dispatch No. 97.";
    const text = file("new.txt", dispatch(43, BEES, note));
    const { form } = reportOn(archiveOf(held), text);
    expect(form).toHaveLength(1);
    expect(form[0]).toMatchObject({
      rule: "form/reference-unresolved",
      severity: "info",
      message: "Special Dispatch No. 97 is not in the archive.",
    });
    expect(form[0]!.text).toContain("97");
    expect(
      formOf(
        archiveOf(held, file("other.txt", dispatch(97, TOWERS.replace("nine", "ten")))),
        dispatch(43, BEES, note),
      ),
    ).toEqual([]);
  });

  test("a dispatch that refers to its own number is no stranger to itself", () => {
    const note = "This is Special Dispatch No. 44.";
    expect(formOf(archiveOf(held), dispatch(44, BEES, note))).toEqual([]);
  });

  test("a shelf says neither", () => {
    const note = "See Special Dispatch No. 97.";
    expect(shelfReport(file("new.txt", dispatch(41, BEES, note)), held).form).toEqual([]);
  });
});
