import type { FormattedText } from "../formats/index.ts";
import { findQuotations, type Quotation } from "../quotations/index.ts";
import { readArticle } from "./article.ts";
import { captureOf, notesOf, piecesOf } from "./assembly.ts";
import { parseDate } from "./date.ts";
import { withoutDefaultLanguage } from "./default-language.ts";
import { readDispatch } from "./dispatch.ts";
import { dispatchDocument, enclosedTurns } from "./dispatch-document.ts";
import { speakerOf } from "./dispatch-speaker.ts";
import type { Document, DocumentKind, Speaker } from "./document.ts";
import { Draft, UNKNOWN } from "./draft.ts";
import { fileId } from "./file-id.ts";
import { addHeader, fieldValue, type Header, readHeader } from "./header-field.ts";
import { languageTag } from "./language.ts";
import { markedDocument } from "./marked-document.ts";
import { readMonitoring } from "./monitoring.ts";
import { marksOf } from "./passage-mark.ts";
import { inTitleCase, splitTitle } from "./person-name.ts";
import { withQuotedBlocks } from "./quoted-block.ts";
import { readSourceLine } from "./source-line.ts";
import { type Conversation, conversationOf, preambleLength, readSpoken } from "./spoken.ts";
import { withStatedHeader } from "./stated-header.ts";
import { type Unit, unitsOf } from "./unit.ts";

/** What the readers of the forms other than the dispatch say of a text. */
interface Facts {
  readonly kind: DocumentKind;
  readonly draft: Draft;
  readonly title?: string | null;
  readonly number?: string | null;
  readonly subject?: string | null;
  readonly outlet?: string | null;
  readonly sourceDate?: string | null;
  readonly language?: string | null;
  readonly date?: string | null;
  readonly speakers?: readonly Speaker[];
  readonly interviewer?: string | null;
}

/**
 * Reads a text as its format marks it, or in the form that it has: dispatch, monitoring report, transcript, speech, article; else as plain text,
 * whole, its voice unknown. `name` is the file's, from which the document's id is made where the form gives none.
 * Never throws: any text is a document.
 */
export function readDocument(given: FormattedText, name: string): Document {
  const formatted = withoutDefaultLanguage(given);
  const { markup } = formatted;
  if (markup === null) return documentInForm(formatted, name);
  return markup.passages.length === 0
    ? withStatedHeader(documentInForm(formatted, name), formatted, markup)
    : markedDocument(formatted, markup, name);
}

function documentInForm(formatted: FormattedText, name: string): Document {
  const units = unitsOf(formatted);
  const dispatch = readDispatch(formatted.text, units);
  if (dispatch !== null) return dispatchDocument(formatted, dispatch);
  const header = readHeader(formatted.text, units);
  return documentOf(formatted, name, header, readOther(formatted, header));
}

function readOther(formatted: FormattedText, header: Header): Facts {
  const { text } = formatted;
  const { body } = header;
  const monitoring = readMonitoring(text, header);
  if (monitoring !== null) return monitoring;
  const main = mainSpeaker(text, header);
  const conversation = conversationOf(text, body, main);
  if (conversation.kind === "transcript" || main !== null || conversation.labels.length > 0) {
    const interviewer = fieldValue(text, header, "interviewer");
    return readSpoken(text, header, conversation, {
      main: main ?? introduced(text, body, conversation),
      interviewer,
    });
  }
  const article = readArticle(formatted, body);
  if (article !== null && header.fields.length === 0) {
    const speakers = article.author === null ? [] : [{ name: article.author, office: null }];
    return { ...article, kind: "article", speakers };
  }
  return readPlainly(text, header);
}

/** Whom the title and introduction above a printed conversation present. */
function introduced(text: string, body: readonly Unit[], { labels }: Conversation): Speaker | null {
  const above = body
    .slice(0, preambleLength(text, body, labels))
    .map((unit) => text.slice(unit.start, unit.end));
  return above.length === 0 ? null : speakerOf(above[0]!, above.slice(1).join("\n"), []);
}

/** The text as it is, in one turn of an unknown voice. */
function readPlainly(text: string, header: Header): Facts {
  const draft = new Draft(text, true);
  addHeader(draft, header);
  for (const unit of header.body) {
    if (draft.turn === null) draft.beginTurn(UNKNOWN, null);
    draft.addToTurn(unit.start, unit.end);
  }
  return { kind: "plain", draft };
}

/** The one whom the header names as speaking, with the office that the field or a title before the name says. */
function mainSpeaker(text: string, header: Header): Speaker | null {
  for (const field of header.fields) {
    if (field.name !== "president" && field.name !== "speaker" && field.name !== "author") continue;
    const value = text.slice(field.value.start, field.value.end).replace(/\s+/gu, " ");
    if (value === "" || value.length > 120) continue;
    const [person, ...rest] = value.split(/,\s*|\s+\(/u);
    const { title, name } = splitTitle(person!);
    const label = text
      .slice(field.label.start, field.label.end)
      .replace(/[^\p{L} ]/gu, "")
      .trim();
    const detail = rest.join(", ").replace(/\)$/u, "");
    const office = field.name === "president" ? inTitleCase(label) : detail !== "" ? detail : title;
    return { name: inTitleCase(name || person!), office };
  }
  return null;
}

function documentOf(formatted: FormattedText, name: string, header: Header, facts: Facts): Document {
  const { text } = formatted;
  const { passages, turns, labels } = facts.draft;
  const opens = enclosedTurns(text, passages);
  const enclosed = turns.filter((turn) => opens(turn.number)).length;
  // One turn may open with a quotation; a text that sets what is said between marks does it nearly everywhere.
  const isEnclosed = facts.kind === "transcript" && enclosed > 1 && enclosed * 2 >= turns.length;
  const quotations = facts.kind === "article" || facts.kind === "plain" ? findQuotations(formatted) : [];
  const read = marksOf(text, passages, new Set(), isEnclosed ? opens : () => false, creditedIn(quotations));
  const found = withQuotedBlocks(text, passages, read, quotations);
  // Where it is not known who speaks, a quotation is another's words only if the text says whose.
  const marks =
    facts.kind === "plain" ? found.filter((mark) => mark.kind !== "quoted" || mark.name !== null) : found;
  const stated = fieldValue(text, header, "language");
  const source = fieldValue(text, header, "source");
  const line = source === null ? null : readSourceLine(source);
  return {
    id: fileId(name),
    kind: facts.kind,
    text,
    title: facts.title ?? fieldValue(text, header, "title") ?? titleIn(text, facts.draft) ?? formatted.title,
    series: fieldValue(text, header, "series"),
    number: fieldValue(text, header, "number") ?? facts.number ?? null,
    date:
      facts.date ??
      dateIn(text, header, "date") ??
      (formatted.published === null ? null : parseDate(formatted.published)),
    subject: facts.subject ?? fieldValue(text, header, "subject"),
    outlet: fieldValue(text, header, "outlet") ?? facts.outlet ?? line?.outlet ?? source ?? formatted.outlet,
    sourceDate: dateIn(text, header, "sourceDate") ?? facts.sourceDate ?? line?.date ?? null,
    language:
      (stated === null ? null : languageTag(stated)) ??
      facts.language ??
      line?.language ??
      formatted.language,
    capture: captureOf(formatted),
    speakers: facts.speakers ?? [],
    interviewer: facts.interviewer ?? null,
    passages,
    turns,
    marks,
    notes: notesOf(new Map(), marks, []),
    references: [],
    pieces: piecesOf(text, passages, labels, marks),
    places: formatted.places,
    form: [],
  };
}

/** A reporter credits what he quotes before it, after it or a sentence away. */
function creditedIn(quotations: readonly Quotation[]): Map<number, string> {
  const credited = new Map<number, string>();
  for (const { kind, parts, attribution } of quotations) {
    if ((kind !== "marks" && kind !== "block") || attribution === null) continue;
    for (const part of parts) credited.set(part.start, attribution.name);
  }
  return credited;
}

function titleIn(text: string, draft: Draft): string | null {
  const title = draft.passages.find((passage) => passage.kind === "title");
  return title === undefined ? null : text.slice(title.start, title.end).replace(/\s+/gu, " ");
}

/** The first field of a name that holds a date. */
function dateIn(text: string, header: Header, name: "date" | "sourceDate"): string | null {
  for (const field of header.fields) {
    const date = field.name === name ? parseDate(text.slice(field.value.start, field.value.end)) : null;
    if (date !== null) return date;
  }
  return null;
}
