import { findingOf } from "../../src/check/finding.ts";
import { PLAIN_HOUSE } from "../../src/check/house.ts";
import { shelve } from "../../src/check/index.ts";
import type { Document } from "../../src/documents/index.ts";
import { readPlain } from "../../src/formats/index.ts";
import type { Case, Prediction } from "./case.ts";

/** Reads the source of a case. */
export type DocumentReader = (source: Case["source"]) => Document;

/** Says of a case whether its quotation breaks faith. */
export type Checker = (one: Case) => Prediction;

/** saidso: the words put against the source, and their voice against the one credited. */
export function saidso(read: DocumentReader): Checker {
  const shelf = cached(read, (document) => shelve([document]));
  return (one) => {
    const { quotation, attribution } = one;
    const whole = { start: 0, end: quotation.length };
    const credit = attribution === null ? null : { name: attribution, cue: "said", start: 0, end: 0 };
    const finding = findingOf(
      { ...readPlain(""), text: quotation },
      { ...whole, text: quotation, parts: [whole], kind: "marks", attribution: credit },
      shelf(one.source),
      PLAIN_HOUSE,
    );
    const rules = finding.problems.filter(({ severity }) => severity === "error").map(({ rule }) => rule);
    return { id: one.id, error: rules.length > 0, status: finding.status, rules };
  };
}

/** What is made of a document, kept for the files of the corpus; a case's own text is used once. */
export function cached<T>(
  read: DocumentReader,
  make: (document: Document) => T,
): (source: Case["source"]) => T {
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
