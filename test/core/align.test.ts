import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AlignStep, type AlignTask, type AlignWord, align, Cost } from "../../src/core/align.ts";

type State = "kept" | "edit" | "bracket";

/** One way to go on: what it costs, how many words it uses on each side, and the state it leads to. */
interface Move {
  readonly op: AlignStep["op"];
  readonly cost: number;
  readonly q: 0 | 1;
  readonly s: 0 | 1;
  readonly next: State;
}

function pairMove(task: AlignTask, i: number, j: number, begin: number): Move | null {
  const [q, s] = [task.quotation[i]!, task.source[j]!];
  const move = (op: Move["op"], cost: number, next: State): Move => ({ op, cost, q: 1, s: 1, next });
  if (q.word >= 0 && q.word === s.word) {
    if (q.supplied) return move("keep", s.supplied ? 0 : Cost.marked, "bracket");
    return s.supplied && !q.half ? move("keep", begin + Cost.unbracketed, "edit") : move("keep", 0, "kept");
  }
  if (q.supplied) return null;
  const change = task.change(i, j);
  return change === Cost.marked ? move("change", change, "kept") : move("change", begin + change, "edit");
}

/** All that may follow after `i` words of the quotation and `j` of the source. */
function movesAt(task: AlignTask, i: number, j: number, state: State): Move[] {
  const begin = state === "edit" ? 0 : Cost.begin;
  const [q, s] = [task.quotation[i], task.source[j]];
  const moves: Move[] = [];
  if (s !== undefined) {
    if (task.omissions[i]) moves.push({ op: "omit", cost: 0, q: 0, s: 1, next: "kept" });
    if (s.supplied) moves.push({ op: "skip", cost: 0, q: 0, s: 1, next: state });
    const replaced = state === "bracket" || (q === undefined ? task.beforeBracket === true : q.supplied);
    if (replaced) moves.push({ op: "replace", cost: Cost.marked, q: 0, s: 1, next: "bracket" });
    moves.push({ op: "drop", cost: begin + Cost.drop, q: 0, s: 1, next: "edit" });
  }
  if (q?.supplied) moves.push({ op: "add", cost: Cost.marked, q: 1, s: 0, next: "bracket" });
  else if (q !== undefined) moves.push({ op: "add", cost: begin + Cost.add, q: 1, s: 0, next: "edit" });
  const pair = q === undefined || s === undefined ? null : pairMove(task, i, j, begin);
  return pair === null ? moves : [...moves, pair];
}

function firstState(task: AlignTask): State {
  return task.afterBracket === true ? "bracket" : "kept";
}

/** The cheapest cost by trying every move from the front; the aligner under test works from the back. */
function naiveCost(task: AlignTask): number {
  const known = new Map<string, number>();
  const rest = (i: number, j: number, state: State): number => {
    const key = `${i} ${j} ${state}`;
    const held = known.get(key);
    if (held !== undefined) return held;
    const done = i === task.quotation.length && (j === task.source.length || task.freeEnd === true);
    const costs = movesAt(task, i, j, state).map(
      (move) => move.cost + rest(i + move.q, j + move.s, move.next),
    );
    const cost = Math.min(done ? 0 : Number.POSITIVE_INFINITY, ...costs);
    known.set(key, cost);
    return cost;
  };
  const starts = task.freeStart === true ? task.source.map((_, j) => j).concat(task.source.length) : [0];
  return Math.min(...starts.map((j) => rest(0, j, firstState(task))));
}

const word = fc.record({
  word: fc.integer({ min: -1, max: 3 }),
  mark: fc.constantFrom("none", "none", "supplied", "half"),
});

function wordOf({ word: number, mark }: { word: number; mark: string }): AlignWord {
  return { word: number, supplied: mark === "supplied", half: mark === "half" };
}

const tasks = fc
  .record({
    quotation: fc.array(word, { maxLength: 6 }),
    source: fc.array(word, { maxLength: 8 }),
    omissions: fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
    rareOmissions: fc.boolean(),
    freeStart: fc.boolean(),
    freeEnd: fc.boolean(),
    afterBracket: fc.boolean(),
    beforeBracket: fc.boolean(),
    changes: fc.array(fc.constantFrom(Cost.change, Cost.change, Cost.slip, Cost.marked), {
      minLength: 48,
      maxLength: 48,
    }),
  })
  .map(
    ({ quotation, source, omissions, rareOmissions, changes, ...rest }): AlignTask => ({
      quotation: quotation.map(wordOf),
      source: source.map((one) => wordOf({ ...one, mark: one.mark === "half" ? "none" : one.mark })),
      omissions: omissions
        .slice(0, quotation.length + 1)
        .map((mark, i) => mark && (!rareOmissions || i === 2)),
      ...rest,
      change: (q, s) => changes[q * 8 + s]!,
    }),
  );

test("the cost of an alignment is that of a naive aligner which tries every move", () => {
  fc.assert(
    fc.property(tasks, (task) => {
      expect(align(task).cost).toBe(naiveCost(task));
    }),
    { seed: 31, numRuns: 3000 },
  );
});

test("its steps use every word of the quotation in order, and the source's without a gap", () => {
  fc.assert(
    fc.property(tasks, (task) => {
      const { steps } = align(task);
      const q = steps.filter((step) => step.q >= 0).map((step) => step.q);
      const s = steps.filter((step) => step.s >= 0).map((step) => step.s);
      expect(q).toEqual(task.quotation.map((_, i) => i));
      expect(s).toEqual(s.map((_, k) => s[0]! + k));
      if (task.freeStart !== true && task.source.length > 0 && task.freeEnd !== true) {
        expect(s).toHaveLength(task.source.length);
      }
    }),
    { seed: 32, numRuns: 2000 },
  );
});

test("its steps, replayed one by one, are allowed and cost what it says", () => {
  fc.assert(
    fc.property(tasks, (task) => {
      const { cost, steps } = align(task);
      let [i, state, sum] = [0, firstState(task), 0];
      let j = steps.find((step) => step.s >= 0)?.s ?? 0;
      for (const step of steps) {
        const move = movesAt(task, i, j, state).find(
          ({ op, q, s }) => op === step.op && q === Number(step.q >= 0) && s === Number(step.s >= 0),
        );
        expect(move, `${step.op} at ${i}, ${j}, ${state}`).toBeDefined();
        [i, j, state, sum] = [i + move!.q, j + move!.s, move!.next, sum + move!.cost];
      }
      expect(sum).toBe(cost);
    }),
    { seed: 33, numRuns: 2000 },
  );
});

describe("small alignments read as people would read them", () => {
  /** Letters are words; in the notation `[a]` is supplied, `…` an omission before what follows. */
  const read = (notation: string): { words: AlignWord[]; omissions: boolean[] } => {
    const words: AlignWord[] = [];
    const omissions: boolean[] = [];
    let omission = false;
    for (const part of notation.split(" ").filter((one) => one !== "")) {
      if (part === "…") {
        omission = true;
        continue;
      }
      const supplied = part.startsWith("[");
      words.push({ word: part.charCodeAt(supplied ? 1 : 0), supplied, half: false });
      omissions.push(omission);
      omission = false;
    }
    return { words, omissions: [...omissions, omission] };
  };

  const rows: readonly (readonly [quotation: string, source: string, ops: string])[] = [
    ["a b c", "a b c", "keep keep keep"],
    ["a x c", "a b c", "keep change keep"],
    ["a c", "a b c", "keep drop keep"],
    ["a b c", "a c", "keep add keep"],
    ["a … c", "a b b c", "keep omit omit keep"],
    ["a c", "a [b] c", "keep skip keep"],
    ["a [b] c", "a [b] c", "keep keep keep"],
    ["a [x] c", "a b b c", "keep add replace replace keep"],
    ["a [x] c", "a c", "keep add keep"],
    ["a [x] c", "a [b] c", "keep add skip keep"],
    ["a b c", "a [b] c", "keep keep keep"],
    ["a … b … c", "a x b y c", "keep omit keep omit keep"],
    ["", "", ""],
    ["", "a b", "drop drop"],
  ];
  test.each(rows)("%j over %j is %j", (quotation, source, ops) => {
    const { words, omissions } = read(quotation);
    const { steps } = align({
      quotation: words,
      source: read(source).words,
      omissions,
      change: () => Cost.change,
    });
    expect(steps.map(({ op }) => op).join(" ")).toBe(ops);
  });

  test("with free ends the source's words around cost nothing", () => {
    const { cost, steps } = align({
      quotation: read("b c").words,
      source: read("a b c d").words,
      omissions: [false, false, false],
      freeStart: true,
      freeEnd: true,
      change: () => Cost.change,
    });
    expect(cost).toBe(0);
    expect(steps.map(({ s }) => s)).toEqual([1, 2]);
  });
});
