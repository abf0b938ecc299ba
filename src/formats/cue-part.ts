import type { SpeakerLabel, SpeakerLabels } from "./speaker-label.ts";

/** A stretch of a cue's text: words that are said, or what the captioner says of sounds, music and manner. */
export interface CuePart {
  readonly kind: "words" | "stage";
  readonly start: number;
  readonly end: number;
  /** The label that stands before it. */
  readonly label: SpeakerLabel | null;
}

/** Brackets that hold more are no stage mark. */
const LONGEST_MARK = 120;
const BRACKETS = new RegExp(
  String.raw`\[([^[\]]{1,${LONGEST_MARK}})\]|\(([^()]{1,${LONGEST_MARK}})\)|［([^［］]{1,${LONGEST_MARK}})］|（([^（）]{1,${LONGEST_MARK}})）`,
  "y",
);
/** Songs stand between notes, the last of which counts; where the second is missing, they go on to the cue's end. */
const SONG = /[♪♫♬♩](?:[\s\S]*[♪♫♬♩]|[\s\S]*$)/y;
/** What may open a stage mark, or say inside a line that another speaks. */
const OPENS_MARK = /[[(［（♪♫♬♩]|(?<=\s)>>/g;

/** What a transcriber did not hear is no stage mark: words are missing there. */
const UNHEARD = /^\s*(?:inaudible|indistinct|unintelligible|unclear|_+)(?:\s[\d:.]+)?\s*$/i;
const SOUND =
  /\b(?:laugh|chuckl|giggl|applau|clap|cheer|boo(?:s|ing)\b|sigh|cough|snee[zs]|sniff|gasp|groan|grunt|sob|cr(?:ies|ying)|weep|scream|shout|yell|whisper|mutter|mumbl|hum(?:s|ming)\b|sing(?:s|ing)\b|whistl|music|song|theme|instrumental|bells?\b|ring(?:s|ing)\b|horn|siren|engine|footsteps|knock|door|phone|thunder|wind\b|waves|silence|pause|static|bark|clear(?:s|ing) (?:his |her |their )?throat|crosstalk|chatter|speaking|speaks|in \p{Lu}\p{L}+$|sarcastic|off.?(?:screen|mic|camera)|voice.?over|narrat|continues|on (?:phone|radio|tv)\b|over (?:phone|radio|pa|speaker)|translat|foreign language|Gelächter|Beifall|Musik|rires|applaudissements|musique|risas|aplausos|música|risate|applausi)/iu;
const CAPITALS = /^[^\p{Ll}]*\p{Lu}{2}[^\p{Ll}]*$/u;
/** Where a sentence may begin, and where one may end. */
const BEGINS = /^\s*["“«'‘¿¡-]*(?:\p{Lu}|\p{Lo}|$)/u;
const ENDS = /(?:^|[.!?…:;,。！？؟"”’»–—-])\s*$/u;
const CLOSING = /[.,!?…]*/y;

function endOfLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}

/** End of the stage mark at `at` on the line that began at `begin`, or `at` where none is. */
function stageEnd(text: string, at: number, begin: number): number {
  SONG.lastIndex = at;
  const song = SONG.exec(text);
  if (song !== null) return at + song[0].length;
  BRACKETS.lastIndex = at;
  const bracket = BRACKETS.exec(text);
  if (bracket === null) return at;
  const content = bracket[1] ?? bracket[2] ?? bracket[3] ?? bracket[4]!;
  CLOSING.lastIndex = at + bracket[0].length;
  const end = CLOSING.lastIndex + CLOSING.exec(text)![0].length;
  const after = text.slice(end, endOfLine(text, end));
  const before = text.slice(Math.max(begin, at - 8), at);
  const opens = before.trim() === "";
  const closes = after.trim() === "";
  if (UNHEARD.test(content) || !(opens || closes)) return at;
  if (SOUND.test(content) || CAPITALS.test(content)) return end;
  const isSquare = bracket[1] !== undefined || bracket[3] !== undefined;
  const stands = opens && closes ? true : isSquare && (opens ? BEGINS.test(after) : ENDS.test(before));
  return stands ? end : at;
}

/** Reads a cue's text from its start to its end; see {@link cueParts}. */
class PartReader {
  readonly #text: string;
  readonly #labels: SpeakerLabels;
  readonly #parts: CuePart[] = [];
  #label: SpeakerLabel | null = null;
  /** Where the words begin that are in no part yet. */
  #start: number;
  #at: number;
  /** Where the line begins, or what stands before its words ends. */
  #begin: number;
  /** The next sign that may end the words, at #at or after it. */
  #mark = -1;

  constructor(text: string, from: number, labels: SpeakerLabels) {
    this.#text = text;
    this.#labels = labels;
    this.#start = from;
    this.#at = from;
    this.#begin = from;
  }

  read(): CuePart[] {
    while (this.#at < this.#text.length) {
      this.#lineStart();
      this.#line();
    }
    this.#flush(this.#text.length);
    return this.#parts;
  }

  /** Labels and stage marks, in either order; one label a line. */
  #lineStart(): void {
    const text = this.#text;
    let isLabelled = false;
    for (;;) {
      for (; this.#at < text.length && /\s/.test(text[this.#at]!); this.#at++) {
        if (text[this.#at] !== "\n") continue;
        isLabelled = false;
        this.#begin = this.#at + 1;
      }
      const label = isLabelled ? null : this.#labels.at(text, this.#at);
      if (label !== null) {
        this.#flush(this.#at);
        this.#label = label;
        isLabelled = true;
        this.#begin = this.#start = this.#at += label.length;
      } else if (!this.#stage(this.#at)) {
        return;
      }
    }
  }

  /** The rest of a line, up to its end, the stage mark that it ends in, or where another speaks. */
  #line(): void {
    const end = endOfLine(this.#text, this.#at);
    for (let mark = this.#markAfter(this.#at); mark < end; mark = this.#markAfter(mark)) {
      if (this.#labels.turnsAt(this.#text, mark)) {
        this.#at = mark;
        return;
      }
      if (this.#stage(mark)) return;
    }
    this.#at = end;
  }

  #markAfter(at: number): number {
    if (this.#mark > at) return this.#mark;
    OPENS_MARK.lastIndex = at + 1;
    this.#mark = OPENS_MARK.exec(this.#text)?.index ?? this.#text.length;
    return this.#mark;
  }

  #stage(at: number): boolean {
    const end = stageEnd(this.#text, at, this.#begin);
    if (end === at) return false;
    this.#flush(at);
    this.#parts.push({ kind: "stage", start: at, end, label: null });
    this.#begin = this.#start = this.#at = end;
    return true;
  }

  #flush(end: number): void {
    if (this.#label === null && this.#text.slice(this.#start, end).trim() === "") return;
    this.#parts.push({ kind: "words", start: this.#start, end, label: this.#label });
    this.#label = null;
  }
}

/** Cuts a cue's text, from `from` on, into words and stage marks, and takes the labels out that say who speaks. */
export function cueParts(text: string, from: number, labels: SpeakerLabels): CuePart[] {
  return new PartReader(text, from, labels).read();
}
