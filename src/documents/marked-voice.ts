import type { Voice } from "../core/index.ts";
import type { MarkedVoice, Markup } from "../formats/index.ts";
import type { Speaker } from "./document.ts";
import { inTitleCase } from "./person-name.ts";
import { roleOf } from "./role.ts";

/** Who speaks in a text whose format names its voices. */
export interface MarkedCast {
  readonly speakers: readonly Speaker[];
  readonly interviewer: string | null;
  voiceOf(marked: MarkedVoice): Voice;
}

/**
 * Reads the names that a format gives its speakers: one that is a role (`Q`, `HOST`) names nobody, and one whose role or
 * office is to ask is the interviewer's. A name in capitals is written as names are elsewhere. Final names stay as they are.
 */
export function markedCast({ speakers, interviewer, namesAreFinal }: Markup): MarkedCast {
  if (namesAreFinal === true) return { speakers, interviewer, voiceOf: (marked) => marked };
  const offices = new Map(speakers.map(({ name, office }) => [name, office]));
  const voiceOf = (marked: MarkedVoice): Voice => {
    if (marked.kind !== "speaker" || marked.name === null) return marked;
    const key = marked.name.toUpperCase().replace(/\./gu, "");
    const role = roleOf(key, offices.get(marked.name) ?? null);
    // One letter that may as well be a name's initial says too little.
    if (role === null || role.key === "Q?") return { kind: "speaker", name: inTitleCase(marked.name) };
    const isNamed = roleOf(key, null) === null;
    return { kind: role.voice, name: isNamed ? inTitleCase(marked.name) : null };
  };
  const voices = speakers.map(({ name, office }) => ({ ...voiceOf({ kind: "speaker", name }), office }));
  return {
    speakers: voices.flatMap(({ kind, name, office }) =>
      kind === "speaker" && name !== null ? [{ name, office }] : [],
    ),
    interviewer:
      interviewer ?? voices.find(({ kind, name }) => kind === "interviewer" && name !== null)?.name ?? null,
    voiceOf,
  };
}
