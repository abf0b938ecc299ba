import {
  byDate,
  type HeldSpeaker,
  officesIn,
  type SpeakerDocument,
  SpeakerRegister,
  type Speaking,
} from "../../archive/index.ts";
import { summaryOfRow } from "./document-row.ts";
import { headers } from "./headers.ts";
import { damaged } from "./seal.ts";
import type { Session } from "./session.ts";

/** Everybody who speaks, remembered until somebody writes; inside of the session's `read`. */
export function speakersOf(session: Session): SpeakerRegister {
  return session.remembered("speakers", () => new SpeakerRegister(speaking(session)));
}

/** See `Archive.speaker`; inside of the session's `read`. */
export function heldSpeaker(session: Session, name: string): HeldSpeaker {
  const register = speakersOf(session);
  const alike = register.alike(name);
  const found = register.find(name);
  if (found === null) return { name, documents: 0, held: [], alike };
  const numbers = session.names.numbersOf(found.spellings);
  const held = found.held.map((id): SpeakerDocument => {
    const row = session.editions.documents.by("id", id);
    if (row === undefined) throw damaged("document", { document: id });
    const document = summaryOfRow(row);
    return {
      document,
      offices: officesIn(document, name),
      passages: session.fullText.passagesOf(row, numbers),
    };
  });
  held.sort((a, b) => byDate(a.document, b.document));
  return { name: found.name, documents: found.documents, held, alike };
}

/** A name stands with each version in which it is a voice's; whom no header names may only be quoted there. */
function speaking(session: Session): Speaking[] {
  const { names, fullText } = session;
  const rows = new Map(headers(session).map((row) => [row.id, row]));
  return names.inLatest().filter(({ name, number, document }) => {
    const row = rows.get(document)!;
    const isInHeader = row.interviewer === name || row.speakers.some((one) => one.name === name);
    return isInHeader || fullText.passagesOf(row, [number]) > 0;
  });
}
