import type { Finding, ReportMatch } from "../../check/index.ts";
import type { CheckedReport } from "../checked-report.ts";
import { ignoredLabel } from "../ignored-label.ts";
import { oneLine } from "../printable.ts";
import { whereabouts } from "../whereabouts.ts";
import { addressOf } from "./address.ts";
import { exportedJson } from "./exported-json.ts";
import { problemSentence, quotedSentence, statusSentence, whoseSentence } from "./sentence.ts";
import { HOMEPAGE } from "./tool.ts";

/** What a review rates, told in each: a reader of fact checks would take it for a judgement of truth. */
const ASPECT =
  "Whether the quotation has the words of the source it was held against. Whether they are true is not judged.";

/** The three ratings there are, and what each says. */
const RATINGS = {
  matches: { ratingValue: 3, alternateName: "Matches the source" },
  differs: { ratingValue: 2, alternateName: "Differs from the source" },
  absent: { ratingValue: 1, alternateName: "Not in the sources" },
} as const;

/**
 * Reports as linked data with schema.org's terms: the texts, the documents, each quotation, and a review of each that
 * could be decided. What is rated is that the words are the source's, as the one credited with them; not that they are true.
 */
export function schemaOrg(checked: readonly CheckedReport[]): string {
  return exportedJson(schemaOrgGraph(checked));
}

/** The same as a value. */
export function schemaOrgGraph(checked: readonly CheckedReport[]) {
  const documents = documentIds(checked);
  return {
    "@context": "https://schema.org" as const,
    "@graph": [
      ...checked.map(textNode),
      ...Array.from(documents.values(), documentNode),
      ...checked.flatMap(({ report }, text) =>
        report.findings.map((finding, index) => quotationNode(finding, idsOf(text, index), documents)),
      ),
      ...checked.flatMap(({ report }, text) =>
        report.findings.flatMap((finding, index) => reviewNode(finding, idsOf(text, index), documents)),
      ),
    ],
  };
}

/** Names of nodes that mean something in this graph alone. */
interface Ids {
  readonly text: string;
  readonly quotation: string;
}

function idsOf(text: number, index: number): Ids {
  return { text: textId(text), quotation: `_:text-${text + 1}-quotation-${index + 1}` };
}

function textId(text: number): string {
  return `_:text-${text + 1}`;
}

interface Named {
  readonly id: string;
  readonly match: ReportMatch;
}

/** Every document that has words of a quotation, once a version. */
function documentIds(checked: readonly CheckedReport[]): Map<string, Named> {
  const documents = new Map<string, Named>();
  for (const { match } of checked.flatMap(({ report }) => report.findings))
    if (match !== null && !documents.has(documentKey(match)))
      documents.set(documentKey(match), { id: `_:document-${documents.size + 1}`, match });
  return documents;
}

function documentKey({ document }: ReportMatch): string {
  return `${document.version} ${document.id}`;
}

function textNode({ report: { text }, text: read }: CheckedReport, index: number) {
  const name = read.title ?? (text.name === "-" ? "Standard input" : text.name);
  return {
    "@type": "CreativeWork" as const,
    "@id": textId(index),
    name: plain(name),
    ...(text.name === "-" ? {} : { url: addressOf(text.name).uri }),
    identifier: { "@type": "PropertyValue" as const, propertyID: "SHA-256", value: text.sha256 },
    ...(read.author === null ? {} : { author: person(read.author) }),
    ...(read.outlet === null
      ? {}
      : { publisher: { "@type": "Organization" as const, name: plain(read.outlet) } }),
    ...(read.published !== null && /^\d{4}-\d{2}-\d{2}/u.test(read.published)
      ? { datePublished: plain(read.published) }
      : {}),
    ...(read.language === null ? {} : { inLanguage: plain(read.language) }),
  };
}

function documentNode({ id, match: { document } }: Named) {
  return {
    "@type": "CreativeWork" as const,
    "@id": id,
    name: plain(document.title ?? document.id),
    identifier: plain(document.id),
    version: document.version,
  };
}

/** A quotation: whom the text has say it, and, where the words are the source's, whose they are there. */
function quotationNode(
  { quotation, match, status }: Finding,
  ids: Ids,
  documents: ReadonlyMap<string, Named>,
) {
  const { attribution } = quotation;
  const isFaithful = status === "verbatim" || status === "marked";
  return {
    "@type": "Quotation" as const,
    "@id": ids.quotation,
    text: quotation.text,
    description: plain(whereabouts(quotation)),
    isPartOf: { "@id": ids.text },
    ...(attribution === null ? {} : { spokenByCharacter: person(attribution.name) }),
    ...(match === null
      ? {}
      : {
          isBasedOn: { "@id": documents.get(documentKey(match))!.id },
          citation: whoseSentence(match),
        }),
    ...(match === null || match.voice.name === null || !isFaithful
      ? {}
      : { creator: person(match.voice.name) }),
  };
}

/** The review of a quotation; none where it could not be decided. */
function reviewNode(finding: Finding, ids: Ids, documents: ReadonlyMap<string, Named>) {
  const rating = ratingOf(finding);
  if (rating === null) return [];
  const { quotation, problems, match } = finding;
  const credited = quotation.attribution === null ? "" : ` by ${oneLine(quotation.attribution.name)}`;
  const told = problems.map((problem) => `${problemSentence(problem)}${ignoredLabel(problem)}`);
  const explained = [statusSentence(finding), ...told].join(" ");
  return [
    {
      "@type": "ClaimReview" as const,
      claimReviewed: `The words ${quotedSentence(quotation.text)} were said${credited}, as the source has them.`,
      reviewAspect: ASPECT,
      reviewBody: explained,
      reviewRating: {
        "@type": "Rating" as const,
        ...rating,
        worstRating: RATINGS.absent.ratingValue,
        bestRating: RATINGS.matches.ratingValue,
        ratingExplanation: explained,
        reviewAspect: ASPECT,
      },
      author: { "@type": "Organization" as const, name: "saidso", url: HOMEPAGE },
      itemReviewed: {
        "@type": "Claim" as const,
        name: quotedSentence(quotation.text),
        appearance: { "@id": ids.quotation },
      },
      ...(match === null ? {} : { isBasedOn: { "@id": documents.get(documentKey(match))!.id } }),
    },
  ];
}

function ratingOf({ status, problems }: Finding): (typeof RATINGS)[keyof typeof RATINGS] | null {
  if (status === "undecided") return null;
  if (status === "absent") return RATINGS.absent;
  const isFaithful = status === "verbatim" || status === "marked";
  return isFaithful && !problems.some(({ severity }) => severity === "error")
    ? RATINGS.matches
    : RATINGS.differs;
}

function person(name: string) {
  return { "@type": "Person" as const, name: plain(name) };
}

function plain(text: string): string {
  return oneLine(text);
}
