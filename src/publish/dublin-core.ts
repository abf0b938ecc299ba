import type { Edition } from "../archive/index.ts";
import { languageOf } from "../documents/index.ts";
import { documentSummary } from "./document-summary.ts";
import { oneLine } from "./printable.ts";
import { xmlText } from "./xml-text.ts";

const TYPES = {
  dispatch: "Dispatch",
  transcript: "Transcript",
  speech: "Speech",
  article: "Article",
  plain: "Text",
} as const;

/**
 * A version in unqualified Dublin Core, as OAI-PMH's `oai_dc` wraps it; without an XML declaration. Elements that the
 * document says nothing of are left out; so is `rights`, of which none says anything. `address` is that of its page.
 */
export function dublinCore({ id, document }: Edition, address: string): string {
  const { title, speakers, interviewer, outlet, series, number, subject, date, sourceDate } = document;
  const capture = document.capture;
  const numbered = series === null || number === null ? series : `${series} No. ${number}`;
  const written = languageOf(document.text);
  const source = [outlet, sourceDate].filter((part) => part !== null).join(", ");
  const elements: [string, string | null][] = [
    ["title", title ?? id],
    ...speakers.map(({ name }): [string, string] => ["creator", name]),
    ["subject", subject],
    ["description", documentSummary(document)],
    ["publisher", outlet],
    ["contributor", interviewer === null ? null : `${interviewer} (interviewer)`],
    ["date", date ?? sourceDate],
    ["type", "Text"],
    ["type", TYPES[document.kind] === "Text" ? null : TYPES[document.kind]],
    ["format", "text/plain"],
    ["identifier", address],
    ["identifier", numbered],
    ["source", source === "" ? null : source],
    ["source", capture?.address ?? null],
    ["language", written],
    ["relation", numbered === null ? null : `Is part of: ${series}`],
    ...document.references.map((one): [string, string] => [
      "relation",
      `References: ${one.series} No. ${one.number}`,
    ]),
    ["coverage", document.kind === "dispatch" ? subject : null],
  ];
  const seen = new Set<string>();
  const lines = elements.flatMap(([name, value]) => {
    const text = value === null ? "" : oneLine(value);
    const line = `<dc:${name}>${xmlText(text)}</dc:${name}>`;
    if (text === "" || seen.has(line)) return [];
    seen.add(line);
    return [line];
  });
  return `<oai_dc:dc ${NAMESPACES}>\n${lines.join("\n")}\n</oai_dc:dc>`;
}

const NAMESPACES = [
  'xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  'xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd"',
].join(" ");
