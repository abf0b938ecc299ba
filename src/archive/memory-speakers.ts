import type { Voice } from "../core/index.ts";
import { foldedName } from "./filter.ts";
import type { Searched } from "./memory-search.ts";
import { type HeldSpeaker, officesIn, SpeakerRegister } from "./speaker-register.ts";
import { byDate } from "./summary.ts";

/** Everybody who speaks in the documents, each of which has its place as its number. */
export function registerOf(documents: readonly Searched[]): SpeakerRegister {
  return new SpeakerRegister(
    documents.flatMap((one, document) => speakingIn(one).map((name) => ({ name, document }))),
  );
}

/** What the documents have of a name. */
export function speakerIn(documents: readonly Searched[], name: string): HeldSpeaker {
  const register = registerOf(documents);
  const alike = register.alike(name);
  const found = register.find(name);
  if (found === null) return { name, documents: 0, held: [], alike };
  const held = found.held.map((place) => {
    const { edition, summary: document } = documents[place]!;
    const own = edition.document.passages.filter(({ voice }) => isNamed(voice, name));
    return { document, offices: officesIn(document, name), passages: own.length };
  });
  held.sort((a, b) => byDate(a.document, b.document));
  return { name: found.name, documents: found.documents, held, alike };
}

/** Whom the header names, and whose passages there are. */
function speakingIn({ edition, summary: { speakers, interviewer } }: Searched): string[] {
  const voices = edition.document.passages.map(({ voice }) => (voice.kind === "quoted" ? null : voice.name));
  return [...speakers.map(({ name }) => name), interviewer, ...voices].filter((name) => name !== null);
}

function isNamed({ kind, name }: Voice, wanted: string): boolean {
  return kind !== "quoted" && name !== null && foldedName(name) === foldedName(wanted);
}
