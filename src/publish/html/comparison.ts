import { html } from "hono/html";
import type { Finding, ReportMatch } from "../../check/index.ts";
import {
  differingQuoted,
  differingSource,
  leftOutSource,
  quotedWords,
  type SourceStretch,
  sourceStretches,
} from "../differing.ts";
import { markedWords, NOTHING } from "./markup.ts";
import type { Html } from "./shown-text.ts";

/** The quotation over the source, with the words that differ marked in both, and the words around the source's. */
export function comparison(finding: Finding): Html {
  const { match } = finding;
  const source =
    match === null
      ? ""
      : html`<div class="side source"><h4>Source</h4><blockquote dir="auto">${sourceWords(finding, match)}</blockquote></div>`;
  return html`<div class="comparison"><div class="side quotation"><h4>Quotation</h4><blockquote dir="auto">${quotedLine(finding)}</blockquote></div>${source}</div>`;
}

function quotedLine(finding: Finding): (Html | string)[] {
  const spans = differingQuoted(finding);
  return quotedWords(finding).flatMap((stretch, i) => [
    i === 0 ? "" : " ",
    ...markedWords(stretch, spans, (words) => html`<ins>${words}</ins>`),
  ]);
}

function sourceWords(finding: Finding, match: ReportMatch): Html[] {
  const { before, after, start, text } = match;
  return [
    before === "" ? NOTHING : html`<span class="cut">… </span>`,
    around(finding, { text: before, start: start - before.length }),
    ...sourceStretches(match).map((stretch) => sourcePiece(finding, stretch)),
    around(finding, { text: after, start: start + text.length }),
    after === "" ? NOTHING : html`<span class="cut"> …</span>`,
  ];
}

function sourcePiece(finding: Finding, stretch: SourceStretch): Html {
  if (stretch.kind === "leap") return html`<span class="leap">${stretch.text}</span>`;
  if (stretch.kind === "between") return around(finding, stretch);
  return html`<b>${markedWords(stretch, differingSource(finding), missing)}</b>`;
}

/** Words of the source that are not quoted; those that matter to the quotation are marked. */
function around(finding: Finding, stretch: { readonly text: string; readonly start: number }): Html {
  const spans = [...differingSource(finding), ...leftOutSource(finding)];
  const words = markedWords(stretch, spans, (one) => missing(signed(one)));
  return html`<span class="around">${words.map((one) => (typeof one === "string" ? signed(one) : one))}</span>`;
}

/** Where a block of the source ends and the next begins stands ¶: a question and its answer are no one sentence. */
export function signed(text: string): string {
  return text.replace(/\s*\n[^\S\n]*\n\s*/gu, " ¶ ");
}

function missing(words: string): Html {
  return html`<del>${words}</del>`;
}
