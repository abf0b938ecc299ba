import { type Prepared, prepare, type Source, type Voice, verify } from "../../src/core/index.ts";
import type { Case, Prediction } from "./case.ts";

/** Reads the source of a case. */
export type SourceReader = (source: Case["source"]) => Source;

/** Says of a case whether its quotation breaks faith. */
export type Checker = (one: Case) => Prediction;

/** saidso: the matcher's verdict, and whether the words are those of the one credited. */
export function saidso(read: SourceReader): Checker {
  const prepared = cached(read, (source): Prepared => prepare(source));
  return (one) => {
    const { attribution } = one;
    const credited = attribution !== null;
    const verdict = verify(one.quotation, prepared(one.source), {
      credited,
      prefers: (voice) => !credited || says(voice, attribution),
    });
    const rules: string[] = verdict.problems
      .filter(({ severity }) => severity === "error")
      .map(({ rule }) => rule);
    if (credited && verdict.match !== null && !says(verdict.match.voice, attribution))
      rules.push(verdict.match.voice.kind === "speaker" ? "wrong-speaker" : "wrong-voice");
    return { id: one.id, error: rules.length > 0, status: verdict.status, rules };
  };
}

function says(voice: Voice, name: string): boolean {
  return voice.kind === "unknown" || (voice.kind === "speaker" && voice.name === name);
}

/** What is made of a source, kept for the files of the corpus; a case's own text is used once. */
export function cached<T>(read: SourceReader, make: (source: Source) => T): (source: Case["source"]) => T {
  const held = new Map<string, T>();
  return (source) => {
    if (!("file" in source)) return make(read(source));
    let made = held.get(source.file);
    if (made === undefined) {
      made = make(read(source));
      held.set(source.file, made);
    }
    return made;
  };
}
