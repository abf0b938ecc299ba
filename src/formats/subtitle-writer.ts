import { BlockWriter } from "./block-writer.ts";
import { type CueRun, type CueText, runsWithin } from "./cue-text.ts";
import type { Block } from "./formatted-text.ts";
import { HtmlFlow } from "./html-flow.ts";
import type { SourceRun } from "./html-source.ts";
import type { MarkedPassage, MarkedTurn, MarkedVoice, Markup } from "./markup.ts";
import type { Place, PlacedSpan } from "./place.ts";
import { PlaceTrail } from "./place-trail.ts";
import { type SpeakerLabel, speakerKey } from "./speaker-label.ts";
import type { Cue } from "./subtitle-file.ts";

/**
 * Silence after which a new passage begins, in milliseconds. Within running speech cues follow each other at once or
 * after a breath of a second or two; who is silent for longer has ended what he was saying.
 */
const LONG_PAUSE = 4000;
/** A passage of so many code units, about a minute of speech, ends where a sentence does. */
const LONG_PASSAGE = 800;
/** Captions without full stops, as machines write them, are cut here, at a cue's end. */
const LONGEST_PASSAGE = 2400;

const SENTENCE_END = /[.!?…。！？؟।]["”’»)\]]*$/u;
const BROKEN_WORD = /[\p{L}\p{M}][-‐]$/u;
/** Dots at a cue's end, and at the next one's start where it has them, that say that the sentence goes on. */
const DOTS = /(?:\.{2,}|…)\s*$/;
const GOES_ON = /^\s*(?:\.{2,}|…)?\s*(?=["'“‘]?\p{Ll})/u;

const SHAPE = { kind: "paragraph", level: 0, language: null } as const;
const UNKNOWN: MarkedVoice = { kind: "unknown", name: null };
const EDITOR: MarkedVoice = { kind: "editor", name: null };

/** Who speaks: a name's key, or null for one unknown, told from others by a number. */
interface Speaker {
  readonly key: string | null;
  readonly serial: number;
}

/** What {@link SubtitleWriter.finish} gives; `markup` is null where nothing says who speaks. */
export interface WrittenSubtitles {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly places: readonly PlacedSpan[];
  readonly markup: Markup | null;
  sourceOf(offset: number): number;
}

/** Joins what cues show into passages: a block each, and a new one where the voice changes or a pause is long. */
export class SubtitleWriter {
  readonly #writer = new BlockWriter();
  readonly #flow = new HtmlFlow(this.#writer);
  readonly #trail = new PlaceTrail();
  /** Of each block: its turn, from 1, or null for a stage mark. */
  readonly #turnOf: (number | null)[] = [];
  readonly #turns: Speaker[] = [];
  readonly #names = new Map<string, { name: string; office: string | null }>();
  #held: Speaker = { key: null, serial: 0 };
  #unknown = 0;
  /** A name or `>>` was read: turns are known. */
  #isMarked = false;
  /** The turn that the next block belongs to. */
  #turn: number | null = null;
  #from = 0;
  #to = 0;
  /** The white space that came after the last words; null where none did. */
  #gap: SourceRun | null = null;
  #place: (Place & { readonly kind: "cue" }) | null = null;
  /** Dots that may say no more than that the sentence goes on. */
  #dots: (SourceRun & { readonly place: Place }) | null = null;

  begin(cue: Cue): void {
    if (this.#writer.isOpen && cue.from - this.#to > LONG_PAUSE) this.#end();
    this.#to = Math.max(this.#to, cue.to);
    this.#place = { kind: "cue", number: cue.number, from: cue.from, to: cue.to };
    this.#gap = blankAt(cue.start);
  }

  /** What says who speaks next, until the next such mark. */
  label({ name, role, mark }: SpeakerLabel): void {
    if (name !== null) {
      this.#held = this.#named(name, role);
    } else {
      if (mark === "chevrons") this.#isMarked = true;
      this.#held = { key: null, serial: ++this.#unknown };
    }
  }

  words(shown: CueText, start: number, end: number): void {
    const last = shown.text.trimEnd().length;
    for (const run of runsWithin(shown, start, end)) {
      if (run.words.trim() === "") this.#gap = run;
      else this.#run(run, Math.max(start, run.at) + run.words.length >= last);
    }
    if (end < shown.text.length) this.#gap ??= blankAt(shown.runs[0]!.source);
  }

  stage(shown: CueText, start: number, end: number): void {
    this.#end();
    this.#turn = null;
    for (const run of runsWithin(shown, start, end)) {
      if (run.words.trim() === "") this.#gap = run;
      else this.#write(run, this.#placeOf(run));
    }
    this.#end();
  }

  finish(): WrittenSubtitles {
    this.#end();
    const { text, blocks, sourceOf } = this.#writer.finish();
    return {
      text,
      blocks,
      sourceOf,
      places: this.#trail.finish(text),
      markup: this.#isMarked ? this.#markup(blocks) : null,
    };
  }

  #named(name: string, role: string | null): Speaker {
    this.#isMarked = true;
    const key = speakerKey(name);
    const known = this.#names.get(key);
    // Of two spellings the one with small letters tells more.
    const spelling = known === undefined || !/\p{Ll}/u.test(known.name) ? name : known.name;
    this.#names.set(key, { name: spelling, office: known?.office ?? role });
    return { key, serial: 0 };
  }

  #run(run: SourceRun & CueRun, endsCue: boolean): void {
    this.#passage(run.voice === null ? this.#held : this.#named(run.voice, null));
    const place = this.#placeOf(run);
    const words = this.#afterDots(run);
    const dots = endsCue ? DOTS.exec(words.words) : null;
    if (dots === null) {
      this.#write(words, place);
    } else {
      this.#write(part(words, 0, dots.index), place);
      this.#dots = { ...part(words, dots.index, words.words.length), place };
    }
  }

  /** Sees to it that words of this speaker can be written. */
  #passage(speaker: Speaker): void {
    const last = this.#turns.at(-1);
    const goesOn = last !== undefined && last.key === speaker.key && last.serial === speaker.serial;
    const length = this.#writer.length - this.#from;
    const isFull =
      length > LONGEST_PASSAGE || (length > LONG_PASSAGE && SENTENCE_END.test(this.#writer.tail));
    if (!goesOn || isFull) this.#end();
    if (!goesOn) this.#turns.push(speaker);
    this.#turn = this.#turns.length;
  }

  /** Writes the dots that the cue before ended in, or drops them, and those at the start of this run's words. */
  #afterDots(run: SourceRun & CueRun): SourceRun {
    if (this.#dots === null) return run;
    const more = GOES_ON.exec(run.words);
    if (more === null) this.#putDots();
    this.#dots = null;
    return more === null ? run : part(run, more[0].length, run.words.length);
  }

  #putDots(): void {
    if (this.#dots === null) return;
    const { words, source, verbatim, place } = this.#dots;
    this.#writer.write(words.trim(), source, verbatim, SHAPE);
    this.#trail.note(this.#writer.length, place);
  }

  /** Words after white space stand apart from those before, but for the rest of a word that a hyphen breaks. */
  #write(run: SourceRun, place: Place): void {
    if (run.words.trim() === "") return;
    if (!this.#writer.isOpen) {
      this.#turnOf.push(this.#turn);
      this.#from = this.#writer.length;
    } else if (this.#gap !== null && !(BROKEN_WORD.test(this.#writer.tail) && /^\p{Ll}/u.test(run.words))) {
      this.#flow.text(this.#gap, SHAPE, null, false);
    }
    this.#gap = null;
    this.#flow.text(run, SHAPE, null, false);
    this.#trail.note(this.#writer.length, place);
  }

  #placeOf({ from, to }: CueRun): Place {
    const place = this.#place!;
    if (from !== place.from || to !== place.to) this.#place = { ...place, from, to };
    return this.#place!;
  }

  #end(): void {
    if (this.#writer.isOpen) this.#putDots();
    this.#dots = null;
    this.#gap = null;
    this.#writer.end();
  }

  #voiceOf({ key }: Speaker): MarkedVoice {
    return key === null ? UNKNOWN : { kind: "speaker", name: this.#names.get(key)!.name };
  }

  #markup(blocks: readonly Block[]): Markup {
    const turns = this.#turns.map((speaker): MarkedTurn => ({ voice: this.#voiceOf(speaker), label: null }));
    const passages = blocks.map(({ start, end }, i): MarkedPassage => {
      const turn = this.#turnOf[i]!;
      const kind = turn === null ? "stage" : "paragraph";
      return { kind, start, end, voice: turn === null ? EDITOR : turns[turn - 1]!.voice, turn, note: null };
    });
    return {
      kind: "transcript",
      id: null,
      series: null,
      number: null,
      date: null,
      sourceDate: null,
      subject: null,
      speakers: [...this.#names.values()],
      interviewer: null,
      passages,
      turns,
      marks: null,
      references: [],
    };
  }
}

function part(run: SourceRun, from: number, to: number): SourceRun {
  const source = run.verbatim ? run.source + from : run.source;
  return { words: run.words.slice(from, to), source, verbatim: run.verbatim };
}

function blankAt(source: number): SourceRun {
  return { words: " ", source, verbatim: false };
}
