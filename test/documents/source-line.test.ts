import { describe, expect, test } from "vitest";
import { furnitureOf } from "../../src/documents/report-furniture.ts";
import { peopleOf } from "../../src/documents/report-remark.ts";
import { readSourceLine } from "../../src/documents/source-line.ts";

describe("a source line tells outlet, language and date", () => {
  const rows: [line: string, outlet: string | null, language: string | null, date: string | null][] = [
    ["Source: Leafpress, Low Tessim, in Arabic 0915 gmt 14 Nov 18", "Leafpress", "ar", "2018-11-14"],
    [
      "Source: The Morning Leaf website, Low Tessim, in Danish 14 Nov 08",
      "The Morning Leaf",
      "da",
      "2008-11-14",
    ],
    ["SOURCE: LEAFPRESS, LOW TESSIM, IN ARABIC 14 NOV 18", "LEAFPRESS", "ar", "2018-11-14"],
    [
      "Source: Harbour TV, Low Tessim, in Portuguese and Danish 1900 gmt 3 Mar 09",
      "Harbour TV",
      "pt",
      "2009-03-03",
    ],
    ["Source: Leafpress, Low Tessim, 14 November 2018", "Leafpress", null, "2018-11-14"],
    ["Source: Leafpress", "Leafpress", null, null],
    ["[Source: Leafpress, Low Tessim, in Arabic 14 Nov 18]", "Leafpress", "ar", "2018-11-14"],
    ["Low Tessim HARBOUR GAZETTE in Arabic 2 Mar 94 p 5", "HARBOUR GAZETTE", "ar", "1994-03-02"],
    [
      "94AF0123A Low Tessim HARBOUR GAZETTE in Arabic 2 Mar 94 pp 5, 7-8",
      "HARBOUR GAZETTE",
      "ar",
      "1994-03-02",
    ],
    [
      "PA0303152094 Low Tessim Harbour Radio in Spanish\n1200 GMT 3 Mar 94",
      "Low Tessim Harbour Radio",
      "es",
      "1994-03-03",
    ],
    ["(17) Low Tessim Harbour Radio in Spanish 3-4 Mar 94", "Low Tessim Harbour Radio", "es", "1994-03-03"],
    ["Low Tessim Harbour Radio in Spanish 1200 GMT 31 Feb 94", null, null, null],
    ["The pears came in Spanish 2 Mar 94 boxes", null, null, null],
    ["The harbour was built in stone 2 May 1894", null, null, null],
    ["Source: none", "none", null, null],
    ["Source:", null, null, null],
  ];
  test.each(rows)("%j", (line, outlet, language, date) => {
    const read = readSourceLine(line);
    expect([read?.outlet ?? null, read?.language ?? null, read?.date ?? null]).toEqual([
      outlet,
      language,
      date,
    ]);
  });
});

describe("a line that is no part of what is reported is told", () => {
  const rows: [line: string, kind: string | null][] = [
    ["17", "page"],
    ["- 17 -", "page"],
    ["Page 3 of 12", "page"],
    ["1,700", null],
    ["1.", null],
    ["/2211/", "code"],
    ["//4407//", "code"],
    ["NNNN", "code"],
    ["BT", "code"],
    ["UNCLASSIFIED", "code"],
    ["FOR OFFICIAL USE ONLY", "code"],
    ["Desk Mon TE1 TEPol 141118 nb/kt", "code"],
    ["TSM-NEA-94-042", "number"],
    ["TSM-94-042", "number"],
    ["3 March 1994", "date"],
    ["19940303", "date"],
    ["Source: Leafpress, Low Tessim, in Arabic 14 Nov 18", "source"],
    ["We met on 3 March 1994", null],
    ["The crew was 141118 strong", null],
    ["Bread", null],
    ["NOW WE REST", null],
  ];
  test.each(rows)("%j", (line, kind) => {
    expect(furnitureOf(line)).toBe(kind);
  });
});

describe("an editor's remark names people", () => {
  const rows: [remark: string, asked: string[], asking: string[], speaking: string[]][] = [
    [
      '"Excerpt" of interview with ferry master Ilse Marrow by unidentified reporters; place and date not given',
      ["Ilse Marrow"],
      [],
      [],
    ],
    [
      "Interview with Ilse Marrow by correspondent Jon Pike in Low Tessim on 2 March -- recorded",
      ["Ilse Marrow"],
      ["Jon Pike"],
      [],
    ],
    [
      "Interview with Dr. Oren Vale and Lena Moss, by Jon Pike; date not given",
      ["Oren Vale", "Lena Moss"],
      ["Jon Pike"],
      [],
    ],
    ["INTERVIEW WITH FERRY MASTER ILSE MARROW BY AN UNIDENTIFIED REPORTER", ["Ilse Marrow"], [], []],
    ["Interview with the town's clockmaker by reporters", [], [], []],
    ['"Text" of speech by ferry master Ilse Marrow at the pier on 2 March', [], [], ["Ilse Marrow"]],
    ["Report by Harbour Radio", [], [], []],
  ];
  test.each(rows)("%s", (remark, asked, asking, speaking) => {
    expect(peopleOf(remark)).toEqual({ asked, asking, speaking });
  });
});
