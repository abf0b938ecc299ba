import type { NoteLabels, NotePart } from "./note-labels.ts";
import type { Paragraph } from "./paragraph.ts";
import { applySetting, isDeletion, type SettingsKind, settingsKind } from "./settings.ts";
import { StoryText } from "./story-text.ts";
import type { StyleSheet } from "./styles.ts";
import { shownSymbols, symbolOf } from "./symbol.ts";
import type { XmlAttributes } from "./xml-names.ts";
import type { XmlHandler } from "./xml-reader.ts";

/** Elements of which nothing is shown: what is deleted or moved away, settings of controls, what ruby says above a word. */
const NOT_SHOWN = new Set(["w:del", "w:moveFrom", "w:sdtPr", "w:sdtEndPr", "w:rt", "w:rubyPr"]);

/** Notes that only draw the line above the notes. */
const SEPARATORS = new Set(["separator", "continuationSeparator", "continuationNotice"]);

/** Extensions whose words are read, by their usual prefixes: text boxes, groups, canvases, and Word's own. */
const UNDERSTOOD = /^(?:w\d+\w*|wp\d*|wp[cgis])$/;

/** XML's white space: a blank, a tab, the ends of lines. */
function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}

function withoutOuterSpace(words: string): string {
  let start = 0;
  let end = words.length;
  while (start < end && isSpace(words.charCodeAt(start))) start++;
  while (end > start && isSpace(words.charCodeAt(end - 1))) end--;
  return words.slice(start, end);
}

/**
 * Reads a part with text, the body or the notes, as one sees it who has accepted all changes and is shown no comments.
 * Paragraphs of deleted rows, and of alternatives that are not taken, are not there and do not count.
 */
export class Story implements XmlHandler {
  /** The paragraphs of the body. */
  readonly paragraphs: Paragraph[] = [];
  /** The paragraphs of each note, by its id. */
  readonly notes = new Map<string, readonly Paragraph[]>();
  readonly #styles: StyleSheet;
  readonly #labels: NoteLabels;
  readonly #text: StoryText;
  readonly #settings: SettingsKind[] = [];
  /** Of each choice between alternatives, whether one has been taken. */
  readonly #choices: boolean[] = [];
  /** How deep the open rows and cells of tables stand. */
  readonly #rows: number[] = [];
  readonly #cells: number[] = [];
  #depth = 0;
  /** How deep the element stands of which nothing more is shown; 0 where there is none. */
  #passedOver = 0;
  #keepsAllSpace = false;
  #keepsSpace = false;
  /** The words of the open `w:t`; null outside. */
  #words: string | null = null;

  constructor(styles: StyleSheet, labels: NoteLabels) {
    this.#styles = styles;
    this.#labels = labels;
    this.#text = new StoryText(styles, this.paragraphs);
  }

  open(name: string, attributes: XmlAttributes): void {
    this.#depth++;
    if (this.#passedOver > 0) return;
    const around = this.#settings.at(-1);
    const kind = settingsKind(name, around);
    if (NOT_SHOWN.has(name) && around === undefined) this.#passedOver = this.#depth;
    else if (kind !== null) this.#settings.push(kind);
    else if (around !== undefined) this.#set(around, name, attributes);
    else this.#opening.get(name)?.(attributes);
  }

  close(name: string): void {
    const depth = this.#depth--;
    if (this.#passedOver > 0 && this.#passedOver < depth) return;
    this.#passedOver = 0;
    if (settingsKind(name, undefined) !== null) this.#settings.pop();
    else if (this.#settings.length === 0) this.#closing.get(name)?.();
  }

  text(words: string): void {
    if (this.#words !== null) this.#words += words;
  }

  readonly #opening = new Map<string, (attributes: XmlAttributes) => void>([
    ["w:document", (attributes) => this.#begin(attributes)],
    ["w:footnotes", (attributes) => this.#begin(attributes)],
    ["w:endnotes", (attributes) => this.#begin(attributes)],
    ["w:footnote", (attributes) => this.#beginNote(attributes)],
    ["w:endnote", (attributes) => this.#beginNote(attributes)],
    ["w:tbl", () => this.#text.endCarried()],
    ["w:tr", () => this.#rows.push(this.#depth)],
    ["w:tc", () => this.#beginCell()],
    ["w:txbxContent", () => this.#text.beginContainer(this.#text.paragraph?.boxed)],
    ["w:p", () => this.#text.beginParagraph()],
    ["w:r", () => this.#text.beginRun()],
    ["m:r", () => this.#text.beginRun()],
    ["w:t", (attributes) => this.#beginWords(attributes)],
    ["m:t", (attributes) => this.#beginWords(attributes)],
    ["w:tab", () => this.#text.write("\t")],
    ["w:ptab", () => this.#text.write("\t")],
    ["w:br", () => this.#text.write("\n")],
    ["w:cr", () => this.#text.write("\n")],
    ["w:noBreakHyphen", () => this.#text.write("\u2011")],
    ["w:softHyphen", () => this.#text.write("\u00ad")],
    ["w:sym", (attributes) => this.#symbol(attributes)],
    ["w:fldChar", (attributes) => this.#text.fields.mark(attributes["w:fldCharType"])],
    ["w:footnoteReference", (attributes) => this.#noteMarker("footnotes", attributes)],
    ["w:endnoteReference", (attributes) => this.#noteMarker("endnotes", attributes)],
    ["mc:AlternateContent", () => this.#choices.push(false)],
    ["mc:Choice", (attributes) => this.#alternative(attributes.Requires ?? "")],
    ["mc:Fallback", () => this.#alternative("")],
  ]);

  readonly #closing = new Map<string, () => void>([
    ["w:footnote", () => this.#text.endContainer()],
    ["w:endnote", () => this.#text.endContainer()],
    ["w:tr", () => this.#rows.pop()],
    ["w:tc", () => this.#endCell()],
    ["w:txbxContent", () => this.#text.endContainer()],
    ["w:p", () => this.#text.endParagraph()],
    ["w:r", () => this.#text.endRun()],
    ["m:r", () => this.#text.endRun()],
    ["w:t", () => this.#endWords()],
    ["m:t", () => this.#endWords()],
    ["w:document", () => this.#text.endCarried()],
    ["mc:AlternateContent", () => this.#choices.pop()],
  ]);

  #set(kind: SettingsKind, name: string, attributes: XmlAttributes): void {
    const holder = kind === "row" ? this.#rows.at(-1) : this.#cells.at(-1);
    if (name.endsWith("Change")) {
      this.#passedOver = this.#depth;
    } else if (isDeletion(kind, name) && holder === this.#depth - 2) {
      this.#settings.pop();
      this.#passedOver = holder;
    } else {
      applySetting(kind, name, attributes, this.#text, this.#styles);
    }
  }

  #begin(attributes: XmlAttributes): void {
    this.#keepsAllSpace = attributes["xml:space"] === "preserve";
  }

  #beginNote(attributes: XmlAttributes): void {
    const paragraphs: Paragraph[] = [];
    this.#text.beginContainer(paragraphs);
    if (SEPARATORS.has(attributes["w:type"] ?? "")) this.#passedOver = this.#depth;
    else this.notes.set(attributes["w:id"] ?? "", paragraphs);
  }

  #beginCell(): void {
    this.#cells.push(this.#depth);
    this.#text.beginContainer();
  }

  #endCell(): void {
    this.#cells.pop();
    this.#text.endContainer();
  }

  #beginWords(attributes: XmlAttributes): void {
    this.#words = "";
    this.#keepsSpace = this.#keepsAllSpace || attributes["xml:space"] === "preserve";
  }

  /** Space at the ends is the file's layout unless it says otherwise; tabs and lines inside are blanks. */
  #endWords(): void {
    if (this.#words === null) return;
    const kept = this.#keepsSpace ? this.#words : withoutOuterSpace(this.#words);
    this.#words = null;
    this.#text.write(shownSymbols(this.#text.run?.properties.font ?? null, kept.replace(/[\t\n\r]/g, " ")));
  }

  #symbol(attributes: XmlAttributes): void {
    const code = Number.parseInt(attributes["w:char"] ?? "", 16);
    this.#text.write(symbolOf(attributes["w:font"] ?? null, code));
  }

  #noteMarker(part: NotePart, attributes: XmlAttributes): void {
    if (!this.#text.isShown) return;
    this.#text.write(`[${this.#labels.label(part, attributes["w:id"] ?? "")}]`);
    const mark = attributes["w:customMarkFollows"];
    if (mark === "1" || mark === "true" || mark === "on") this.#text.muteRun();
  }

  #alternative(requires: string): void {
    const isUnderstood = requires.split(/\s+/).every((prefix) => prefix === "" || UNDERSTOOD.test(prefix));
    if (this.#choices.at(-1) !== false || !isUnderstood) this.#passedOver = this.#depth;
    else this.#choices[this.#choices.length - 1] = true;
  }
}
