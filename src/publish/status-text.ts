import type { Finding } from "../check/index.ts";

export type Status = Finding["status"];
export type Reason = NonNullable<Finding["reason"]>;

/** All statuses, in the order in which they are counted. */
export const STATUSES: readonly Status[] = [
  "verbatim",
  "marked",
  "altered",
  "spliced",
  "absent",
  "undecided",
];

/** A sign for each status: it is not told by its colour alone. */
export const STATUS_SIGNS: Readonly<Record<Status, string>> = {
  verbatim: "✓",
  marked: "…",
  altered: "≠",
  spliced: "+",
  absent: "×",
  undecided: "?",
};

/** What each status says, in a sentence. */
export const STATUS_SENTENCES: Readonly<Record<Status, string>> = {
  verbatim: "These are the source’s words in the source’s order; only typography differs.",
  marked: "It differs from the source, and says so at each place: by …, [ ] or [sic].",
  altered: "Words of the source were changed, added, dropped or moved, with no mark.",
  spliced:
    "Words from several stretches of the source stand as if they followed each other, or in another order.",
  absent: "No source that it was held against has these words.",
  undecided: "It cannot be told.",
};

/** Why a quotation is undecided, in a sentence. */
export const REASON_SENTENCES: Readonly<Record<Reason, string>> = {
  "too-short":
    "It is too short, or a title or a term: such words stand in many texts, and whose they are cannot be told.",
  "many-places": "Several places fit it equally well, and they would be judged differently.",
  "other-language": "It is in a language that no source it was held against is written in.",
  "no-source": "Nothing is held of the one it is credited to: that it was not found says nothing.",
  "out-of-time": "The check was ended before it came to this quotation.",
};

/** What a text may do to have a quotation that can be checked: said where none was found. */
export const WHAT_COUNTS =
  'A quotation is what stands between quotation marks of any kind (“…”, "…", «…», „…“, ‘…’, 「…」), behind a dash that opens speech, in a block quotation, or after a name and a colon.';
