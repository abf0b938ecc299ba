import type { Edition } from "../archive/index.ts";
import type { Voice } from "../core/index.ts";
import type { Passage, Speaker } from "../documents/index.ts";
import { dateLabel } from "./date-label.ts";
import { markdownText } from "./markdown-text.ts";
import { passageText } from "./passage-text.ts";

/** What a citation says of a document. What the document does not say is null or empty, never guessed. */
export interface Citation {
  readonly document: string;
  readonly version: number;
  readonly speakers: readonly Speaker[];
  readonly interviewer: string | null;
  readonly outlet: string | null;
  /** ISO date of what a dispatch excerpts. */
  readonly sourceDate: string | null;
  readonly series: string | null;
  readonly number: string | null;
  readonly title: string | null;
  readonly date: string | null;
  /** The address that the document was got from. */
  readonly address: string | null;
  /** The passage cited, whose words it is, and the words; null where the whole document is. */
  readonly passage: { readonly id: string; readonly voice: Voice; readonly text: string } | null;
}

/** The fields of a citation of a document, or of one of its passages. */
export function citationOf({ id, version, document }: Edition, passage: Passage | null): Citation {
  const { speakers, interviewer, outlet, sourceDate, series, number, title, date, capture } = document;
  return {
    document: id,
    version,
    speakers,
    interviewer,
    outlet,
    sourceDate,
    series,
    number,
    title,
    date,
    address: capture?.address ?? null,
    passage:
      passage === null
        ? null
        : { id: passage.id, voice: passage.voice, text: passageText(document, passage) },
  };
}

/** A citation as a newsroom pastes it, on one line; the cited words stand before it. */
export function citationText(citation: Citation): string {
  const words = citation.passage === null ? "" : `“${citation.passage.text}” `;
  return `${words}${origin(citation)}`;
}

/** The same in Markdown: the cited words as a block quotation, the title in italics. */
export function citationMarkdown(citation: Citation): string {
  const quoted =
    citation.passage === null ? "" : `> ${markdownText(citation.passage.text.replace(/\s+/gu, " "))}\n\n`;
  return `${quoted}${origin(citation, markdownText, (title) => `*${markdownText(title)}*`)}`;
}

type Written = (text: string) => string;

function origin(
  citation: Citation,
  plain: Written = same,
  titled: Written = (title) => `“${title}”`,
): string {
  const { document, version, outlet, sourceDate, passage } = citation;
  const said = [
    whose(citation),
    interviewed(citation),
    outlet,
    sourceDate === null ? null : dateLabel(sourceDate),
  ];
  const held = [`${document}`, `version ${version}`, ...(passage === null ? [] : [`passage ${passage.id}`])];
  const first = joined(said, plain);
  const second = published(citation, plain, titled);
  const lead = first === "" || second === "" ? "" : outlet === null && sourceDate === null ? ", " : "; in ";
  return `${first}${lead}${second} ${plain(`(${held.join(", ")})`)}`.trim();
}

/** Series and number, title, date and address of the document itself. */
function published(
  { series, number, title, date, address }: Citation,
  plain: Written,
  titled: Written,
): string {
  const numbered = series === null || number === null ? series : `${series} No. ${number}`;
  return [
    numbered === null ? null : plain(numbered),
    title === null ? null : titled(title),
    date === null ? null : plain(dateLabel(date)),
    address === null ? null : plain(address),
  ]
    .filter((part) => part !== null)
    .join(", ");
}

/** Whose words they are: of a passage, its voice alone; the editor's words are never put into a speaker's mouth. */
function whose({ passage, speakers }: Citation): string | null {
  if (passage === null) return speakers.length === 0 ? null : speakers.map(withOffice).join(", ");
  const { kind, name } = passage.voice;
  if (kind === "unknown") return name;
  if (name === null) return kind === "speaker" ? "a speaker not named" : `the ${kind}`;
  const speaker = speakers.find((one) => one.name === name);
  const known = speaker === undefined ? name : withOffice(speaker);
  return kind === "speaker" ? known : `${known} (${kind})`;
}

function interviewed({ passage, interviewer }: Citation): string | null {
  if (interviewer === null || (passage !== null && passage.voice.kind !== "speaker")) return null;
  return `interviewed by ${interviewer}`;
}

function withOffice({ name, office }: Speaker): string {
  return office === null ? name : `${name} (${office})`;
}

function joined(parts: readonly (string | null)[], plain: Written): string {
  return plain(parts.filter((part) => part !== null).join(", "));
}

function same(text: string): string {
  return text;
}
