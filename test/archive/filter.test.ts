import { describe, expect, test } from "vitest";
import { type Filter, passesDocument, passesVoice, type Summary } from "../../src/archive/index.ts";

const dispatch: Summary = {
  id: "special-dispatch-41",
  version: 1,
  kind: "dispatch",
  title: "The Keepers Speak",
  series: "Special Dispatch",
  number: "41",
  date: "2018-11-12",
  subject: "North Coast",
  outlet: "Harbor Courier",
  sourceDate: "2018-11-02",
  language: "ar",
  written: "en",
  speakers: [{ name: "Dr. Ilse Marrow", office: "head of the pilots" }],
  interviewer: "Tom Reed",
  words: 900,
  passages: 12,
};

describe("a document passes what it fits", () => {
  test.each<[string, Filter, boolean]>([
    ["nothing asked", {}, true],
    ["a speaker's surname", { speaker: "marrow" }, true],
    ["a speaker's names in another order", { speaker: "Marrow Ilse" }, true],
    ["a part of a word", { speaker: "Marr" }, false],
    ["the interviewer", { speaker: "Reed" }, true],
    ["the outlet in small letters", { outlet: "harbor courier" }, true],
    ["another outlet", { outlet: "Harbor Herald" }, false],
    ["the subject", { subject: "coast" }, true],
    ["the series", { series: "dispatch" }, true],
    ["a year from", { from: "2018" }, true],
    ["a later month from", { from: "2018-12" }, false],
    ["to its year, the whole of it", { to: "2018" }, true],
    ["to its month", { to: "2018-11" }, true],
    ["to the day before", { to: "2018-11-11" }, false],
    ["what it was translated from", { language: "AR" }, true],
    ["what it is written in", { language: "en" }, true],
    ["another language", { language: "fr" }, false],
    ["one thing that fits and one that does not", { outlet: "courier", from: "2020" }, false],
  ])("%s", (_, filter, passes) => expect(passesDocument(dispatch, filter)).toBe(passes));

  test("without a date no range passes", () => {
    const undated = { ...dispatch, date: null, sourceDate: null };
    expect(passesDocument(undated, { to: "2030" })).toBe(false);
    expect(passesDocument(undated, {})).toBe(true);
  });
});

describe("words pass by their voice", () => {
  const marrow = { kind: "speaker", name: "Dr. Ilse Marrow" } as const;
  test.each<[string, Filter, boolean]>([
    ["nothing asked", {}, true],
    ["his own", { speaker: "Marrow" }, true],
    ["another's", { speaker: "Reed" }, false],
    ["the kind", { voice: "speaker" }, true],
    ["another kind", { voice: "editor" }, false],
    ["the kind and the name", { voice: "speaker", speaker: "Ilse" }, true],
  ])("%s", (_, filter, passes) => expect(passesVoice(marrow, filter)).toBe(passes));

  test("with another voice asked for, the speaker only chooses the document", () => {
    expect(passesVoice({ kind: "editor", name: null }, { voice: "editor", speaker: "Marrow" })).toBe(true);
  });
});
