import { cueParts } from "./cue-part.ts";
import { readCueText } from "./cue-text.ts";
import { EntityReader } from "./entity-reader.ts";
import { FormatError } from "./format-error.ts";
import type { FormattedText } from "./formatted-text.ts";
import { LineIndex } from "./line-index.ts";
import { RollingCues } from "./rolling-cues.ts";
import { SpeakerLabels } from "./speaker-label.ts";
import { readSubtitleFile, type SubtitleFile } from "./subtitle-file.ts";
import { SubtitleWriter } from "./subtitle-writer.ts";

/** A cue of more code units is none: a display holds two hundred, a whole talk in one cue half a million. */
const LONGEST_CUE = 1_000_000;
/** A film has two thousand cues, two days of live captions at one a second fewer than these. */
const MOST_CUES = 200_000;

/** What all cues of a file tell of each. */
interface Habits {
  readonly labels: SpeakerLabels;
  readonly isRolling: boolean;
}

function habitsOf(text: string, { cues, isWebVtt }: SubtitleFile): Habits {
  const labels = new SpeakerLabels();
  const rolling = new RollingCues();
  const entities = new EntityReader();
  for (const cue of cues) {
    const shown = readCueText(text, cue, isWebVtt, entities);
    const repeated = rolling.next(shown, cue.from, cue.to);
    for (const { index } of shown.text.matchAll(/(?<=^|\n)[^\S\n]*(?=\S)/g)) {
      if (index >= repeated) labels.add(shown.text, index);
    }
  }
  return { labels, isRolling: rolling.isRolling };
}

function refuseTooMuch({ cues }: SubtitleFile, name: string): void {
  const isLong = cues.some(({ start, end }) => end - start > LONGEST_CUE);
  if (!isLong && cues.length <= MOST_CUES) return;
  const reason = isLong
    ? `one of its subtitles has more than ${LONGEST_CUE} characters`
    : `it has more than ${MOST_CUES} subtitles; cut it into several files`;
  throw new FormatError("too-complex", { name, format: "subtitles", reason });
}

function refuse(text: string, name: string, hasCues: boolean): never {
  const format = "subtitles";
  if (hasCues) throw new FormatError("no-text", { name, format, reason: "its subtitles have no words" });
  if (/^\ufeff?WEBVTT/.test(text) && !text.includes("-->"))
    throw new FormatError("no-text", { name, format, reason: "it has no subtitles in it" });
  const reason = "it has no subtitle whose times can be read; is it a .vtt or .srt file?";
  throw new FormatError("damaged", { name, format, reason });
}

/**
 * What subtitles say, WebVTT or SubRip: cues joined into passages, each in the voice that `<v Name>` or a label gives,
 * without the labels, and what rolling captions repeat once. Sounds, music and manner are stage marks. `markup` is null
 * where nothing says who speaks. Throws a {@link FormatError} `damaged` for text without a cue, `no-text` for cues
 * without words, `too-complex` for more or longer cues than any file has.
 */
export function readSubtitles(text: string, name: string): FormattedText {
  const file = readSubtitleFile(text, MOST_CUES);
  refuseTooMuch(file, name);
  const { labels, isRolling } = habitsOf(text, file);
  const rolling = new RollingCues();
  const entities = new EntityReader();
  const writer = new SubtitleWriter();
  for (const cue of file.cues) {
    const shown = readCueText(text, cue, file.isWebVtt, entities);
    writer.begin(cue);
    const from = isRolling ? rolling.next(shown, cue.from, cue.to) : 0;
    for (const part of cueParts(shown.text, from, labels)) {
      if (part.label !== null) writer.label(part.label);
      if (part.kind === "words") writer.words(shown, part.start, part.end);
      else writer.stage(shown, part.start, part.end);
    }
  }
  const { sourceOf, ...written } = writer.finish();
  if (written.blocks.length === 0) refuse(text, name, file.cues.length > 0);
  const index = new LineIndex(text);
  return {
    format: "subtitles",
    title: file.title,
    author: null,
    published: null,
    outlet: null,
    language: file.language,
    address: null,
    captured: null,
    ...written,
    position: (offset) => index.position(sourceOf(offset)),
  };
}
