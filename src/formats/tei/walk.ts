import type { BlockKind } from "../formatted-text.ts";
import type { MarkedPassage, MarkedVoice } from "../markup.ts";
import {
  attribute,
  elementsIn,
  type Finder,
  idOf,
  languageOf,
  pointed,
  wordsOf,
  XmlElement,
  XmlText,
} from "./element.ts";
import type { Entities } from "./entities.ts";
import { type Context, Flow } from "./flow.ts";
import type { TeiHeader } from "./header.ts";
import { NoteList } from "./note-list.ts";
import { voiceOfLabel } from "./person.ts";
import { hasOwnText, holdsBlocks, isMarked, opening } from "./quoting.ts";
import { rawText } from "./raw-text.ts";
import { type Dispatch, dispatchesOf, dispatchOf } from "./reference.ts";
import { BREAKS, CHOSEN, EVENTS, HEADERS, HOLDERS, LEFT_OUT } from "./vocabulary.ts";

const EDITOR: MarkedVoice = { kind: "editor", name: null };
const UNKNOWN: MarkedVoice = { kind: "unknown", name: null };

/** Kinds of passages that an element's `type` may say. */
const KINDS: ReadonlySet<string> = new Set(
  "header title summary caption opening heading paragraph note stage".split(" "),
);

/** A gap's words that say themselves that they are none: in brackets, or dots alone. */
const SELF_SAID = /^(?:[[(][\s\S]*[\])]|[.…⋯\s]+)$/u;

/** The text of a file: what is walked, and what its header and the file say besides. */
export interface TeiText {
  readonly xml: string;
  readonly entities: Entities;
  readonly root: XmlElement;
  readonly text: XmlElement;
  readonly header: TeiHeader;
  readonly finder: Finder;
}

/** Walks a text's elements and writes its words. Goes down by calls: the file's depth must have been limited. */
export class Walk {
  readonly flow = new Flow();
  readonly #file: TeiText;
  readonly #notes: NoteList;
  readonly #dispatches: ReadonlyMap<string, Dispatch>;
  readonly #waiting: XmlElement[] = [];
  readonly #labelled = new Set<string>();
  #quotes = 0;
  #turn: {
    readonly number: number;
    readonly key: string;
    readonly n: string | null;
    readonly labelled: boolean;
  } | null = null;

  constructor(file: TeiText) {
    this.#file = file;
    this.#notes = new NoteList(file.text, file.finder);
    this.#dispatches = dispatchesOf(file.root, file.finder);
  }

  /** Writes the whole text, the notes that stand in its words at its end. */
  run(): void {
    const language = null;
    const context: Context = {
      shape: { kind: "paragraph", level: 0, language },
      language,
      kind: "paragraph",
      voice: EDITOR,
      turn: null,
      inline: false,
      place: null,
    };
    this.#element(this.#file.text, context);
    for (let note = this.#waiting.shift(); note !== undefined; note = this.#waiting.shift())
      this.#standingNote(note, this.#inside(note, { ...context, turn: null }));
  }

  #children(element: XmlElement, context: Context): void {
    for (const child of element.children) {
      if (child instanceof XmlText) this.#text(child, context);
      else if (child instanceof XmlElement) this.#element(child, context);
    }
  }

  #text(node: XmlText, context: Context): void {
    const { xml, entities } = this.#file;
    for (const { words, source, verbatim } of rawText(xml, node.start, node.end, entities))
      this.flow.text(words, source, verbatim, this.#ofText(context));
  }

  /** What text between blocks is: a paragraph before the turns is the editor's summary. */
  #ofText(context: Context): Context {
    const isBefore = context.kind === "paragraph" && context.turn === null && this.flow.turns.length === 0;
    return isBefore && !this.#file.header.isOwn ? { ...context, kind: "summary" } : context;
  }

  /** The context inside an element: its id, its language. */
  #inside(element: XmlElement, context: Context): Context {
    const place = idOf(element) ?? pointed(element, "sameAs")[0] ?? context.place;
    const language = languageOf(element) ?? context.language;
    if (place === context.place && language === context.language) return context;
    return { ...context, place, language, shape: { ...context.shape, language } };
  }

  #element(element: XmlElement, around: Context): void {
    const { finder } = this.#file;
    const tag = finder.tag(element);
    if (tag === "" || (LEFT_OUT.has(tag) && tag !== "figDesc")) return;
    const context = this.#inside(element, around);
    if (BREAKS.has(tag)) this.#break(element, tag);
    else if (EVENTS.has(tag)) this.#event(element, tag, context);
    else if (HOLDERS.has(tag)) this.#holder(element, context);
    else if (HEADERS.has(tag)) this.#block(element, context, "paragraph", this.#frontKind(context));
    else this.#one(tag, element, context);
  }

  #one(tag: string, element: XmlElement, context: Context): void {
    switch (tag) {
      case "p":
      case "ab":
        return this.#block(element, context, context.shape.kind, this.#kindOf(element, context));
      case "head":
        return this.#head(element, context);
      case "titlePart":
        return this.#block(
          element,
          context,
          "heading",
          this.flow.passages.length === 0 ? "title" : "heading",
        );
      case "sp":
        return this.#speech(element, context);
      case "u":
        return this.#utterance(element, context);
      case "speaker":
        return this.flow.label(context.turn, () => this.#label(element, context));
      case "label":
        return this.#anyLabel(element, context);
      case "l":
        return this.#line(element, context);
      case "lg":
        return this.#block(element, context, context.shape.kind, context.kind, false);
      case "item":
        return this.#block(element, context, "item", context.kind);
      case "row":
      case "castItem":
      case "salute":
      case "signed":
      case "trailer":
      case "address":
      case "opener":
      case "closer":
      case "postscript":
      case "epigraph":
      case "argument":
        return this.#block(element, context, context.shape.kind, context.kind, hasOwnText(element));
      case "figure":
        return this.#figure(element, context);
      case "figDesc":
        return this.#block(element, context, "caption", "caption");
      case "note":
        return this.#note(element, context);
      case "stage":
        return this.#stage(element, context);
      case "choice":
        return this.#choice(element, context);
      case "app":
        return this.#only(["lem", "rdg"], element, context);
      case "subst":
        return this.#children(element, context);
      case "gap":
      case "ellipsis":
        return this.#gap(element, context);
      case "supplied":
        return this.#supplied(element, context);
      case "q":
      case "quote":
      case "said":
        return this.#quotation(element, tag, context);
      case "ref":
      case "ptr":
        return this.#pointer(element, context);
      case "bibl":
      case "biblStruct":
        return this.#bibliography(element, context);
      case "pc":
        return this.#punctuation(element, context);
      case "seg":
        if (!context.inline) return this.#block(element, context, context.shape.kind, context.kind);
        return this.#children(element, context);
      case "cell":
        this.flow.blank(element.start);
        return this.#children(element, context);
      default:
        return this.#children(element, context);
    }
  }

  #holder(element: XmlElement, context: Context): void {
    this.flow.end();
    const level = context.shape.level + (this.#file.finder.tag(element) === "list" ? 1 : 0);
    const holder = { ...context, inline: false, shape: { ...context.shape, level } };
    this.#children(element, holder);
    this.flow.end();
  }

  #block(
    element: XmlElement,
    context: Context,
    shape: BlockKind,
    kind: MarkedPassage["kind"],
    inline = true,
  ): void {
    this.flow.end();
    const { language } = context;
    const level =
      shape === "heading"
        ? 1
        : shape === "item" || shape === "quotation"
          ? Math.max(1, context.shape.level)
          : 0;
    const voice = this.#responsible(element) ?? context.voice;
    this.#children(
      element,
      this.#ofText({ ...context, kind, voice, inline, shape: { kind: shape, level, language } }),
    );
    this.flow.end();
  }

  /** Whose words a paragraph outside turns is, where `resp` says it. */
  #responsible(element: XmlElement): MarkedVoice | null {
    const { header } = this.#file;
    const id = header.isOwn ? pointed(element, "resp")[0] : undefined;
    return id === undefined ? null : (header.persons.get(id)?.voice ?? null);
  }

  #kindOf(element: XmlElement, context: Context): MarkedPassage["kind"] {
    const type = attribute(element, "type");
    return type !== null && KINDS.has(type) ? (type as MarkedPassage["kind"]) : context.kind;
  }

  #frontKind(context: Context): MarkedPassage["kind"] {
    return context.turn === null ? "header" : context.kind;
  }

  /** The first heading above all words is the title. */
  #head(element: XmlElement, context: Context): void {
    const outside = { ...context, turn: null, voice: EDITOR };
    if (context.kind === "caption") return this.#block(element, outside, "caption", "caption");
    const isFirst = this.flow.passages.length === 0 && this.flow.turns.length === 0;
    const kind = this.#kindOf(element, { ...context, kind: isFirst ? "title" : "heading" });
    this.#block(element, outside, "heading", kind);
  }

  #figure(element: XmlElement, context: Context): void {
    this.flow.end();
    const { language } = context;
    const shape = { kind: "caption", level: 0, language } as const;
    this.#children(element, { ...context, turn: null, voice: EDITOR, kind: "caption", inline: false, shape });
    this.flow.end();
  }

  /** A turn of a play or an interview. The same `n` and voice as the turn before: it goes on. */
  #speech(element: XmlElement, context: Context): void {
    const { finder } = this.#file;
    const label = finder.child(element, "speaker");
    const voice = this.#voiceOf(element) ?? this.#labelVoice(wordsOf(label));
    const n = attribute(element, "n");
    const key = `${pointed(element, "who").join(" ")} ${voice.kind} ${voice.name}`;
    this.flow.end(true);
    const last = this.#turn;
    const goesOn = last !== null && n !== null && last.n === n && last.key === key;
    const number = goesOn ? last.number : this.flow.beginTurn(voice);
    this.#turn = { number, key, n, labelled: label !== null };
    this.#children(element, { ...context, voice, turn: number, kind: "paragraph", inline: false });
    this.flow.end(true);
  }

  /** A stretch of recorded speech; several of one person, with nobody else's between them, are one turn. */
  #utterance(element: XmlElement, context: Context): void {
    const voice = this.#voiceOf(element) ?? UNKNOWN;
    const who = pointed(element, "who").join(" ");
    this.flow.end(true);
    const last = this.#turn;
    const goesOn = last !== null && who !== "" && last.key === who && !last.labelled;
    const number = goesOn ? last.number : this.flow.beginTurn(voice);
    this.#turn = { number, key: who, n: null, labelled: false };
    const inline = hasOwnText(element);
    this.#children(element, { ...context, voice, turn: number, kind: "paragraph", inline });
    this.flow.end(true);
  }

  /** The voice of `who`; null where there is none. Several voices at once are nobody's in particular. */
  #voiceOf(element: XmlElement): MarkedVoice | null {
    const { header } = this.#file;
    const ids = pointed(element, "who");
    if (ids.length === 0) return null;
    const person = ids.length === 1 ? header.persons.get(ids[0]!) : undefined;
    if (person !== undefined) return person.voice;
    const label = this.#file.finder.child(element, "speaker");
    return label === null || ids.length > 1 ? { kind: "speaker", name: null } : null;
  }

  #labelVoice(label: string | null): MarkedVoice {
    if (label === null) return UNKNOWN;
    const names = [...this.#file.header.persons.values()].flatMap(({ voice }) => voice.name ?? []);
    const voice = voiceOfLabel(label, [...new Set([...names, ...this.#labelled])]);
    if (voice.name !== null) this.#labelled.add(voice.name);
    return voice;
  }

  #label(element: XmlElement, context: Context): void {
    this.#children(element, context);
    if (!this.#file.header.isOwn) this.flow.endLabel(element.end, context);
  }

  /** A label names or numbers the words that follow it in its paragraph; in a list it is words of its own. */
  #anyLabel(element: XmlElement, context: Context): void {
    if (this.flow.hasWords && context.inline) this.#children(element, context);
    else if (context.inline) {
      this.flow.label(null, () => this.#children(element, context));
      if (!this.#file.header.isOwn) this.flow.blank(element.end);
    } else this.#block(element, context, context.shape.kind, context.kind);
  }

  /** Lines of verse stand in one block with those around them. */
  #line(element: XmlElement, context: Context): void {
    const { finder } = this.#file;
    const siblings = elementsIn(element.parent as XmlElement).filter((one) => !BREAKS.has(finder.tag(one)));
    const before = siblings[siblings.indexOf(element) - 1];
    if (before !== undefined && finder.tag(before) === "l") this.flow.lineBreak(element.start);
    else this.flow.end();
    this.#children(element, this.#ofText({ ...context, inline: true }));
    const after = siblings[siblings.indexOf(element) + 1];
    if (after === undefined || finder.tag(after) !== "l") this.flow.end();
  }

  #break(element: XmlElement, tag: string): void {
    if (attribute(element, "break") === "no") this.flow.wordBreak();
    else if (tag === "lb") this.flow.lineBreak(element.start);
    else if (tag !== "milestone") this.flow.blank(element.start);
  }

  /** A cough, a pause: in brackets among the words, or as a stage direction between turns. */
  #event(element: XmlElement, tag: string, context: Context): void {
    const words = wordsOf(element) ?? (tag === "incident" || tag === "event" ? null : tag);
    if (words === null) return;
    const write = (context: Context): void =>
      this.flow.mark("stage", null, () =>
        this.flow.sign(SELF_SAID.test(words) ? words : `[${words}]`, element.start, context),
      );
    if (context.inline) return write(context);
    this.#aside(context, write);
  }

  #stage(element: XmlElement, context: Context): void {
    const mark = (context: Context): void =>
      this.flow.mark("stage", null, () => this.#children(element, context));
    if (!context.inline) return this.#aside(context, mark);
    this.#bracketed(element, context, () => mark(context), "stage");
  }

  /** Words between turns, or in one and none of it. */
  #aside(context: Context, write: (context: Context) => void): void {
    this.flow.end();
    const { language } = context;
    const shape = { kind: "paragraph", level: 0, language } as const;
    write({ ...context, kind: "stage", turn: null, voice: EDITOR, inline: true, shape });
    this.flow.end();
  }

  /** Marks an element's words with brackets around them, where they have none of their own. */
  #bracketed(element: XmlElement, context: Context, plain: () => void, kind: "stage" | "supplied"): void {
    const words = wordsOf(element) ?? "";
    const isBracketed = kind === "stage" ? SELF_SAID.test(words) : /^\[[\s\S]*\]$/u.test(words);
    if (isBracketed) return plain();
    this.flow.mark(kind, null, () => {
      this.flow.sign("[", element.start, context);
      this.#children(element, context);
      this.flow.sign("]", element.end, context);
    });
  }

  #supplied(element: XmlElement, context: Context): void {
    if (!context.inline && holdsBlocks(element, this.#file.finder)) return this.#children(element, context);
    if (wordsOf(element) === null && element.children.length === 0) return;
    const plain = (): void => this.flow.mark("supplied", null, () => this.#children(element, context));
    this.#bracketed(element, context, plain, "supplied");
  }

  #gap(element: XmlElement, context: Context): void {
    const words = wordsOf(element);
    const shown = words === null ? "[…]" : SELF_SAID.test(words) ? words : `[${words}]`;
    this.flow.mark("omission", null, () => this.flow.sign(shown, element.start, this.#ofText(context)));
  }

  #choice(element: XmlElement, context: Context): void {
    this.#only(CHOSEN, element, context);
  }

  /** Of an element's children the first of the names that it has, in the order of the names. */
  #only(tags: readonly string[], element: XmlElement, context: Context): void {
    const { finder } = this.#file;
    const chosen = tags.map((tag) => finder.child(element, tag)).find((one) => one !== null);
    if (chosen === undefined) return;
    this.#children(chosen!, this.#inside(chosen!, context));
  }

  #quotation(element: XmlElement, tag: string, context: Context): void {
    const { finder } = this.#file;
    const own = attribute(element, "direct") === "false" ? null : this.#quotedBy(element, context);
    const write = (inner: Context): void =>
      own === null
        ? this.#quotedWords(element, tag, inner)
        : this.flow.mark("quoted", own.name, () => this.#quotedWords(element, tag, inner));
    const holds = holdsBlocks(element, finder);
    if (context.inline && !holds) return write(context);
    this.flow.end();
    const { language } = context;
    const level = context.shape.kind === "quotation" ? context.shape.level + 1 : 1;
    const shape = tag === "said" ? context.shape : ({ kind: "quotation", level, language } as const);
    write({ ...context, inline: !holds, shape });
    this.flow.end();
  }

  /** The third party whom quoted words are; null for the one who speaks, and where it is not said. */
  #quotedBy(element: XmlElement, context: Context): MarkedVoice | null {
    const parent = element.parent as XmlElement;
    const { finder } = this.#file;
    const who = this.#voiceOf(element);
    if (who !== null) {
      const isSame = who.kind === context.voice.kind && who.name === context.voice.name;
      return isSame && who.name !== null ? null : who;
    }
    if (finder.tag(element) === "quote" && !context.inline && context.turn !== null) {
      const author = finder.tag(parent) === "cit" ? finder.first(parent, "author") : null;
      return { kind: "quoted", name: wordsOf(author) };
    }
    return null;
  }

  /** Quoted words in a paragraph stand between marks, written where the text has none. */
  #quotedWords(element: XmlElement, tag: string, context: Context): void {
    const { header } = this.#file;
    const isIndirect = tag === "said" && attribute(element, "direct") === "false";
    const bare =
      !context.inline ||
      isIndirect ||
      header.keepsQuotationMarks ||
      opening(element) === "" ||
      isMarked(element, this.flow.before) ||
      context.shape.kind === "quotation";
    if (bare) return this.#children(element, context);
    const [open, close] = this.#quotes % 2 === 0 ? ["“", "”"] : ["‘", "’"];
    this.#quotes++;
    this.flow.sign(open!, element.start, context);
    this.#children(element, context);
    this.flow.sign(close!, element.end, context);
    this.#quotes--;
  }

  #pointer(element: XmlElement, context: Context): void {
    const targets = pointed(element, "target");
    const note = targets.map((id) => this.#notes.byId(id)).find((one) => one !== null) ?? null;
    const stated = attribute(element, "type") === "noteAnchor" ? attribute(element, "n") : null;
    const number = stated ?? (note === null ? null : this.#notes.number(note));
    if (number !== null) return this.#marker(element, number, context);
    const dispatch = targets.map((id) => this.#dispatches.get(id)).find((one) => one !== undefined);
    if (dispatch === undefined) return this.#children(element, context);
    this.flow.refer(dispatch, () => this.#children(element, context));
  }

  #marker(element: XmlElement, number: string, context: Context): void {
    const words = wordsOf(element);
    const shown = words !== null && /^\[.*\]$/u.test(words) ? words : `[${number}]`;
    this.flow.mark("note-marker", number, () => this.flow.sign(shown, element.start, context));
  }

  #note(element: XmlElement, context: Context): void {
    if (!this.#notes.isInline(element)) return this.#standingNote(element, context);
    const words = wordsOf(element);
    if (words === null) return;
    if (SELF_SAID.test(words) && attribute(element, "n") === null) {
      return this.flow.mark("stage", null, () => this.#children(element, context));
    }
    const number = this.#notes.number(element)!;
    this.flow.mark("note-marker", number, () => this.flow.sign(`[${number}]`, element.start, context));
    this.#waiting.push(element);
  }

  /** A note where it stands, after its number. */
  #standingNote(element: XmlElement, context: Context): void {
    const { finder } = this.#file;
    this.flow.end(true);
    const { language } = context;
    const shape = { kind: "note", level: 0, language } as const;
    const inside: Context = {
      ...context,
      kind: "note",
      turn: null,
      voice: this.#responsible(element) ?? EDITOR,
      inline: !holdsBlocks(element, finder),
      shape,
    };
    const number = this.#notes.number(element);
    if (number !== null && finder.child(element, "label") === null) {
      this.flow.label(null, () => this.flow.sign(`[${number}]`, element.start, inside));
      this.flow.blank(element.start);
    }
    this.flow.note(number, inside);
    this.#children(element, inside);
    this.flow.end(true);
    this.flow.note(null, inside);
  }

  #bibliography(element: XmlElement, context: Context): void {
    const dispatch = dispatchOf(element, this.#file.finder);
    const write = (context: Context): void =>
      dispatch === null
        ? this.#children(element, context)
        : this.flow.refer(dispatch, () => this.#children(element, context));
    if (context.inline) return write(context);
    this.flow.end();
    write({ ...context, inline: true });
    this.flow.end();
  }

  #punctuation(element: XmlElement, context: Context): void {
    const type = attribute(element, "type");
    if (type !== "open" && type !== "close") return this.#children(element, context);
    this.flow.mark(type, null, () => this.#children(element, context));
  }
}
