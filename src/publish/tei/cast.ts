import type { Voice } from "../../core/index.ts";
import type { Document } from "../../documents/index.ts";
import { element, exactText } from "./element.ts";

/** Everybody whose words a document has: their ids, and the lists that the header gives them in. */
export interface Cast {
  /** The id of a voice, as `who` points to it. */
  id(voice: Voice): string;
  /** The lists of persons; empty where nobody is named. */
  readonly lists: string;
}

/**
 * Numbers the voices of a document: those whom it lists as speakers, its interviewer, then any other voice that turns,
 * passages and quoted words have. `free` gives an id that nothing else has.
 */
export function castOf(document: Document, free: (id: string) => string): Cast {
  const ids = new Map<string, string>();
  const speakers = document.speakers.map(({ name, office }, index) => {
    const id = free(`speaker-${index + 1}`);
    const key = keyOf({ kind: "speaker", name });
    if (!ids.has(key)) ids.set(key, id);
    return personOf(id, "speaker", name, office);
  });
  const interviewers: string[] = [];
  if (document.interviewer !== null) {
    const id = free("interviewer-1");
    ids.set(keyOf({ kind: "interviewer", name: document.interviewer }), id);
    interviewers.push(personOf(id, "interviewer", document.interviewer, null));
  }
  const voices: string[] = [];
  for (const voice of voicesOf(document)) {
    if (ids.has(keyOf(voice))) continue;
    const id = free(`voice-${voices.length + 1}`);
    ids.set(keyOf(voice), id);
    voices.push(personOf(id, voice.kind, voice.name, null));
  }
  return {
    id: (voice) => ids.get(keyOf(voice))!,
    lists: [list("speakers", speakers), list("interviewers", interviewers), list("voices", voices)].join(""),
  };
}

/** The voice of all that stands outside turns unless something else is said. */
export function isEditors({ kind, name }: Voice): boolean {
  return kind === "editor" && name === null;
}

function keyOf({ kind, name }: Voice): string {
  return name === null ? kind : `${kind} ${name}`;
}

function voicesOf({ turns, passages, marks }: Document): Voice[] {
  const quoted = marks.flatMap(({ kind, name }): Voice[] => (kind === "quoted" ? [{ kind, name }] : []));
  const outside = passages
    .filter(({ turn, voice }) => turn === null && !isEditors(voice))
    .map(({ voice }) => voice);
  return [...turns.map(({ voice }) => voice), ...outside, ...quoted];
}

function personOf(id: string, role: string, name: string | null, office: string | null): string {
  const said = name === null ? "" : element("persName", {}, exactText(name));
  const holds = office === null ? "" : element("occupation", {}, exactText(office));
  return element("person", { "xml:id": id, role }, said + holds);
}

function list(type: string, persons: readonly string[]): string {
  return persons.length === 0 ? "" : `\n        ${element("listPerson", { type }, persons.join(""))}`;
}
