import { decode } from "./encoding.ts";
import { FormatError } from "./format-error.ts";
import type { FormatName } from "./formatted-text.ts";
import { isMhtml } from "./mhtml.ts";
import { readPartName } from "./part-name.ts";
import { formatOfBytes, formatOfEnding } from "./signature.ts";

const ENDINGS = new Map<string, FormatName>([
  ["txt", "plain"],
  ["text", "plain"],
  ["md", "markdown"],
  ["markdown", "markdown"],
  ["mdown", "markdown"],
  ["mkd", "markdown"],
  ["mkdn", "markdown"],
  ["mdx", "markdown"],
  ["qmd", "markdown"],
  ["html", "html"],
  ["htm", "html"],
  ["xhtml", "html"],
  ["xht", "html"],
  ["mht", "html"],
  ["mhtml", "html"],
  ["pdf", "pdf"],
  ["docx", "docx"],
  ["vtt", "subtitles"],
  ["srt", "subtitles"],
  ["tei", "tei"],
  ["xml", "tei"],
  ["warc", "warc"],
  ["warc.gz", "warc"],
  ["jsonl", "json-lines"],
  ["ndjson", "json-lines"],
]);

/** The formats that are read, as people are told. */
export const FORMATS_IN_WORDS =
  "PDF, DOCX, WebVTT and SRT subtitles, HTML, WARC, TEI, JSON Lines, Markdown or plain text";

/** What a page may begin with before its first tag: an XML declaration, comments, white space. */
const HTML_START =
  /^\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype\s+html|html)(?=[\s>])/i;
/** The same of TEI: processing instructions, comments and a document type may stand before its first tag. */
const TEI_START =
  /^\ufeff?\s*(?:<\?[^>]*>\s*|<!--(?:(?!-->)[\s\S])*-->\s*|<!doctype\s+[^>[]*(?:\[[^\]]*\]\s*)?>\s*)*<(?:\w+:)?(?:TEI|teiCorpus)(?:\.2)?(?=[\s>])/i;
const VTT_START = /^\ufeff?WEBVTT(?=\s|$)/;
const WARC_START = /^WARC\/\d/;

/** Enough to see the first tag behind a comment or two. */
const START_LENGTH = 4096;

/** The endings of files that are read, with their dots: what is looked for in a folder. */
export const FILE_ENDINGS: readonly string[] = [...ENDINGS.keys()].map((ending) => `.${ending}`);

/** The ending of a file's name (of the file, where it names one of its documents), lower case, without its dot; `warc.gz` is one. Empty where it has none. */
export function endingOf(name: string): string {
  const file = readPartName(name)
    .file.replace(/^.*[/\\]/su, "")
    .toLowerCase();
  if (file.endsWith(".warc.gz")) return "warc.gz";
  const dot = file.lastIndexOf(".");
  return dot > 0 ? file.slice(dot + 1) : "";
}

/** The format that the ending of a file's name tells; null where it tells none that is read. */
export function formatOfName(name: string): FormatName | null {
  return ENDINGS.get(endingOf(name)) ?? null;
}

/**
 * The format of a file, by its signature, then by the ending of `name`; where the ending is missing or unknown, by how the
 * text begins; else `plain`. Throws a {@link FormatError} `unsupported` for a known format that is not read.
 */
export function formatOf(bytes: Uint8Array, name: string): FormatName {
  const ending = endingOf(name);
  const stated = formatOfName(name);
  const found = formatOfBytes(bytes);
  if (found === "pdf" || found === "docx") return found;
  if (stated === "warc") return stated;
  // An encrypted DOCX has the signature of an older .doc; its reader tells them apart.
  if (stated === "docx" && found === "doc") return stated;
  const refused = formatOfEnding(ending) ?? found;
  if (refused !== null && !(stated === "docx" && refused === "zip")) {
    const reason = `${refused} is not a format that can be read; save it as ${FORMATS_IN_WORDS}`;
    throw new FormatError("unsupported", { name, format: refused, reason });
  }
  const start = decode(bytes.subarray(0, START_LENGTH)).text;
  if (stated === "tei" && HTML_START.test(start)) return "html";
  return stated ?? formatOfStart(start);
}

function formatOfStart(start: string): FormatName {
  if (HTML_START.test(start) || isMhtml(start)) return "html";
  if (TEI_START.test(start)) return "tei";
  if (VTT_START.test(start)) return "subtitles";
  return WARC_START.test(start) ? "warc" : "plain";
}
