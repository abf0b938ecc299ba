import type { Voice } from "../core/index.ts";

/** Whose words these are, for people: the name that the document gives, or what the voice is. Not yet printable. */
export function voiceLabel({ kind, name }: Voice): string {
  if (name !== null) return name;
  if (kind === "unknown") return "voice unknown";
  return kind === "quoted" ? "the third party quoted" : `the ${kind}`;
}

/** The same with the kind beside a name: "Ada Quay (speaker)". */
export function voiceWithKind(voice: Voice): string {
  const known = voice.name !== null && voice.kind !== "unknown";
  return known ? `${voice.name} (${voice.kind})` : voiceLabel(voice);
}
