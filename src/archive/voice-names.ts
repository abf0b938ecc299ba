import type { Segment, VoiceKind } from "../core/index.ts";
import type { Document } from "../documents/index.ts";

/** A name that somebody has in the documents. */
export interface VoiceName {
  readonly name: string;
  /** Whether he is only quoted by those who speak. */
  readonly onlyQuoted: boolean;
}

/** Who speaks in documents. */
export interface VoiceNames {
  readonly names: readonly VoiceName[];
  /** Whether somebody speaks whom no document names: he may be anybody. */
  readonly anonymous: boolean;
}

const SPEAKS: ReadonlySet<VoiceKind> = new Set(["speaker", "unknown"]);

/** Every name of a voice in the documents, in the order of their letters, so that it matters not which document came first; `segments` are all segments of their sources. */
export function voiceNames(
  documents: readonly Pick<Document, "speakers" | "interviewer">[],
  segments: Iterable<Pick<Segment, "voice">>,
): VoiceNames {
  const names = new Map<string, boolean>();
  const add = (name: string | null, quoted: boolean): void => {
    if (name !== null) names.set(name, quoted && names.get(name) !== false);
  };
  for (const { speakers, interviewer } of documents) {
    for (const { name } of speakers) add(name, false);
    add(interviewer, false);
  }
  let anonymous = false;
  for (const { voice } of segments) {
    add(voice.name, voice.kind === "quoted");
    anonymous ||= voice.name === null && SPEAKS.has(voice.kind);
  }
  const sorted = Array.from(names, ([name, onlyQuoted]) => ({ name, onlyQuoted })).sort(byName);
  return { names: sorted, anonymous };
}

function byName(a: VoiceName, b: VoiceName): number {
  return a.name < b.name ? -1 : 1;
}
