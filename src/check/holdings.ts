import type { Quoted, Verdict } from "../core/index.ts";
import type { Document } from "../documents/index.ts";
import type { CheckedText } from "./checked-text.ts";
import type { House } from "./house.ts";
import type { NameRegister } from "./name-register.ts";
import type { FormFinding } from "./report.ts";

/** Whom a text credits with a quotation. */
export interface Credit {
  /** Whose words they are taken to be; null where that cannot be told. */
  readonly name: string | null;
  /** Whether the text credits somebody. Without, a few words that are not found are a term, not a quotation. */
  readonly credited: boolean;
  /** How the text's house marks quotations, and the names it knows; Chicago's marks and no further names if not given. */
  readonly house?: House;
}

/** A document that words were found in. */
export interface HeldDocument {
  readonly document: Document;
  /** From 1. */
  readonly version: number;
  /** Number of the latest version; this one's own where none is later. */
  readonly latest: number;
}

/** What is found of a quotation among the holdings. */
export interface HeldVerdict {
  readonly verdict: Verdict;
  /** The documents its matches stand in: `Match.source` is an index into them. */
  readonly documents: readonly HeldDocument[];
}

/** What a text is checked against: documents on a {@link Shelf}, or an archive. */
export interface Holdings {
  /** Everybody who speaks in them. */
  readonly voices: NameRegister;
  /** Languages they are written in; null stands for one that cannot be told. */
  readonly languages: ReadonlySet<string | null>;
  /** Whether the words stand somewhere, and where; of equally good places the one of whom the text credits. */
  verdict(quoted: Quoted, credit: Credit): HeldVerdict;
  /** The same holdings without the text of these bytes (SHA-256): nothing proves itself. */
  without(sha256: string): Holdings;
  /** Problems of a dispatch's form that only show beside what is held. */
  formProblems(checked: CheckedText, document: Document): readonly FormFinding[];
}
