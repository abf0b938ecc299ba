import { attribute, type Finder, idOf, pointed, type XmlElement } from "./element.ts";

/** Elements that hold notes beside paragraphs: a note there stands for itself, and has no marker of its own. */
const HOLDS_BLOCKS =
  /^(?:text|front|body|back|div\d?|group|floatingText|noteGrp|listBibl|list|sp|u|lg|castList|titlePage|figure|standOff)$/u;

/** The notes of a text: which stand in the words and mark their own place, and how each is numbered. */
export class NoteList {
  readonly #numbers = new Map<XmlElement, string>();
  readonly #ids = new Map<string, XmlElement>();
  readonly #inline = new Set<XmlElement>();

  constructor(root: XmlElement, finder: Finder) {
    const found = finder.all(root, "note", "ref", "ptr");
    const { notes = [], pointers = [] } = Object.groupBy(found, (one) =>
      finder.tag(one) === "note" ? "notes" : "pointers",
    );
    const targets = new Set(pointers.flatMap((one) => pointed(one, "target")));
    const taken = new Set(notes.map(numberOf));
    let next = 1;
    for (const note of notes) {
      const id = idOf(note);
      const isReferred = id !== null && targets.has(id);
      if (id !== null) this.#ids.set(id, note);
      const isInline = !isReferred && !HOLDS_BLOCKS.test(finder.tag(note.parent as XmlElement));
      if (isInline) this.#inline.add(note);
      let number = numberOf(note);
      if (number === null && (isReferred || isInline)) {
        while (taken.has(String(next))) next++;
        number = String(next++);
      }
      if (number !== null) this.#numbers.set(note, number);
    }
  }

  /** The note that an id is, or null. */
  byId(id: string): XmlElement | null {
    return this.#ids.get(id) ?? null;
  }

  /** Its number, as markers have it; null for a note that nothing leads to. */
  number(note: XmlElement): string | null {
    return this.#numbers.get(note) ?? null;
  }

  isInline(note: XmlElement): boolean {
    return this.#inline.has(note);
  }
}

/** `n` without brackets and full stop. */
function numberOf(note: XmlElement): string | null {
  return attribute(note, "n")?.replace(/^[[(]|[\]).]+$/gu, "") || null;
}
