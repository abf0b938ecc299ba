import type { Edition } from "../archive/index.ts";
import type { Document, Mark, Passage } from "../documents/index.ts";
import { readMarkdown } from "../formats/index.ts";
import { markdownText } from "./markdown-text.ts";
import { oneLine, printable } from "./printable.ts";
import { loneSpeaker, type PrintedPassage, printedPassages, readBack } from "./printed-turn.ts";

/**
 * A version as Markdown: what its header says as front matter, names in bold, headings, third parties' paragraphs as
 * block quotations, notes as footnotes. Read again it has the same words and, where Markdown can say them, the same
 * voices.
 */
export function documentMarkdown(edition: Edition): string {
  const { document } = edition;
  const head = frontMatter(edition);
  return readBack(document, readMarkdown, [
    () => head + body(document, false),
    () => head + body(document, true),
  ]);
}

function frontMatter({ id, version, document }: Edition): string {
  const { title, speakers, date, outlet, language, series, number, subject, sourceDate, interviewer } =
    document;
  const fields: [string, string | null][] = [
    ["title", title],
    ["date", date],
    ["outlet", outlet],
    ["language", language],
    ["series", series],
    ["number", number],
    ["subject", subject],
    ["source-date", sourceDate],
    ["interviewer", interviewer],
    ["id", id],
    ["version", String(version)],
  ];
  const authors =
    speakers.length === 0 ? [] : ["author:", ...speakers.map(({ name }) => `  - ${yamlText(name)}`)];
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`${name}: ${yamlText(value)}`]));
  return `---\n${[...lines, ...authors].join("\n")}\n---\n\n`;
}

function yamlText(text: string): string {
  return `"${oneLine(text.toWellFormed()).replace(/["\\]/gu, "\\$&")}"`;
}

function body(document: Document, named: boolean): string {
  const speaker = named ? loneSpeaker(document) : null;
  const printed = printedPassages(document, named && speaker === null);
  const held = new Set(document.notes.flatMap(({ number, passage }) => (passage === null ? [] : [number])));
  const marks = marksByPassage(document);
  const blocks = printed.map((one) =>
    block(one, document.text, { held, marks: marks.get(one.passage) ?? [] }),
  );
  const last = document.passages.at(-1)?.end ?? 0;
  const rest = document.pieces.filter(({ kind, start }) => kind === "label" && start >= last);
  return `${[
    ...(speaker === null ? [] : [`Speaker: ${words(speaker)}`]),
    ...blocks,
    ...rest.map(({ start, end }) => words(document.text.slice(start, end))),
  ]
    .filter((one) => one !== "")
    .join("\n\n")}\n`;
}

/** The marks that stand in each passage; both are in text order. */
function marksByPassage({ passages, marks }: Document): Map<Passage, Mark[]> {
  const held = new Map<Passage, Mark[]>();
  let next = 0;
  for (const passage of passages) {
    while (next < marks.length && marks[next]!.start < passage.start) next++;
    const first = next;
    while (next < marks.length && marks[next]!.start < passage.end) next++;
    if (next > first) held.set(passage, marks.slice(first, next));
  }
  return held;
}

interface Marks {
  /** Numbers of the notes that have words. */
  readonly held: ReadonlySet<string>;
  /** Of the passage. */
  readonly marks: readonly Mark[];
}

function block({ passage, label, note, isApart }: PrintedPassage, text: string, marks: Marks): string {
  const own = passageWords(passage, text, marks);
  if (note !== null && isFootnote(note)) return `[^${note}]: ${own.replaceAll("\n", "\n    ")}`;
  if (note !== null) return `${words(label ?? `[${note}]`)} ${own}`;
  if (label !== null) return isApart ? `${words(label)}\n${own}` : `**${words(label)}** ${own}`;
  if (passage.kind === "title") return heading(1, own);
  if (passage.kind === "heading") return heading(2, own);
  return isThirdParty(passage, marks.marks) ? own.replace(/^/gmu, "> ") : own;
}

/** A heading is one line. */
function heading(level: 1 | 2, text: string): string {
  return `${"#".repeat(level)} ${text.replace(/\s+/gu, " ")}`;
}

/** Whether all of a passage is what a third party said. */
function isThirdParty({ start, end, voice }: Passage, marks: readonly Mark[]): boolean {
  if (voice.kind === "quoted") return true;
  // A passage's own quotation marks may stand around what is quoted.
  return marks.some((mark) => mark.kind === "quoted" && mark.start - start <= 1 && end - mark.end <= 1);
}

/** Labels that Markdown readers take for a footnote's, as figures alone so that they keep their numbers. */
function isFootnote(number: string): boolean {
  return /^\d{1,4}$/u.test(number);
}

function passageWords({ start, end }: Passage, text: string, { held, marks }: Marks): string {
  let out = "";
  let at = start;
  for (const mark of marks) {
    if (mark.kind !== "note-marker" || mark.start < at || mark.end > end) continue;
    if (mark.name === null || !held.has(mark.name) || !isFootnote(mark.name)) continue;
    out += `${words(text.slice(at, mark.start), false)}[^${mark.name}]`;
    at = mark.end;
  }
  return lines(out + words(text.slice(at, end), false));
}

/** A text that Markdown shows as it is, on as many lines as it has. */
function words(text: string, whole = true): string {
  const shown = text
    .toWellFormed()
    .split(/\r\n?|[\n\u2028\u2029]/u)
    .map((line) => markdownText(printable(line)).replace(/&(?=[#\w]+;)/gu, "\\&"))
    .join("\n");
  return whole ? lines(shown) : shown;
}

/** Lines of a paragraph: none is empty, and none begins as a list, a rule, a heading or code does. */
function lines(text: string): string {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) =>
      line.replace(/^(?:[-+=:]|\d{1,9}(?=[.)]))/u, (mark) => (/\d/u.test(mark) ? mark : `\\${mark}`)),
    )
    .map((line) => line.replace(/^(\d{1,9})([.)])/u, "$1\\$2"))
    .join("\n");
}
