import { describe, expect, test } from "vitest";
import { marks, outline, read, readAsMarkdown, turns } from "./reading.ts";

describe("a speech", () => {
  test.each([
    ["President: Ada Finch", "Ada Finch", "President"],
    ["Speaker: Ada Finch", "Ada Finch", null],
    ["Speaker: Dr. Ada Finch, warden of the orchard", "Ada Finch", "warden of the orchard"],
    ["By Ada Finch", "Ada Finch", null],
    ["Remarks by Ada Finch", "Ada Finch", null],
    ["Director: Ada Finch", "Ada Finch", "Director"],
    ["**Speaker:** Ada Finch", "Ada Finch", null],
    ["Title: On Pears\nSpeaker: Ada Finch\nDate: 7 May 2021", "Ada Finch", null],
  ])("headed %j is one turn of its speaker", (header, name, office) => {
    const document = read(`${header}\n\nThe pears are ripe.\n\nWe shall pick them.`);
    expect(document).toMatchObject({ kind: "speech", speakers: [{ name, office }] });
    expect(turns(document)).toEqual([`speaker ${name}: The pears are ripe. / We shall pick them.`]);
    expect(document.passages.filter(({ turn }) => turn === 1).map(({ id }) => id)).toEqual(["p1", "p2"]);
  });

  test("reads the header's title and date", () => {
    expect(read("Title: On Pears\nSpeaker: Ada Finch\nDate: 7 May 2021\n\nThey are ripe.")).toMatchObject({
      title: "On Pears",
      date: "2021-05-07",
    });
  });

  test.each([
    [
      "a named third party",
      'The old gardener wrote to me that "a pear is a patient apple," and left.',
      ['The old gardener: "a pear is a patient apple,"'],
    ],
    [
      "no one",
      'There is a saying here, "a pear is a patient apple," that I like.',
      ['"a pear is a patient apple,"'],
    ],
    ["the speaker", 'I told them, "a pear is a patient apple," and left.', []],
    ["a term", 'We call it "the long row" here.', []],
  ])("quotes %s", (_, sentence, quoted) => {
    expect(marks(read(`Speaker: Ada Finch\n\n${sentence}`), "quoted")).toEqual(quoted);
  });

  test("may quote over several paragraphs that re-open the mark", () => {
    const document = read(
      'Speaker: Ada Finch\n\nMy aunt wrote: "The pears came early this year.\n\n"We ate them in June."\n\nSo she wrote.',
    );
    expect(marks(document, "quoted")).toHaveLength(2);
    expect(marks(document, "quoted")[1]).toContain('"We ate them in June."');
  });
});

describe("an article", () => {
  test.each([
    ["title and byline", "Pears Of Orlo\n\nBy Ada Finch\n\nMay 7, 2021\n\n", "Ada Finch", "2021-05-07", null],
    ["outlet and date", "Pears Of Orlo\n\nQuay Gazette, May 7, 2021\n\n", null, "2021-05-07", "Quay Gazette"],
    ["a dateline", "Pears Of Orlo\n\nORLO, May 7, 2021 — The mayor slept. ", null, "2021-05-07", null],
    ["a byline in capitals", "Pears Of Orlo\n\nBY ADA FINCH\n\n", "Ada Finch", null, null],
  ])("is told by %s", (_, head, author, date, outlet) => {
    const document = read(`${head}The pears are ripe.\n\n"We shall pick them," said Greta Elm.`);
    expect(document).toMatchObject({ kind: "article", title: "Pears Of Orlo", date, outlet });
    expect(document.turns.map(({ voice }) => voice)).toEqual([{ kind: "speaker", name: author }]);
    expect(marks(document, "quoted")).toEqual(['Greta Elm: "We shall pick them,"']);
  });

  test("is told by what its format says", () => {
    const document = readAsMarkdown(
      "---\ntitle: Pears Of Orlo\nauthor: Ada Finch\n---\n\n# Pears Of Orlo\n\nThe pears are ripe.\n\n## In the hall\n\nThey were eaten.",
    );
    expect(document).toMatchObject({ kind: "article", speakers: [{ name: "Ada Finch" }] });
    expect(outline(document)).toContain("h1 editor In the hall");
  });
});

describe("a block quotation in an article", () => {
  const head =
    "---\nauthor: Ada Finch\n---\n\n# Pears Of Orlo\n\nThe pears are ripe, and all of the council met on Monday.\n\n";
  test.each<[string, string, string[]]>([
    [
      "is theirs whom the line before it names",
      "Greta Elm wrote to the council:\n\n> We shall pick them in June.\n>\n> All of us will come.",
      ["Greta Elm: We shall pick them in June.", "Greta Elm: All of us will come."],
    ],
    [
      "is theirs whom its last line names",
      "> The lamps must burn all night.\n>\n> — Dora Finn",
      ["Dora Finn: The lamps must burn all night."],
    ],
    [
      "may stand between marks",
      "Greta Elm wrote to the council:\n\n> “We shall pick them in June.”",
      ["Greta Elm: “We shall pick them in June.”"],
    ],
    [
      "is one mark, whatever it quotes itself",
      "Greta Elm wrote to the council:\n\n> My aunt said, “We ate them in June,” and left.",
      ["Greta Elm: My aunt said, “We ate them in June,” and left."],
    ],
    ["is somebody's where nobody is named", "> We shall pick them in June.", ["We shall pick them in June."]],
    ["is the writer's own where he says so", "As I wrote in May:\n\n> We shall pick them in June.", []],
    ["is a way of setting a page where most of it is one", `> ${"The pears fell early. ".repeat(20)}`, []],
  ])("%s", (_, words, quoted) => {
    expect(marks(readAsMarkdown(head + words), "quoted")).toEqual(quoted);
  });
});

describe("a plain text", () => {
  test.each([
    ["The pears are ripe.\n\nWe shall pick them tomorrow."],
    [""],
    ["   \n\n "],
    ["Shopping: pears, plums"],
  ])("%j has a voice that is not known", (text) => {
    const document = read(text, "/some/Where Pears Grow.txt");
    expect(document).toMatchObject({
      id: "where-pears-grow",
      kind: "plain",
      title: null,
      date: null,
      speakers: [],
    });
    for (const { voice } of document.passages) expect(voice).toEqual({ kind: "unknown", name: null });
  });

  test.each([
    ["a.txt", "a"],
    ["C:\\texts\\Été à Orlo.md", "été-à-orlo"],
    [".txt", "txt"],
    ["", "document"],
  ])("named %j has the id %j", (name, id) => {
    expect(read("Pears.", name).id).toBe(id);
  });
});
