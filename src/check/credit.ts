import type { RuleId, Voice } from "../core/index.ts";
import type { Document } from "../documents/index.ts";
import type { Aliases } from "./aliases.ts";
import { PLAIN_HOUSE } from "./house.ts";
import { fitsOffice, type Identity, readName } from "./person.ts";

/** A voice put against the one a text credits: the rule that breaks, or null. */
export type VoiceBreach = Extract<RuleId, "wrong-voice" | "wrong-speaker"> | null;

/**
 * Whether words in this voice of this document may be credited to `name`.
 * Only a positive finding is a breach: a description that fits nobody, a voice without a name, an attribution that
 * is missing break nothing, since it cannot be told.
 */
export function voiceBreach(
  name: string | null,
  voice: Voice,
  document: Document,
  aliases: Aliases = PLAIN_HOUSE.aliases,
): VoiceBreach {
  if (name === null || voice.kind === "unknown") return null;
  const own = voice.name === null ? "unsure" : identityIn(document, name, voice.name, aliases);
  if (own === "same") return null;
  // A text gives each of its speakers one voice: where the credited one has his own, this is another's.
  const speaks = document.speakers.some(
    (speaker) => identityIn(document, name, speaker.name, aliases) === "same",
  );
  if (voice.kind === "speaker")
    return own === "different" || (voice.name !== null && speaks) ? "wrong-speaker" : null;
  // A third party nobody names: whose words they are cannot be told.
  if (voice.kind === "quoted" && voice.name === null) return null;
  if (speaks) return "wrong-voice";
  return own === "different" && voice.kind !== "editor" ? "wrong-speaker" : null;
}

/**
 * How far words in this voice are from those of the one credited: 0 for his own, or with nobody credited for a
 * speaker's; 1 for another's; 2 for the editor's, who only repeats.
 */
export function voiceDistance(
  name: string | null,
  voice: Voice,
  document: Document,
  aliases: Aliases = PLAIN_HOUSE.aliases,
): number {
  if (name !== null && voice.name !== null && identityIn(document, name, voice.name, aliases) === "same")
    return 0;
  if (voice.kind === "editor") return 2;
  if (name === null) return voice.kind === "speaker" || voice.kind === "unknown" ? 0 : 1;
  return voiceBreach(name, voice, document, aliases) === null ? 0 : 1;
}

/** {@link voiceDistance} in these documents, reckoned once a voice: the matcher asks at every place where words stand. */
export function distanceFrom(
  name: string | null,
  documents: readonly Document[],
  aliases: Aliases = PLAIN_HOUSE.aliases,
): (voice: Voice, source: number) => number {
  const known: Map<Voice, number>[] = [];
  return (voice, source) => {
    known[source] ??= new Map();
    const held = known[source].get(voice);
    if (held !== undefined) return held;
    const distance = voiceDistance(name, voice, documents[source]!, aliases);
    known[source].set(voice, distance);
    return distance;
  };
}

/** {@link identity}, with the document's offices at hand: "the head of the guild" is the one speaker who holds that office. */
function identityIn(document: Document, name: string, held: string, aliases: Aliases): Identity {
  const found = aliases.identity(name, held);
  if (found !== "unsure" || readName(name).isProper) return found;
  const holders = document.speakers.filter(({ office }) => office !== null && fitsOffice(name, office));
  return holders.length === 1 ? aliases.identity(holders[0]!.name, held) : "unsure";
}
