export type { Segment, Source, Span, Voice, VoiceKind } from "./source.ts";
