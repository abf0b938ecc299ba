import type { Archive } from "../archive/index.ts";
import type { Finding, ReportMatch } from "../check/index.ts";
import { oneLine, voiceWithKind } from "../publish/index.ts";
import type { Colors } from "./colors.ts";
import { highlighted, type Marked } from "./highlight.ts";
import { findingHead } from "./pretty.ts";

/** A quotation's status and problems, then every place where its words stand, in their context. */
export function prettyFinding(finding: Finding, archive: Pick<Archive, "document">, colors: Colors): string {
  const { status, match, alternatives } = finding;
  const places = match === null ? alternatives : [match, ...alternatives];
  const title = status === "absent" ? "Nearest, not the source:" : places.length === 1 ? "Place:" : "Places:";
  return [
    ...findingHead(finding, colors),
    ...(places.length === 0 ? [] : ["", title]),
    ...places.flatMap((place) => placeLines(place, archive, colors)),
  ].join("\n");
}

/** In which document, whose words, and the words of the same passage that stand before and after them. */
function placeLines(place: ReportMatch, archive: Pick<Archive, "document">, colors: Colors): string[] {
  const { document, passage, voice } = place;
  const where = [
    colors.bold(oneLine(document.id)),
    document.version === 1 ? null : `version ${document.version}`,
    passage === null ? null : `passage ${oneLine(passage)}`,
    document.title === null ? null : colors.dim(oneLine(document.title)),
  ];
  const context = inContext(place, archive);
  const words = highlighted(context, [place], colors.bold).trim();
  return [
    `  ${where.filter((part) => part !== null).join(", ")}`,
    `    ${oneLine(voiceWithKind(voice))}: ${words}`,
  ];
}

/** The words with those of their own passages around them: a heading beside them is another's. */
function inContext(place: ReportMatch, archive: Pick<Archive, "document">): Marked {
  const { document, start, end, before, text, after } = place;
  const passages = archive.document(document.id, document.version)?.document.passages ?? [];
  const first = passages.findLast((one) => one.start <= start && start < one.end);
  const last = passages.find((one) => one.start < end && end <= one.end);
  const lead = Math.min(before.length, start - (first?.start ?? 0));
  const tail = Math.min(after.length, (last?.end ?? Number.POSITIVE_INFINITY) - end);
  return { text: before.slice(before.length - lead) + text + after.slice(0, tail), start: start - lead };
}
