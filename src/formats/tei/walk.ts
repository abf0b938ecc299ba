import type { BlockKind } from "../formatted-text.ts";
import type { MarkedPassage } from "../markup.ts";
import {
  attribute,
  type Finder,
  hasOwnText,
  idOf,
  languageOf,
  pointed,
  XmlElement,
  XmlText,
} from "./element.ts";
import type { Entities } from "./entities.ts";
import { type Context, EDITOR, Flow } from "./flow.ts";
import { HANDLERS } from "./handlers.ts";
import type { TeiHeader } from "./header.ts";
import { NoteList } from "./note-list.ts";
import { isPlain, rawText } from "./raw-text.ts";
import { type Dispatch, dispatchesOf } from "./reference.ts";
import { TurnState } from "./turn-state.ts";
import { HOLDERS, LEFT_OUT } from "./vocabulary.ts";

/** Kinds of passages that an element's `type` may say. */
const KINDS: ReadonlySet<string> = new Set(
  "header title summary caption opening heading paragraph note stage".split(" "),
);

/** The text of a file: what is walked, and what its header and the file say besides. */
export interface TeiText {
  readonly xml: string;
  readonly entities: Entities;
  readonly root: XmlElement;
  readonly text: XmlElement;
  readonly header: TeiHeader;
  readonly finder: Finder;
}

/**
 * Walks a text's elements and writes their words; what an element does beside that is its handler's. Goes down by calls:
 * the file's depth must have been limited.
 */
export class Walk {
  readonly flow = new Flow();
  readonly header: TeiHeader;
  readonly finder: Finder;
  readonly notes: NoteList;
  readonly dispatches: ReadonlyMap<string, Dispatch>;
  readonly turns: TurnState;
  /** Notes that stand in the words: they are written below the text. */
  readonly waiting: { readonly write: () => void }[] = [];
  /** What holds the lines of verse that were written last. */
  verse: unknown = null;
  readonly #file: TeiText;

  constructor(file: TeiText) {
    this.#file = file;
    this.header = file.header;
    this.finder = file.finder;
    this.notes = new NoteList(file.text, file.finder);
    this.dispatches = dispatchesOf(file.root, file.finder);
    this.turns = new TurnState(this.flow, file.header, file.finder);
  }

  /** Writes the whole text. */
  run(): void {
    this.element(this.#file.text, {
      shape: { kind: "paragraph", level: 0, language: null },
      language: null,
      kind: "paragraph",
      voice: EDITOR,
      turn: null,
      inline: false,
      place: null,
      quotes: 0,
    });
    // A note may hold notes, which are then written behind all others.
    for (let next = 0; next < this.waiting.length; next++) this.waiting[next]!.write();
  }

  element(element: XmlElement, around: Context): void {
    const tag = this.finder.tag(element);
    if (tag === "" || LEFT_OUT.has(tag)) return;
    const context = this.inside(element, around);
    const handler = HANDLERS.get(tag);
    if (handler !== undefined) handler(this, element, context, tag);
    else if (HOLDERS.has(tag)) this.holder(element, context);
    else this.children(element, context);
  }

  children(element: XmlElement, context: Context): void {
    for (const child of element.children) {
      if (child instanceof XmlText) this.#text(child, context);
      else if (child instanceof XmlElement) this.element(child, context);
    }
  }

  /** The context inside an element: its id, its language. */
  inside(element: XmlElement, context: Context): Context {
    const place = idOf(element) ?? pointed(element, "sameAs")[0] ?? context.place;
    const language = languageOf(element) ?? context.language;
    if (place === context.place && language === context.language) return context;
    return { ...context, place, language, shape: { ...context.shape, language } };
  }

  /** An element whose own text is no paragraph of those inside. */
  holder(element: XmlElement, context: Context): void {
    this.flow.end();
    const level = context.shape.level + (this.finder.tag(element) === "list" ? 1 : 0);
    this.children(element, { ...context, inline: false, shape: { ...context.shape, level } });
    this.flow.end();
  }

  /** A paragraph or the like, in a block of this kind. */
  block(element: XmlElement, context: Context, shape: BlockKind, kind: MarkedPassage["kind"]): void {
    this.flow.end();
    const { language } = context;
    const nested = shape === "item" || shape === "quotation";
    const level = shape === "heading" ? 1 : nested ? Math.max(1, context.shape.level) : 0;
    const voice = this.turns.responsible(element) ?? context.voice;
    const block = { ...context, kind, voice, inline: true, shape: { kind: shape, level, language } };
    this.children(element, this.before(block));
    this.flow.end();
  }

  /** A block of the kind that stands there anyway; one that only holds others is none itself. */
  paragraph(element: XmlElement, context: Context): void {
    if (hasOwnText(element)) this.block(element, context, context.shape.kind, context.kind);
    else this.holder(element, context);
  }

  /** What stands before all turns and is nobody's is the editor's summary. */
  before(context: Context): Context {
    const isBefore = context.kind === "paragraph" && context.turn === null && this.flow.turns.length === 0;
    return isBefore && !this.header.isOwn ? { ...context, kind: "summary" } : context;
  }

  /** The kind of passage that an element says it is, else `kind`. */
  kindOf(element: XmlElement, kind: MarkedPassage["kind"]): MarkedPassage["kind"] {
    const type = attribute(element, "type");
    return type !== null && KINDS.has(type) ? (type as MarkedPassage["kind"]) : kind;
  }

  #text(node: XmlText, context: Context): void {
    const { xml, entities } = this.#file;
    const inside = this.before(context);
    const words = xml.slice(node.start, node.end);
    if (isPlain(words)) this.flow.text(words, node.start, true, inside);
    else
      for (const one of rawText(words, node.start, entities))
        this.flow.text(one.words, one.source, one.verbatim, inside);
  }
}
