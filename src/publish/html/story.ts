import { html } from "hono/html";
import type { Block } from "../../formats/index.ts";
import { type StoryPiece, type StoryRange, storyPieces, storyRanges } from "../story-pieces.ts";
import { NOTHING } from "./markup.ts";
import { entryId, languageTag, placeId, type ReportView } from "./report-view.ts";
import { type Html, shown } from "./shown-text.ts";

/** The text as it is written, each quotation marked by its status and linked to its finding. */
export function story(view: ReportView): Html {
  const { text } = view;
  const pieces = storyPieces(text.blocks, storyRanges(view.report));
  const painter = new Painter(view, pieces.flat());
  const painted = text.blocks.map((block, i) => ({
    block,
    words: pieces[i]!.map((piece) => painter.paint(piece)),
  }));
  const lang = languageTag(text.language);
  return html`<div class="story-text${text.blocks.length > LONG ? " long" : ""}"${lang === null ? "" : html` lang="${lang}"`}>${grouped(painted, view)}</div>`;
}

/** Blocks of a text that a browser is told to lay out as they come into view. */
const LONG = 300;

interface Painted {
  readonly block: Block;
  readonly words: readonly Html[];
}

/** Items that follow each other are one list. */
function grouped(painted: readonly Painted[], view: ReportView): Html[] {
  const shownBlocks: Html[] = [];
  for (let i = 0; i < painted.length; i++) {
    if (painted[i]!.block.kind !== "item") {
      shownBlocks.push(blockOf(painted[i]!, view));
      continue;
    }
    const items: Html[] = [];
    for (; painted[i]?.block.kind === "item"; i++) items.push(blockOf(painted[i]!, view));
    i--;
    shownBlocks.push(html`<ul>${items}</ul>`);
  }
  return shownBlocks;
}

/** What a status does not say: words may be the source's and yet stand wrongly. */
function worst(problems: readonly { readonly severity: string }[]): Html | "" {
  const severity = ["error", "warning", "info"].find((one) =>
    problems.some((problem) => problem.severity === one),
  );
  return severity === undefined ? "" : html` data-problems="${severity}"`;
}

/** Items and quotations nested deeper stand no further in. */
const DEEPEST = 4;

function blockOf({ block, words }: Painted, { text, level }: ReportView): Html {
  const { kind, language } = block;
  const lang = languageTag(language);
  const own = html` dir="auto"${lang === null ? "" : html` lang="${lang}"`}${
    isVerse(text.text, block, text.format) ? html` class="lines"` : ""
  }`;
  const depth = Math.min(block.level, DEEPEST);
  switch (kind) {
    case "heading": {
      const rank = Math.min(6, block.level + level + 1);
      return html`<h${rank} class="rank-${block.level}"${own}>${words}</h${rank}>`;
    }
    case "quotation":
      return html`<blockquote class="depth-${depth}"><p${own}>${words}</p></blockquote>`;
    case "item":
      return html`<li class="depth-${depth}"><p${own}>${words}</p></li>`;
    case "preformatted":
      return html`<pre dir="auto" tabindex="0">${words}</pre>`;
    case "caption":
    case "note":
      return html`<div class="${kind}"><p${own}>${words}</p></div>`;
    default:
      return html`<p${own}>${words}</p>`;
  }
}

/** Units of a line that was broken for its length; shorter ones were broken for their sense. */
const WRAPPED = 50;

/** Whether a plain text's lines stand as lines: verse and lists do, prose that was wrapped flows. */
function isVerse(text: string, { start, end }: Block, format: string): boolean {
  if (format !== "plain") return false;
  const lines = text.slice(start, end).split(/\r\n|[\n\r\u2028]/u);
  return lines.length > 1 && lines.slice(0, -1).some((line) => line.trim().length < WRAPPED);
}

/** Paints pieces, each range's first one with the id that links back to it. */
class Painter {
  readonly #view: ReportView;
  /** Ids of the articles there are. */
  readonly #articles: ReadonlySet<string>;
  /** Findings with a piece of their own to be clicked. */
  readonly #inner: ReadonlySet<number | null>;
  readonly #placed = new Set<string>();

  constructor(view: ReportView, pieces: readonly StoryPiece[]) {
    this.#view = view;
    this.#articles = new Set(view.entries.map((entry) => entryId(entry, view.prefix)));
    this.#inner = new Set(pieces.map(({ finding }) => finding));
  }

  paint(piece: StoryPiece): Html {
    const signs = piece.opens.filter((range) => this.#needsSign(range)).map((range) => this.#sign(range));
    const words = shown(this.#view.text.text.slice(piece.start, piece.end));
    const inForm = piece.inForm ? html`<span class="in-form">${words}</span>` : words;
    return html`${signs}${piece.finding === null ? inForm : this.#quoted(piece.finding, inForm)}`;
  }

  #quoted(index: number, words: Html | string): Html {
    const { prefix, report } = this.#view;
    const entry = { kind: "finding", index } as const;
    const [id, target] = [placeId(entry, prefix), entryId(entry, prefix)];
    const isFirst = !this.#placed.has(id);
    this.#placed.add(id);
    const { status, problems } = report.findings[index]!;
    const own = html` class="quote" data-status="${status}"${worst(problems)}${isFirst ? html` id="${id}"` : ""}`;
    if (!this.#articles.has(target)) return html`<span${own}>${words}</span>`;
    // The first piece is reached by the keyboard; the others are the same link once more.
    const aloud = isFirst ? html` aria-describedby="says-${status}"` : html` tabindex="-1"`;
    return html`<a href="#${target}"${own}${aloud}>${words}</a>`;
  }

  /** A problem of form has no words to click that are not a quotation's too; nor has a quotation wholly inside others. */
  #needsSign({ kind, index }: StoryRange): boolean {
    const target = entryId({ kind, index }, this.#view.prefix);
    return this.#articles.has(target) && (kind === "form" || !this.#inner.has(index));
  }

  #sign({ kind, index }: StoryRange): Html {
    const { prefix, report } = this.#view;
    const [id, target] = [placeId({ kind, index }, prefix), entryId({ kind, index }, prefix)];
    if (this.#placed.has(id)) return NOTHING;
    this.#placed.add(id);
    const says = kind === "form" ? "problem of form" : report.findings[index]!.status;
    return html`<a class="place-sign" data-status="${kind === "form" ? "form" : says}" id="${id}" href="#${target}" aria-label="${says} ${index + 1}"></a>`;
  }
}
