import type { Finding, ReportMatch } from "../check/index.ts";
import { oneLine, shortened, voiceWithKind, whereabouts } from "../publish/index.ts";

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

/**
 * A finding in lines: its status, what differs, whose words the source has, and where. `all`: the further places too.
 * Documents are named by their ids; see {@link documentLines}.
 */
export function findingText(finding: Finding, all = false): string {
  const { quotation, status, reason, problems, match, alternatives } = finding;
  const credit = quotation.attribution === null ? "" : `, credited to ${oneLine(quotation.attribution.name)}`;
  const why = reason === null ? "" : `: ${REASONS[reason]}`;
  return [
    `${MEANING[status]}${why}: ${quoted(quotation.text)} (${oneLine(whereabouts(quotation))}${credit})`,
    // Messages name the words that differ; where they stand is in the report.
    ...problems.map(({ severity, rule, message }) => `  ${severity} ${rule}: ${oneLine(message)}`),
    ...(match === null ? [] : [`  Source: ${placeText(match, status !== "verbatim")}`]),
    ...otherPlaces(status, all || status === "absent" ? alternatives : []),
  ].join("\n");
}

/** Whether nothing is to be said against it. */
export function isClean({ status, problems }: Finding): boolean {
  return (status === "verbatim" || status === "marked") && problems.length === 0;
}

/** The documents that findings name, each once, with its title. */
export function documentLines(findings: readonly Finding[]): string[] {
  const places = findings.flatMap(({ match, alternatives }) => [match, ...alternatives]);
  const lines = places
    .filter((place) => place !== null)
    .map(({ document: { id, title, version } }) => {
      const named = title === null ? "" : `: ${quoted(title)}`;
      return `Document ${oneLine(id)}, version ${version}${named}`;
    });
  return [...new Set(lines)];
}

function otherPlaces(status: Finding["status"], places: readonly ReportMatch[]): string[] {
  const title = status === "absent" ? "Nearest, not the source" : "Also";
  const more = places.length - PLACES;
  return [
    ...places.slice(0, PLACES).map((place) => `  ${title}: ${placeText(place, true)}`),
    ...(more > 0 ? [`  and ${more} more places, in the report`] : []),
  ];
}

/** Whose words stand where, and, with `worded`, which. */
function placeText({ document, passage, place, voice, text }: ReportMatch, worded: boolean): string {
  const at = passage === null ? document.id : `${document.id}, passage ${passage}`;
  const where = oneLine(place === null ? at : `${at}, ${place.label}`);
  const words = worded ? `: ${quoted(text)}` : "";
  return `${oneLine(voiceWithKind(voice))} in ${where}${words}`;
}

function quoted(text: string): string {
  return `“${shortened(oneLine(text), LONGEST)}”`;
}
