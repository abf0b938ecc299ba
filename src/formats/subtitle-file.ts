/** A subtitle: when it is shown, in milliseconds, and where in the file its lines stand, end-exclusive. */
export interface Cue {
  /** Counted from 1 as the file has them. */
  readonly number: number;
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

/** What a file of subtitles holds; `title` and `language` are what its header and notes say. */
export interface SubtitleFile {
  readonly isWebVtt: boolean;
  readonly title: string | null;
  readonly language: string | null;
  /** In the order in which they are shown. */
  readonly cues: readonly Cue[];
}

interface Line {
  readonly start: number;
  readonly end: number;
}

const TIME = String.raw`(?:(\d{1,4}):)?(\d{1,3}):(\d{1,2})(?:[.,:](\d{1,3}))?`;
/** Hours may be missing, and files of one format have the other's decimal sign. What follows are settings. */
const TIMES = new RegExp(String.raw`^\s*${TIME}\s*-{1,2}>\s*${TIME}(?:\s|$)`);
const BLANK = /^\s*$/;
const NUMBER = /^\s*\d{1,9}\s*$/;
/** Blocks of a WebVTT file that are no cues. */
const ASIDE = /^\s*(?:NOTE|STYLE|REGION)(?:\s|$)/;
const TITLE = /^\s*(?:NOTE\s+)?title\s*[:=]\s*(\S.*)$/i;
const LANGUAGE = /^\s*(?:NOTE\s+)?language\s*[:=]\s*([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)/i;
/** A longer header line is looked at no further. */
const LONGEST_LINE = 1000;

function* linesOf(text: string): Generator<Line> {
  let start = text.startsWith("\ufeff") ? 1 : 0;
  for (const { 0: mark, index } of text.matchAll(/\r\n|[\n\r]/g)) {
    yield { start, end: index };
    start = index + mark.length;
  }
  yield { start, end: text.length };
}

function milliseconds(parts: readonly (string | undefined)[]): number {
  const [hours = "0", minutes, seconds, fraction = "0"] = parts;
  const whole = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  return whole * 1000 + Number(fraction.padEnd(3, "0"));
}

/** Reads lines one by one into cues; a cue's lines end where the next one's identifier or times begin. */
class CueReader {
  readonly #text: string;
  readonly #isWebVtt: boolean;
  readonly #cues: Cue[] = [];
  #open: { from: number; to: number; start: number; end: number; lines: number } | null = null;
  /** The last line, where it may be the identifier of the cue whose times come next. */
  #last: Line | null = null;
  /** An empty line was read since the last words: what comes next may be an identifier, or words all the same. */
  #parted = true;
  #aside = true;
  #held: Line | null = null;

  constructor(text: string, isWebVtt: boolean) {
    this.#text = text;
    this.#isWebVtt = isWebVtt;
  }

  line(line: Line): void {
    const words = this.#text.slice(line.start, Math.min(line.end, line.start + LONGEST_LINE));
    const times = words.includes(">") ? TIMES.exec(words) : null;
    if (times !== null) this.#begin(times, line);
    else if (BLANK.test(words) && this.#isBlank(line)) this.#part();
    else this.#words(words, line);
  }

  get count(): number {
    return this.#cues.length;
  }

  finish(): readonly Cue[] {
    this.#keepHeld();
    this.#close();
    return this.#cues;
  }

  #begin(times: RegExpExecArray, line: Line): void {
    if (this.#isWebVtt || this.#isNumber(this.#held)) this.#held = null;
    this.#keepHeld();
    if (!this.#parted && this.#open !== null && this.#open.lines > 1 && this.#isNumber(this.#last)) {
      this.#open.end = this.#last!.start;
    }
    this.#close();
    const from = milliseconds(times.slice(1, 5));
    const to = milliseconds(times.slice(5, 9));
    this.#open = { from, to: Math.max(from, to), start: line.end, end: line.end, lines: 0 };
    this.#parted = false;
    this.#aside = false;
    this.#last = null;
  }

  #isBlank(line: Line): boolean {
    return BLANK.test(this.#text.slice(line.start, line.end));
  }

  #isNumber(line: Line | null): boolean {
    return line !== null && NUMBER.test(this.#text.slice(line.start, line.end));
  }

  #part(): void {
    this.#keepHeld();
    this.#parted = true;
    this.#aside = false;
    this.#last = null;
  }

  #words(words: string, line: Line): void {
    if (this.#aside || this.#open === null) return;
    if (!this.#parted) {
      this.#take(line);
    } else if (this.#isWebVtt && this.#held === null && ASIDE.test(words)) {
      this.#aside = true;
    } else {
      // A first line after an empty one is held back: times may follow it.
      this.#keepHeld();
      this.#held = line;
    }
  }

  /** Words after an empty line that no times follow: the cue goes on. */
  #keepHeld(): void {
    if (this.#held !== null) this.#take(this.#held);
    this.#held = null;
  }

  #take(line: Line): void {
    if (this.#open === null) return;
    this.#open.end = line.end;
    this.#open.lines++;
    this.#last = line;
  }

  #close(): void {
    if (this.#open === null) return;
    const { from, to, start, end } = this.#open;
    this.#cues.push({ number: this.#cues.length + 1, from, to, start, end });
    this.#open = null;
  }
}

/** What the lines before the first cue, and notes, say of the file. */
function headOf(text: string): Pick<SubtitleFile, "title" | "language"> {
  let title = /^\ufeff?WEBVTT[ \t]+[-–—:]*[ \t]*([^\r\n]{1,500})/.exec(text)?.[1]?.trim() || null;
  let language: string | null = null;
  let inHead = true;
  let count = 0;
  for (const { start, end } of linesOf(text)) {
    if (++count > MOST_HEAD_LINES) break;
    const words = text.slice(start, Math.min(end, start + LONGEST_LINE));
    if (words.includes("-->")) inHead = false;
    if (!inHead && !/^\s*NOTE\s/.test(words)) continue;
    title ??= TITLE.exec(words)?.[1]?.trim() ?? null;
    language ??= LANGUAGE.exec(words)?.[1] ?? null;
  }
  return { title, language };
}

/** Notes that name a file's title stand at its start. */
const MOST_HEAD_LINES = 200;

/**
 * Cuts a WebVTT or SubRip file into its cues, in one pass over its lines. Reads what players read, and what careless
 * tools write: numbers and empty lines that are missing, empty lines inside a cue, times in the wrong order. Of more than
 * `most` cues it reads one more and no further.
 */
export function readSubtitleFile(text: string, most: number): SubtitleFile {
  const isWebVtt = /^\ufeff?WEBVTT(?=\s|$)/.test(text);
  const reader = new CueReader(text, isWebVtt);
  for (const line of linesOf(text)) {
    reader.line(line);
    if (reader.count > most) break;
  }
  const cues = [...reader.finish()].sort((a, b) => a.from - b.from || a.number - b.number);
  return { isWebVtt, ...(isWebVtt ? headOf(text) : { title: null, language: null }), cues };
}
