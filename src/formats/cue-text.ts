import type { EntityReader } from "./entity-reader.ts";
import type { SourceRun } from "./html-source.ts";

/** A stretch of a cue's text: where it begins there, where in the file, whose it is, and when it is said. */
export interface CueRun {
  readonly at: number;
  readonly source: number;
  readonly verbatim: boolean;
  /** The name that a `<v Name>` around it gives; null outside of one. */
  readonly voice: string | null;
  /** Milliseconds: of the time stamps before and after it, or of the cue. */
  readonly from: number;
  readonly to: number;
}

/** What a cue shows, freed of its tags; lines are parted by \n. Every character is in a run. */
export interface CueText {
  readonly text: string;
  readonly runs: readonly CueRun[];
}

/** Tags, time stamps, SubStation overrides, character references, line ends. Linear: no part reaches past the next sign of its kind. */
const TOKEN =
  /<(\/?)([A-Za-z][A-Za-z0-9]*)([^<>]*)>|<((?:\d{1,4}:)?\d{1,3}:\d{1,2}[.,]\d{1,3})>|\{\\[^{}\n]*\}|&(?=[#A-Za-z])|\\[Nnh]|\r\n|[\n\r]/g;

/** Tags that subtitles have; in SubRip any other is text, as `<inaudible>` is. */
const TAGS = new Set("v c i b u s em strong font span lang ruby rt rp br p".split(" "));

class CueTextReader {
  readonly #source: string;
  readonly #entities: EntityReader;
  readonly #isWebVtt: boolean;
  readonly #span: CueSpan;
  readonly #runs: Omit<CueRun, "to">[] = [];
  #text = "";
  #voice: string | null = null;
  #from: number;
  /** Inside `<rt>`: how the words before are read, and no words themselves. */
  #aside = false;

  constructor(source: string, span: CueSpan, isWebVtt: boolean, entities: EntityReader) {
    this.#source = source;
    this.#span = span;
    this.#from = span.from;
    this.#isWebVtt = isWebVtt;
    this.#entities = entities;
  }

  read(): CueText {
    const { start, end } = this.#span;
    const payload = this.#source.slice(start, end);
    let done = 0;
    for (const token of payload.matchAll(TOKEN)) {
      if (token.index < done) continue;
      const length = this.#token(token, payload, start, done);
      if (length > 0) done = token.index + length;
    }
    this.#put(payload.slice(done), start + done, true);
    return { text: this.#text, runs: this.#timed() };
  }

  #timed(): readonly CueRun[] {
    const timed: CueRun[] = [];
    let { to } = this.#span;
    for (let i = this.#runs.length - 1; i >= 0; i--) {
      const run = this.#runs[i]!;
      timed.push({ ...run, to });
      if (i > 0 && this.#runs[i - 1]!.from !== run.from) to = run.from;
    }
    return timed.reverse();
  }

  /** A time stamp outside the cue's own time, or before the last, says nothing. */
  #stamp(stamp: string): void {
    const time = stampTime(stamp);
    if (time >= this.#from && time <= this.#span.to) this.#from = time;
  }

  /** Takes in what stands before a token, then the token; gives its length, 0 where it is text. */
  #token(token: RegExpExecArray, payload: string, start: number, done: number): number {
    const [whole, closing, tag, rest, stamp] = token;
    const source = start + token.index;
    const entity = whole === "&" ? this.#entities.read(payload, token.index) : null;
    if (whole === "&" && entity === null) return 0;
    if (tag !== undefined && !this.#isWebVtt && !TAGS.has(tag.toLowerCase())) return 0;
    this.#put(payload.slice(done, token.index), start + done, true);
    if (entity !== null) this.#put(entity.words.replaceAll("\n", " "), source, false);
    else if (tag !== undefined) this.#tag(tag.toLowerCase(), closing === "/", rest!, source);
    else if (stamp !== undefined) this.#stamp(stamp);
    else if (whole === "\\h") this.#put("\u00a0", source, false);
    else if (!whole.startsWith("{")) this.#put("\n", source, false);
    return entity?.length ?? whole.length;
  }

  #tag(tag: string, closes: boolean, rest: string, source: number): void {
    if (tag === "v") this.#voice = closes ? null : this.#name(rest);
    else if (tag === "rt" || tag === "rp") this.#aside = !closes;
    else if (tag === "ruby") this.#aside = false;
    else if (tag === "br") this.#put("\n", source, false);
  }

  /** `.loud.first Ilse Marrow` names Ilse Marrow. */
  #name(rest: string): string | null {
    const name = /^(?:\.[^\s.]+)*\s+([\s\S]+)$/.exec(rest.slice(0, LONGEST_NAME))?.[1] ?? "";
    const plain = name.replace(
      /&[#A-Za-z]\w*;?/g,
      (reference) => this.#entities.read(reference, 0)?.words ?? reference,
    );
    return plain.replace(/\s+/g, " ").trim() || null;
  }

  #put(words: string, source: number, verbatim: boolean): void {
    if (words === "" || (this.#aside && words !== "\n")) return;
    this.#runs.push({ at: this.#text.length, source, verbatim, voice: this.#voice, from: this.#from });
    this.#text += words;
  }
}

const LONGEST_NAME = 200;

function stampTime(stamp: string): number {
  const [seconds, minutes, hours = "0"] = stamp.replace(",", ".").split(":").reverse();
  return Math.round(((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000);
}

/** Where a cue's lines stand in its file, and when they are shown, in milliseconds. */
interface CueSpan {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

/** Reads the lines of a cue. */
export function readCueText(
  source: string,
  span: CueSpan,
  isWebVtt: boolean,
  entities: EntityReader,
): CueText {
  return new CueTextReader(source, span, isWebVtt, entities).read();
}

/** The runs of `cue.text[start, end)`, each with its words. */
export function* runsWithin(cue: CueText, start: number, end: number): Generator<SourceRun & CueRun> {
  const { text, runs } = cue;
  for (let i = runAt(runs, start); i < runs.length && runs[i]!.at < end; i++) {
    const run = runs[i]!;
    const from = Math.max(start, run.at);
    const to = Math.min(end, runs[i + 1]?.at ?? text.length);
    if (from >= to) continue;
    const source = run.verbatim ? run.source + from - run.at : run.source;
    yield { ...run, words: text.slice(from, to), source };
  }
}

/** Index of the run that an offset stands in. */
function runAt(runs: readonly CueRun[], offset: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (runs[middle]!.at <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
