import { RULES, type RuleId, type Severity } from "../core/index.ts";

/** A rule for people: what it is, why it stands, a breach and its clean form. */
export interface RuleEntry {
  readonly id: RuleId;
  readonly severity: Severity;
  /** The status that a breach brings about, or null where it stands beside the status. */
  readonly status: string | null;
  readonly what: string;
  readonly why: string;
  /** What the source says, where the example needs it. */
  readonly source: string | null;
  readonly breach: string;
  readonly clean: string;
}

type Text = Omit<RuleEntry, "id" | "severity" | "status">;

const TEXTS: Readonly<Record<RuleId, Text>> = {
  "word-changed": {
    what: "Another word stands where the source has its own, with no brackets.",
    why: "A reader takes what stands between quotation marks for the words themselves.",
    source: "We lost seven launches.",
    breach: "“We lost eleven launches.”",
    clean: "“We lost seven launches.” or “We lost [several] launches.”",
  },
  "word-added": {
    what: "A word stands in the quotation that the source lacks, with no brackets.",
    why: "Words put into a mouth are the worst kind of change: nobody can find them again.",
    source: "The gate opens at six.",
    breach: "“The gate never opens at six.”",
    clean: "“The gate opens at six.” or “The [north] gate opens at six.”",
  },
  "word-dropped": {
    what: "At most eight words of one sentence are missing, with no ….",
    why: "A cut that is not marked can turn the sense round.",
    source: "I do not believe that the ferry will stop.",
    breach: "“I believe that the ferry will stop.”",
    clean: "“I do not believe that the ferry will stop.” or “I … believe that the ferry will stop.”",
  },
  "words-moved": {
    what: "The same words stand in another order.",
    why: "Order carries weight: “must definitely not” is not “definitely must not”.",
    source: "We must surely not wait.",
    breach: "“We surely must not wait.”",
    clean: "“We must surely not wait.”",
  },
  "bracket-dropped": {
    what: "Words that the source supplies in [brackets] stand as if they had been spoken.",
    why: "Supplied words are the translator's or the editor's, not the speaker's.",
    source: "They trust [the keepers] again.",
    breach: "“They trust the keepers again.”",
    clean: "“They trust [the keepers] again.” or “They trust … again.”",
  },
  "omission-dropped": {
    what: "The source's own … is gone: two stretches that were not adjacent stand as adjacent.",
    why: "The source's editor left words out there; nobody knows which.",
    source: "The bridge is old… It will hold.",
    breach: "“The bridge is old. It will hold.”",
    clean: "“The bridge is old… It will hold.”",
  },
  "omission-unmarked": {
    what: "Words are missing across a sentence's end, or more than eight, with no ….",
    why: "Two statements stand as one that was never made.",
    source:
      "The lamps are no luxury. Anyone who has sailed here knows it. They are the price of coming home.",
    breach: "“The lamps are no luxury. They are the price of coming home.”",
    clean: "“The lamps are no luxury. … They are the price of coming home.”",
  },
  "omission-reorders": {
    what: "The parts around an … stand the other way round in the source.",
    why: "An … says that words were left out, not that they were turned round.",
    source: "First we mend the roof. Then we paint the door.",
    breach: "“Then we paint the door … we mend the roof.”",
    clean: "“First we mend the roof. … paint the door.”",
  },
  "omission-crosses-turns": {
    what: "The parts around an … (or with none) come from different turns.",
    why: "Answers to two questions are not one answer.",
    source: "A: “The roof leaks.” Q: “And the door?” A: “The door is new.”",
    breach: "“The roof leaks … The door is new.”",
    clean: "“The roof leaks,” she said, and later: “The door is new.”",
  },
  "wrong-voice": {
    what: "The words are the interviewer's, the editor's, or those of a third party whom the speaker quotes.",
    why: "What a speaker was asked, or repeats, is not what he says.",
    source: "Q: “Does the fund belong to the widows?”",
    breach: "“The fund belong[s] to the widows,” the keeper said.",
    clean: "Asked whether “the fund belong[s] to the widows,” the keeper said nothing.",
  },
  "wrong-speaker": {
    what: "The words are another named speaker's.",
    why: "The right words in the wrong mouth are a false quotation.",
    source: "MS. ALDER: The hives are full.",
    breach: "“The hives are full,” Mr. Birch said.",
    clean: "“The hives are full,” Ms. Alder said.",
  },
  "not-found": {
    what: "No source given has these words; the nearest passages are shown.",
    why: "A quotation that stands nowhere cannot be answered for.",
    source: "The gate opens at six.",
    breach: "“The harbor forgets every ship it feeds.”",
    clean: "“The gate opens at six.”",
  },
  superseded: {
    what: "Only an older version of the document has these words.",
    why: "The desk that printed them has since corrected them.",
    source: null,
    breach: "A quotation of words that a later version of the dispatch no longer has.",
    clean: "A quotation of the latest version.",
  },
  "negation-omitted": {
    what: "What an … leaves out, or a [bracket] replaces, holds a negation; the words left out are printed.",
    why: "The reader sees the words and decides whether the sense is turned; saidso does not.",
    source: "The bridge is, and I do not say it lightly, safe.",
    breach: "“The bridge is … safe.”",
    clean: "“The bridge is, and I do not say it lightly, safe.”",
  },
  "condition-cut": {
    what: "The quotation starts or ends inside a sentence whose unquoted rest governs it: “if”, “unless”, “I do not think that”, “they claim that”, “, but”.",
    why: "A promise under a condition is not the promise alone.",
    source: "If the dredgers come, we will open the channel.",
    breach: "“we will open the channel”",
    clean: "“If the dredgers come, we will open the channel.”",
  },
  "headline-not-spoken": {
    what: "A title or heading speaks in the first person, without quotation marks, in words that the speaker did not say.",
    why: "“We Must …” reads as his words; it is the editor's summary of them.",
    source: "A: “The crews need more training this winter.”",
    breach: "We Must Retrain Every Crew",
    clean: "The Crews Need More Training",
  },
  "letter-case": {
    what: "A word's first letter is of another case than in the source, and stands in no brackets. Told in the style bluebook alone.",
    why: "A small letter made a capital turns a clause into a sentence; in legal texts [T] says so.",
    source: "On most days the ferry leaves at six.",
    breach: "“The ferry leaves at six.”",
    clean: "“[T]he ferry leaves at six.” or “the ferry leaves at six.”",
  },
  "bracket-changed": {
    what: "Both sides have supplied words there, and they differ.",
    why: "Supplying is allowed; the reader may like to know what stood there.",
    source: "the trust [that the shippers] want",
    breach: "“the trust [the owners] want”",
    clean: "“the trust [that the shippers] want”",
  },
  typo: {
    what: "The changed word differs by one letter and is no other word of the source: likely a slip. It is still word-changed.",
    why: "A slip is mended in a second, once it is seen.",
    source: "The ferry leaves at six.",
    breach: "“The fery leaves at six.”",
    clean: "“The ferry leaves at six.”",
  },
  "form/outlet-missing": {
    what: "The source note or the caption names no outlet.",
    why: "Without the outlet nobody can find the original. A stripped link often takes its name along.",
    source: null,
    breach: "[2], November 12, 2018.",
    clean: "[2] Harbor Courier, November 12, 2018.",
  },
  "form/date-mismatch": {
    what: "Two dates or numbers of the header disagree.",
    why: "A dispatch is cited by number and date; two of either make two dispatches.",
    source: null,
    breach: "March 3, 2019 Special Dispatch No. 41 … March 4, 2019",
    clean: "March 3, 2019 Special Dispatch No. 41 … March 3, 2019",
  },
  "form/bracket-unbalanced": {
    what: "A [ or ] stands without its pair.",
    why: "Nobody can tell which words are supplied.",
    source: null,
    breach: "the trust [that the shippers want.",
    clean: "the trust [that the shippers] want.",
  },
  "form/quotation-unclosed": {
    what: "An answer's last paragraph does not close its quotation mark, or a new turn starts inside.",
    why: "Nobody can tell where the speaker's words end.",
    source: null,
    breach: "A: “We sail at six.",
    clean: "A: “We sail at six.”",
  },
  "form/note-missing": {
    what: "A marker has no note.",
    why: "It promises a source that is not given.",
    source: null,
    breach: "The channel silted.[3] (and no note 3)",
    clean: "The channel silted.[3] … [3] Since 2011.",
  },
  "form/note-unused": {
    what: "A note has no marker.",
    why: "Nobody can tell what it is a note to.",
    source: null,
    breach: "[4] See the earlier dispatch. (and no [4] in the text)",
    clean: "as he said before.[4] … [4] See the earlier dispatch.",
  },
  "form/reference-unresolved": {
    what: "A dispatch that is referred to is not in the archive.",
    why: "What cannot be opened cannot be checked.",
    source: null,
    breach: "See Special Dispatch No. 12 (not held).",
    clean: "See Special Dispatch No. 12 (held).",
  },
  "form/number-taken": {
    what: "The archive has another document of this series and number.",
    why: "Whoever cites the number would cite two documents.",
    source: null,
    breach: "Two texts that both say Special Dispatch No. 41.",
    clean: "Special Dispatch No. 41 and Special Dispatch No. 42.",
  },
  "ignore/reason-missing": {
    what: "A saidso-ignore in the text gives no reason. It silences nothing.",
    why: "Whoever reads the text next must know why a finding may stand.",
    source: null,
    breach: "<!-- saidso-ignore word-changed -->",
    clean: "<!-- saidso-ignore word-changed: the paper printed a correction on May 4 -->",
  },
  "ignore/rule-unknown": {
    what: "A saidso-ignore in the text names a rule that there is not. It silences nothing.",
    why: "A misspelt rule would let its finding through, or silence another.",
    source: null,
    breach: "<!-- saidso-ignore word-chnaged: heard on the tape -->",
    clean: "<!-- saidso-ignore word-changed: heard on the tape -->",
  },
  "ignore/unused": {
    what: "A saidso-ignore in the text silences nothing: no such problem is found there.",
    why: "What is left standing silences the next fault unseen.",
    source: null,
    breach: "<!-- saidso-ignore word-changed: heard on the tape --> before a quotation that is the source's.",
    clean: "The same before one with a changed word.",
  },
};

/** Every rule with its explanation, in the order of {@link RULES}. */
export const RULE_BOOK: readonly RuleEntry[] = (Object.keys(RULES) as RuleId[]).map((id) => ({
  id,
  severity: RULES[id].severity,
  status: RULES[id].status,
  ...TEXTS[id],
}));
