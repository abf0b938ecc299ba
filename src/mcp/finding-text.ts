import type { Finding, ReportMatch, ReportProblem } from "../check/index.ts";
import { oneLine, voiceWithKind } from "../publish/index.ts";
import { shortened } from "./shortened.ts";

/** Code units of a quotation, or of the source's words, that are printed: longer ones stand whole in the report. */
const LONGEST = 600;
/** Further places that are named; a model that wants all has the report. */
const PLACES = 5;

const MEANING: Readonly<Record<Finding["status"], string>> = {
  verbatim: "VERBATIM (the source's words)",
  marked: "MARKED (differs from the source, and shows where)",
  altered: "ALTERED (not the source's words)",
  spliced: "SPLICED (words from apart, put together as if they followed each other)",
  absent: "ABSENT (in no source held)",
  undecided: "UNDECIDED (this is not absent)",
};

const REASONS: Readonly<Record<NonNullable<Finding["reason"]>, string>> = {
  "too-short": "too few words to tell",
  "many-places": "it stands in several places that tell different things",
  "other-language": "the sources held are in another language",
  "no-source": "nothing is held of the one credited",
  "out-of-time": "the check was ended before it came to this quotation",
};

/** A finding in lines: its status, what differs, whose words the source has, and where. `all`: the further places too. */
export function findingText(finding: Finding, all = false): string {
  const { quotation, status, reason, problems, match, alternatives } = finding;
  const credit = quotation.attribution === null ? "" : `, credited to ${oneLine(quotation.attribution.name)}`;
  const why = reason === null ? "" : `: ${REASONS[reason]}`;
  return [
    `${MEANING[status]}${why}: ${quoted(quotation.text)} (line ${quotation.line}${credit})`,
    ...problems.map((problem) => `  ${problemText(problem)}`),
    ...(match === null ? [] : placeLines(isClean(finding) ? "Source" : "Source has", match)),
    ...otherPlaces(status, all || status === "absent" ? alternatives : []),
  ].join("\n");
}

/** Whether nothing is to be said against it. */
export function isClean({ status, problems }: Finding): boolean {
  return (status === "verbatim" || status === "marked") && problems.length === 0;
}

function problemText({ severity, rule, message, quotation, source }: ReportProblem): string {
  const told = [
    quotation === null || quotation.text.trim() === "" ? null : `here ${quoted(quotation.text)}`,
    source === null || source.text.trim() === "" ? null : `source ${quoted(source.text)}`,
  ].filter((part) => part !== null);
  return `${severity} ${rule}: ${oneLine(message)}${told.length === 0 ? "" : ` (${told.join(", ")})`}`;
}

function otherPlaces(status: Finding["status"], places: readonly ReportMatch[]): string[] {
  const title = status === "absent" ? "Nearest, not the source" : "Also";
  const more = places.length - PLACES;
  return [
    ...places.slice(0, PLACES).flatMap((place) => placeLines(title, place)),
    ...(more > 0 ? [`  and ${more} more places`] : []),
  ];
}

function placeLines(title: string, { document, passage, voice, text }: ReportMatch): string[] {
  const where = [
    `document ${oneLine(document.id)}`,
    document.title === null ? null : quoted(document.title),
    `version ${document.version}`,
    passage === null ? null : `passage ${oneLine(passage)}`,
  ].filter((part) => part !== null);
  return [`  ${title}: ${quoted(text)}`, `    ${oneLine(voiceWithKind(voice))}, ${where.join(", ")}`];
}

function quoted(text: string): string {
  return `“${shortened(oneLine(text), LONGEST)}”`;
}
