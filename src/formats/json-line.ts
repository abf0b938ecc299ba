import type { DocumentRecord } from "./document-record.ts";
import { FormatError } from "./format-error.ts";
import type { FormattedText } from "./formatted-text.ts";
import { builtString, stringsOf } from "./json-strings.ts";
import { LineIndex } from "./line-index.ts";
import { partName, readPartName } from "./part-name.ts";
import { readRecord } from "./record-markup.ts";
import { recordFault } from "./record-shape.ts";

const LF = 10;
/** UTF-16's byte-order marks: its lines do not end where a byte is LF. */
const [WIDE, WIDE_SWAPPED] = [0xfeff, 0xfffe];

/** A line as a record, or why it is none, in words that follow the line's number. */
export type RecordLine =
  | { readonly record: DocumentRecord; readonly fault: null }
  | { readonly record: null; readonly fault: string };

/** Reads a line of JSON Lines as a record. */
export function recordOf(line: string): RecordLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return { record: null, fault: `it is no JSON (${(error as Error).message.slice(0, 80)})` };
  }
  const fault = recordFault(value);
  return fault === null ? { record: value as DocumentRecord, fault } : { record: null, fault };
}

/**
 * Reads one document of JSON Lines, as `schema/document.v1.json` has it: turns and passages as they are marked, a `text`
 * in the form that it has. `position` gives line and column of the words inside of `text`; where `name` tells the
 * line's number in its file, that line. Throws a {@link FormatError} `damaged` that names line and key, `no-text` for a
 * record without words.
 */
export function readJsonLine(text: string, name: string): FormattedText {
  const { line, start } = onlyLine(text, name);
  const index = new LineIndex(text);
  const within = index.position(start).line;
  const { record, fault } = recordOf(line);
  const number = lineNumber(name, record?.id, within);
  if (record === null) throw damaged(name, `line ${number}: ${fault}`);
  const strings = stringsOf(line);
  const reading = readRecord(record, (path) => builtString(line, strings.get(path)!));
  if (reading.blocks.length === 0) {
    const reason = `line ${number}: the document has no words`;
    throw new FormatError("no-text", { name, format: "json-lines", reason });
  }
  const shift = number - within;
  const title = reading.markup?.passages.find(({ kind }) => kind === "title") ?? null;
  return {
    format: "json-lines",
    text: reading.text,
    blocks: reading.blocks,
    title: record.title || (title && reading.text.slice(title.start, title.end).replace(/\s+/gu, " ")),
    author: null,
    published: null,
    outlet: record.outlet || null,
    language: record.language || null,
    address: record.address || null,
    captured: record.captured || null,
    places: [],
    markup: reading.markup,
    position: (offset) => {
      const { line: at, column } = index.position(start + reading.sourceOf(offset));
      return { line: at + shift, column };
    },
  };
}

/**
 * The documents of a file of JSON Lines: for each line that is not empty its bytes, named by the record's id, its series
 * and number, or its line. A line that is no record is a document too: reading it throws, and says which line it is.
 */
export function jsonLines(bytes: Uint8Array, name: string): readonly { name: string; bytes: Uint8Array }[] {
  const mark = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0);
  if (mark === WIDE || mark === WIDE_SWAPPED) return [{ name, bytes }];
  const decoder = new TextDecoder("utf-8");
  const parts: { name: string; bytes: Uint8Array }[] = [];
  const taken = new Set<string>();
  let number = 0;
  for (let start = 0; start < bytes.length; ) {
    const next = bytes.indexOf(LF, start);
    const end = next < 0 ? bytes.length : next;
    const line = bytes.subarray(start, end);
    number++;
    start = end + 1;
    const words = decoder.decode(line).trim();
    if (words === "") continue;
    parts.push({ name: partName(name, recordName(recordOf(words).record, number, taken)), bytes: line });
  }
  return parts;
}

/** What names a record in its file: its id, its series and number, or its line; with its line where `taken`, to which it is added, has that. */
export function recordName(record: DocumentRecord | null, line: number, taken: Set<string>): string {
  const own = (record === null ? null : statedName(record)) ?? String(line);
  const name = taken.has(own) ? `${own}#${line}` : own;
  taken.add(name);
  return name;
}

function statedName({ id, series, number }: DocumentRecord): string | null {
  if (id) return id;
  return series && number !== null && number !== undefined && number !== "" ? `${series} ${number}` : null;
}

/** The only line of a file that has words, and where it starts. */
function onlyLine(text: string, name: string): { line: string; start: number } {
  const found: { line: string; start: number }[] = [];
  // Not by a pattern's `$`: U+2028 ends no line here, and may stand in a string.
  for (let start = 0; start <= text.length; ) {
    const next = text.indexOf("\n", start);
    const end = next < 0 ? text.length : next;
    const line = text.slice(start, end);
    if (line.trim() !== "") found.push({ line, start });
    start = end + 1;
  }
  if (found.length > 1)
    throw damaged(
      name,
      `it holds ${found.length} documents, one a line; give one of them, or add them to an archive`,
    );
  if (found.length === 0)
    throw new FormatError("no-text", { name, format: "json-lines", reason: "it holds no document" });
  return found[0]!;
}

/** The number of the line in its file where the name tells it, as {@link jsonLines} does of lines that no id names; else `within`. */
function lineNumber(name: string, id: string | null | undefined, within: number): number {
  const { part } = readPartName(name);
  const numbered = part === null || part === id ? null : /(?:^|#)(\d{1,15})$/u.exec(part);
  return numbered === null ? within : Number(numbered[1]);
}

function damaged(name: string, reason: string): FormatError {
  return new FormatError("damaged", { name, format: "json-lines", reason });
}
