import { Refusal } from "./refusal.ts";

/** The parts that have notes. */
export type NotePart = "footnotes" | "endnotes";

/** A note by the order of its marker in the text. */
export interface NoteLabel {
  readonly part: NotePart;
  readonly id: string;
  readonly label: string;
}

/** The longest scholarly books have some five thousand. */
const MOST_NOTES = 100_000;

/**
 * Numbers notes by their markers: footnotes and endnotes in one row, from 1, so that no two have one label. A file that
 * has only the one or the other has the numbers that its reader sees, unless it starts them elsewhere.
 */
export class NoteLabels {
  readonly #labels = new Map<string, NoteLabel>();

  /** The label of a note that is marked here. Throws a {@link Refusal} `too-complex`. */
  label(part: NotePart, id: string): string {
    const key = `${part} ${id}`;
    let known = this.#labels.get(key);
    if (known === undefined) {
      known = { part, id, label: String(this.#labels.size + 1) };
      this.#labels.set(key, known);
      if (this.#labels.size > MOST_NOTES)
        throw new Refusal("too-complex", `it has more than ${MOST_NOTES} notes`);
    }
    return known.label;
  }

  /** All notes marked, by their labels. */
  get all(): readonly NoteLabel[] {
    return [...this.#labels.values()];
  }
}
