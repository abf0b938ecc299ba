import type { MarkedVoice } from "../markup.ts";
import { attribute, elementsIn, type Finder, idOf, wordsOf, type XmlElement } from "./element.ts";

/** Somebody whom a file names: in its header, in a list of roles, or at his words alone. */
export interface Person {
  readonly voice: MarkedVoice;
  readonly office: string | null;
  /** `speakers`: the file lists him as one who speaks; `voices`: as one of whom it says no more than that he does. */
  readonly list: string | null;
}

/** Roles of one who asks. */
const ASKS = /\b(?:interviewer|moderator|host|asker|questioner|reporter|journalist|presenter)\b/iu;
/** Labels of one who asks. */
const ASKING =
  /^(?:q|question|interviewer|moderator|host|int|reporter|journalist|frage|pregunta|domanda|س)\b/iu;

const KINDS: ReadonlySet<string> = new Set(["speaker", "interviewer", "editor", "quoted", "unknown"]);

/** The persons of a file by their ids, in the order of the file. `scopes` are its headers and its text's front. */
export function personsOf(scopes: readonly XmlElement[], finder: Finder): Map<string, Person> {
  const persons = new Map<string, Person>();
  for (const scope of scopes) {
    for (const element of finder.all(scope, "person", "personGrp", "org", "role")) {
      const id = idOf(element);
      if (id !== null && !persons.has(id)) persons.set(id, personOf(element, finder));
    }
  }
  return persons;
}

function personOf(element: XmlElement, finder: Finder): Person {
  const role = attribute(element, "role");
  const title = finder.first(element, "roleName");
  const kind =
    role !== null && KINDS.has(role) ? role : role !== null && ASKS.test(role) ? "interviewer" : "speaker";
  const parent = element.parent as XmlElement;
  return {
    voice: { kind: kind as MarkedVoice["kind"], name: nameOf(element, finder) },
    office: wordsOf(finder.first(element, "occupation")) ?? wordsOf(title),
    list: finder.tag(parent) === "listPerson" ? attribute(parent, "type") : null,
  };
}

/** A name as it is said: first names before the family's, without titles. */
function nameOf(element: XmlElement, finder: Finder): string | null {
  if (finder.tag(element) === "role") return wordsOf(element);
  const name = finder.first(element, "persName", "orgName", "name");
  if (name === null) return null;
  const parts = elementsIn(name);
  if (parts.length === 0) return wordsOf(name);
  const named = (...tags: string[]): string[] =>
    parts.filter((part) => tags.includes(finder.tag(part))).map((part) => wordsOf(part) ?? "");
  const family = named("surname");
  if (family.length === 0) return wordsOf(name);
  return [...named("forename"), ...named("nameLink"), ...family].join(" ").trim();
}

/** The voice that a label says where nothing else does: `ADA QUAY.` is Ada Quay's, `Q:` that of one who asks. */
export function voiceOfLabel(label: string, known: KnownNames): MarkedVoice {
  const words = label.replace(/\s*\([^)]*\)/gu, "").replace(/^[\s[]+|[\s.:,;\]–—-]+$/gu, "");
  if (ASKING.test(words)) return { kind: "interviewer", name: null };
  const name = words.replace(/^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame)\.?\s+/iu, "");
  if (name === "") return { kind: "unknown", name: null };
  return { kind: "speaker", name: known.endingIn(name) ?? name };
}

/** Most words of a name that stand for it where it is shortened. */
const LONGEST_SHORT_FORM = 8;

/** Names by their last words, so that a text of many labels is read in linear time. */
export class KnownNames {
  readonly #names = new Set<string>();
  /** The one name that ends in these words; null where several do. */
  readonly #byEnding = new Map<string, string | null>();

  constructor(names: Iterable<string>) {
    for (const name of names) this.add(name);
  }

  add(name: string): void {
    if (this.#names.has(name)) return;
    this.#names.add(name);
    const folded = folding(name);
    const words = folded.split(" ");
    const last = words.slice(-LONGEST_SHORT_FORM);
    const endings = new Set([folded, ...last.map((_, index) => last.slice(index).join(" "))]);
    for (const ending of endings) this.#byEnding.set(ending, this.#byEnding.has(ending) ? null : name);
  }

  /** The only name that is these words or ends in them; null where there is none, or several are. */
  endingIn(words: string): string | null {
    return this.#byEnding.get(folding(words)) ?? null;
  }
}

function folding(name: string): string {
  return name.toLocaleLowerCase("en");
}
