import fc from "fast-check";
import { expect, test } from "vitest";
import { chains } from "../../src/core/chain.ts";
import { differences } from "../../src/core/edits.ts";
import { type Prepared, prepare, type Source, type Verdict, verify } from "../../src/core/index.ts";
import { type Placement, place } from "../../src/core/placement.ts";
import { readQuoted } from "../../src/core/quoted.ts";
import { anchors } from "../../src/core/seed.ts";
import { Flag } from "../../src/core/tokens.ts";
import { departed, departures, sources } from "./prose.ts";

const share = fc.double({ min: 0, max: 0.999, noNaN: true });

/** First and last place of an excerpt inside one turn, holding at least one word that nobody supplied. */
function excerptOf(prepared: Prepared, from: number, length: number): [number, number] | null {
  const { tokens, segments } = prepared;
  if (tokens.count === 0) return null;
  const first = Math.floor(from * tokens.count);
  const turn = segments[tokens.stretch[first]!]!.turn;
  let last = first;
  while (
    last + 1 < tokens.count &&
    segments[tokens.stretch[last + 1]!]!.turn === turn &&
    last - first < length
  )
    last++;
  const spoken = Array.from({ length: last - first + 1 }, (_, k) => tokens.flags[first + k]! & Flag.supplied);
  return spoken.some((flag) => flag === 0) ? [first, last] : null;
}

function sliceOf(prepared: Prepared, source: Source, [first, last]: readonly [number, number]): string {
  return source.text.slice(prepared.tokens.start[first], prepared.tokens.end[last]);
}

test("an unchanged excerpt of any source is verbatim", () => {
  fc.assert(
    fc.property(sources, share, fc.nat(40), (source, from, length) => {
      const prepared = prepare(source);
      const excerpt = excerptOf(prepared, from, length);
      fc.pre(excerpt !== null);
      const verdict = verify(sliceOf(prepared, source, excerpt), prepared, { credited: true });
      expect(verdict.status).toBe("verbatim");
    }),
    { seed: 41, numRuns: 700 },
  );
});

test("an excerpt with one word replaced by another is neither verbatim nor marked", () => {
  fc.assert(
    fc.property(sources, share, fc.integer({ min: 1, max: 40 }), share, (source, from, length, at) => {
      const prepared = prepare(source);
      const excerpt = excerptOf(prepared, from, length);
      fc.pre(excerpt !== null);
      const [first, last] = excerpt;
      const changed = first + Math.floor(at * (last - first + 1));
      const { tokens } = prepared;
      const quotation = `${source.text.slice(tokens.start[first], tokens.start[changed])}quagga${source.text.slice(tokens.end[changed], tokens.end[last])}`;
      const inBrackets = (tokens.flags[changed]! & Flag.supplied) !== 0;
      const { status } = verify(quotation, prepared, { credited: true });
      expect(inBrackets ? ["verbatim"] : ["verbatim", "marked"]).not.toContain(status);
    }),
    { seed: 42, numRuns: 700 },
  );
});

/** The words nobody supplied, cut where a turn or an omission parts them: what may be quoted in one piece. */
function spokenRuns({ tokens, vocabulary, segments }: Prepared): string[] {
  const runs: string[][] = [[]];
  let turn: number | null = -1;
  for (let place = 0; place < tokens.count; place++) {
    const own = segments[tokens.stretch[place]!]!.turn;
    if (own !== turn || (tokens.flags[place]! & Flag.omissionBefore) !== 0) runs.push([]);
    turn = own;
    if ((tokens.flags[place]! & Flag.supplied) === 0)
      runs[runs.length - 1]!.push(vocabulary.word(tokens.word[place]!));
  }
  return runs.map((run) => ` ${run.join(" ")} `);
}

test("words without marks are verbatim exactly where a naive reader finds them in one piece", () => {
  const unmarked = departures.map((list) => list.filter(([kind]) => kind !== "bracket" && kind !== "omit"));
  const outcomes = { found: 0, missing: 0 };
  fc.assert(
    fc.property(sources, share, fc.integer({ min: 4, max: 12 }), unmarked, (source, from, length, list) => {
      const prepared = prepare(source);
      const runs = spokenRuns(prepared);
      const words = runs
        .join("")
        .split(" ")
        .filter((word) => word !== "");
      const first = Math.floor(from * words.length);
      const quotation = departed(words.slice(first, first + length), list);
      fc.pre(quotation !== "");
      const found = runs.some((run) => run.includes(` ${quotation} `));
      outcomes[found ? "found" : "missing"]++;
      const { status } = verify(quotation, prepared, { credited: true });
      if (found) expect(status).toBe("verbatim");
      else expect(["verbatim", "marked"]).not.toContain(status);
    }),
    { seed: 53, numRuns: 2000 },
  );
  expect(Math.min(outcomes.found, outcomes.missing)).toBeGreaterThan(300);
});

/** A source, and a quotation of it with departures. */
const cases = fc
  .tuple(sources, share, fc.integer({ min: 2, max: 40 }), departures)
  .map(([source, from, length, list]) => {
    const prepared = prepare(source);
    const excerpt = excerptOf(prepared, from, length) ?? [0, Math.min(5, prepared.tokens.count - 1)];
    return {
      source,
      prepared,
      quotation: departed(sliceOf(prepared, source, excerpt as [number, number]).split(" "), list),
    };
  });

function expectSlices(verdict: Verdict, quotation: string, texts: readonly string[]): void {
  for (const match of [verdict.match, ...verdict.alternatives]) {
    if (match === null) continue;
    expect(match.text).toBe(texts[match.source]!.slice(match.start, match.end));
    expect(match.text).not.toBe("");
    for (const { start, end } of match.parts) expect(end).toBeGreaterThan(start);
  }
  for (const { quotation: quoted, source } of verdict.problems) {
    if (quoted !== null) expect(quoted.text).toBe(quotation.slice(quoted.start, quoted.end));
    if (source !== null)
      expect(texts.map((text) => text.slice(source.start, source.end))).toContain(source.text);
  }
}

test("what a verdict shows are slices of the quotation and the source", () => {
  fc.assert(
    fc.property(cases, ({ source, prepared, quotation }) => {
      expectSlices(verify(quotation, prepared), quotation, [source.text]);
    }),
    { seed: 43, numRuns: 700 },
  );
});

test("over two sources as well", () => {
  fc.assert(
    fc.property(cases, cases, ({ source: one, quotation: a }, { source: two, quotation: b }) => {
      const quotation = `${a} … ${b}`;
      expectSlices(verify(quotation, prepare([one, two])), quotation, [one.text, two.text]);
    }),
    { seed: 44, numRuns: 500 },
  );
});

test("a verdict survives JSON unchanged", () => {
  fc.assert(
    fc.property(cases, ({ prepared, quotation }) => {
      const verdict = verify(quotation, prepared);
      expect(JSON.parse(JSON.stringify(verdict))).toStrictEqual(verdict);
    }),
    { seed: 45, numRuns: 500 },
  );
});

test("a source and what was prepared of it give the same verdict, and so does asking twice", () => {
  fc.assert(
    fc.property(cases, ({ source, prepared, quotation }) => {
      const verdict = verify(quotation, prepared);
      expect(verify(quotation, source)).toEqual(verdict);
      expect(verify(quotation, prepared)).toEqual(verdict);
    }),
    { seed: 46, numRuns: 500 },
  );
});

test("the status is the worst of the problems", () => {
  fc.assert(
    fc.property(cases, ({ prepared, quotation }) => {
      const { status, problems } = verify(quotation, prepared);
      const errors = problems.filter(({ severity }) => severity === "error").length;
      if (status === "verbatim" || status === "marked") expect(errors).toBe(0);
      if (status === "altered" || status === "spliced" || status === "absent")
        expect(errors).toBeGreaterThan(0);
    }),
    { seed: 47, numRuns: 500 },
  );
});

/** Every placement that a quotation's chains lead to. */
function placementsOf(quotation: string, prepared: Prepared) {
  const quoted = readQuoted(quotation, prepared.vocabulary);
  const found = chains(quoted, prepared, anchors(quoted, prepared), () => 0);
  return { quoted, placements: found.map((chain) => place(quoted, prepared, chain)) };
}

/** Words of the quotation as a placement rebuilds them from the source's: kept ones are the source's, the rest its own. */
function rebuilt({ steps }: Placement, prepared: Prepared, own: (q: number) => string): string[] {
  const words: string[] = [];
  for (const { op, q, s } of steps) {
    if (op === "keep") words.push(prepared.vocabulary.word(prepared.tokens.word[s]!));
    else if (op === "change" || op === "add") words.push(own(q));
  }
  return words;
}

test("edits applied to the source's words give the quotation's words", () => {
  fc.assert(
    fc.property(cases, ({ prepared, quotation }) => {
      const { quoted, placements } = placementsOf(quotation, prepared);
      const words = Array.from({ length: quoted.count }, (_, i) => quoted.folded(i));
      for (const placement of placements) expect(rebuilt(placement, prepared, quoted.folded)).toEqual(words);
    }),
    { seed: 48, numRuns: 500 },
  );
});

test("edits undone give the source's words, from the first to the last of each stretch, supplied ones aside", () => {
  fc.assert(
    fc.property(cases, ({ prepared, quotation }) => {
      for (const { steps } of placementsOf(quotation, prepared).placements) {
        let last = -1;
        for (const { op, s } of steps) {
          if (op === "leap") last = -1;
          if (op === "leap" || s < 0) continue;
          for (let passed = last + 1; last >= 0 && passed < s; passed++)
            expect(prepared.tokens.flags[passed]! & Flag.supplied).not.toBe(0);
          if (last >= 0) expect(s).toBeGreaterThan(last);
          last = s;
        }
      }
    }),
    { seed: 49, numRuns: 500 },
  );
});

test("every word of the quotation is kept, edited, or in its brackets, and none is lost", () => {
  fc.assert(
    fc.property(cases, ({ prepared, quotation }) => {
      const { quoted, placements } = placementsOf(quotation, prepared);
      for (const placement of placements) {
        const found = differences(quoted, prepared, placement);
        const told = new Set([
          ...found.kept.map(([q]) => q),
          ...found.edits.flatMap(({ q }) => q),
          ...found.supplied.flatMap(({ q }) => q),
        ]);
        expect(told.size).toBe(quoted.count);
      }
    }),
    { seed: 50, numRuns: 500 },
  );
});

const hostile = fc.string({
  unit: fc.constantFrom(
    "[",
    "]",
    "(",
    ")",
    ".",
    "…",
    "“",
    "”",
    "'",
    "’",
    "«",
    '"',
    " ",
    "\n",
    "\r",
    "\t",
    "\u0000",
    "\u200f",
    "\u00ad",
    "\ud83d",
    "\udea2",
    "-",
    "—",
    ",",
    "$",
    "%",
    "&",
    "1",
    "a",
    "b",
    "A",
    "the ",
    "not ",
    "sic",
    "港",
    "ل",
    "\u0301",
    "ﬁ",
  ),
  maxLength: 60,
});

test("every string can be checked against every other", () => {
  fc.assert(
    fc.property(hostile, hostile, fc.boolean(), (quotation, source, credited) => {
      const verdict = verify(quotation, source, { credited });
      expectSlices(verdict, quotation, [source]);
    }),
    { seed: 51, numRuns: 1500 },
  );
});

test("and against strings of any characters at all", () => {
  const any = fc.string({ unit: "binary", maxLength: 30 });
  fc.assert(
    fc.property(any, any, (quotation, source) => {
      expectSlices(verify(quotation, source), quotation, [source]);
      expectSlices(verify(source, `${source} ${quotation}`), source, [`${source} ${quotation}`]);
    }),
    { seed: 52, numRuns: 500 },
  );
});
