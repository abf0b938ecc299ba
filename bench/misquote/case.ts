import type { RuleId, Status } from "../../src/core/index.ts";

/** What a checker must say of a case. */
export interface Expected {
  /** Statuses that are right. */
  readonly status: readonly Status[];
  /** Rules of which one at least is broken; empty where no error may be reported. */
  readonly rules: readonly RuleId[];
}

/** One labelled quotation; one line of a cases file. README.md specifies the format. */
export interface Case {
  readonly id: string;
  readonly kind: string;
  readonly faithful: boolean;
  readonly expected: Expected;
  /** The words that are quoted, without outer quotation marks. */
  readonly quotation: string;
  /** The one credited, as the source names him; null where nobody is. */
  readonly attribution: string | null;
  /** A file of the corpus folder, or the source's whole text. */
  readonly source: { readonly file: string } | { readonly text: string };
  /** What this one case was drawn with. */
  readonly seed: number;
}

/** What a checker says of a case; one line of a predictions file. */
export interface Prediction {
  readonly id: string;
  /** Whether it reports an error. */
  readonly error: boolean;
  readonly status?: Status;
  readonly rules?: readonly string[];
}

/** Values as JSON Lines. */
export function toLines(values: readonly object[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join("");
}

export function readCases(lines: string): Case[] {
  return jsonLines(lines) as Case[];
}

/** Throws an Error with the line's number where a line is no prediction. */
export function readPredictions(lines: string): Prediction[] {
  return jsonLines(lines).map((value, index) => {
    const { id, error } = value as Partial<Prediction>;
    if (typeof id !== "string" || typeof error !== "boolean")
      throw new Error(`Prediction ${index + 1} lacks a string "id" or a boolean "error".`);
    return value as Prediction;
  });
}

function jsonLines(lines: string): unknown[] {
  return lines
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as unknown);
}
