import { raisedNote } from "../note-marker.ts";
import { Fields } from "./fields.ts";
import { MOST_PARAGRAPHS, type Paragraph, ParagraphDraft } from "./paragraph.ts";
import { Refusal } from "./refusal.ts";
import { Run } from "./run.ts";
import type { StyleSheet } from "./styles.ts";

/** For words that stand in no run. */
const PLAIN_RUN = new Run();

/** What holds paragraphs: the body, a cell, a text box, a note. */
interface Container {
  readonly paragraphs: Paragraph[];
  /** A paragraph whose end is not shown, and which the next goes on with. */
  carried: ParagraphDraft | null;
}

/**
 * Collects the paragraphs of a part. Paragraphs are numbered as they begin, from 1: empty ones too, those in the cells of
 * tables, and those in text boxes, which come after the paragraph that they are anchored in.
 */
export class StoryText {
  readonly fields = new Fields();
  readonly #styles: StyleSheet;
  readonly #containers: Container[] = [];
  readonly #drafts: ParagraphDraft[] = [];
  readonly #runs: Run[] = [];
  /** Labels of the markers that are only raised numbers. */
  readonly #markers = new Set<string>();
  #number = 0;
  #shown = 0;

  /** `paragraphs` takes those that stand in no other container. */
  constructor(styles: StyleSheet, paragraphs: Paragraph[]) {
    this.#styles = styles;
    this.#containers.push({ paragraphs, carried: null });
  }

  /** The innermost paragraph being read. */
  get paragraph(): ParagraphDraft | undefined {
    return this.#drafts.at(-1);
  }

  /** The innermost run being read. */
  get run(): Run | undefined {
    return this.#runs.at(-1);
  }

  beginRun(): void {
    this.#runs.push(new Run());
  }

  endRun(): void {
    this.#runs.pop();
  }

  beginParagraph(): void {
    const container = this.#containers.at(-1)!;
    const style = this.#styles.style(null);
    this.#drafts.push(new ParagraphDraft(++this.#number, this.fields.depth, style, container.carried));
    container.carried = null;
  }

  endParagraph(): void {
    const draft = this.#drafts.pop();
    if (draft === undefined) return;
    this.fields.giveUp(draft.fields);
    const container = this.#containers.at(-1)!;
    if (draft.joinsNext) container.carried = draft;
    else this.#finish(draft, container.paragraphs);
  }

  /** Begins a container of its own; without `paragraphs` they are those of the one around it. */
  beginContainer(paragraphs = this.#containers.at(-1)!.paragraphs): void {
    this.#containers.push({ paragraphs, carried: null });
  }

  endContainer(): void {
    this.endCarried();
    this.#containers.pop();
  }

  /** Nothing follows that the last paragraph could go on in. */
  endCarried(): void {
    const container = this.#containers.at(-1)!;
    if (container.carried !== null) this.#finish(container.carried, container.paragraphs);
    container.carried = null;
  }

  /** Shows nothing more of the innermost run. */
  muteRun(): void {
    if (this.run !== undefined) this.run.muted = true;
  }

  /** Whether words that stood here would be shown. */
  get isShown(): boolean {
    const { paragraph, run = PLAIN_RUN } = this;
    if (paragraph === undefined || this.fields.inCode || run.muted) return false;
    return !run.isHidden(paragraph.style, this.#styles);
  }

  write(words: string): void {
    const { paragraph, run = PLAIN_RUN } = this;
    if (words === "" || paragraph === undefined || !this.isShown) return;
    const shown = run.isRaised(paragraph.style, this.#styles) ? this.#raised(words, paragraph) : words;
    paragraph.add(shown, run.language(words, paragraph.style, this.#styles));
  }

  /** A raised number as a note's marker, where it is one, typed and no note of the program's own. */
  #raised(words: string, paragraph: ParagraphDraft): string {
    const { tail } = paragraph;
    const opens = /^\s*$/.test(tail);
    const label = opens ? words.trim() : raisedNote(words, tail.trimEnd());
    if (label === null || (opens && !this.#markers.has(label))) return words;
    if (opens) paragraph.isNote = true;
    else this.#markers.add(label);
    return words.replace(/\S[\s\S]*\S|\S/, `[${label}]`);
  }

  #finish(draft: ParagraphDraft, paragraphs: Paragraph[]): void {
    const paragraph = draft.finish();
    if (paragraph !== null) paragraphs.push(paragraph);
    for (const boxed of draft.boxed) paragraphs.push(boxed);
    if (paragraph !== null && ++this.#shown > MOST_PARAGRAPHS)
      throw new Refusal("too-complex", `it has more than ${MOST_PARAGRAPHS} paragraphs`);
  }
}
