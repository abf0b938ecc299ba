import type { Finding, FormFinding, ReportMatch } from "../../check/index.ts";
import type { CheckedReport } from "../checked-report.ts";
import { ignoredLabel } from "../ignored-label.ts";
import { oneLine } from "../printable.ts";
import { addressOf } from "./address.ts";
import { exportedJson } from "./exported-json.ts";
import { uuidOf } from "./result-key.ts";
import { fragmentOf, type Selector, Selectors } from "./selectors.ts";
import { problemSentence, sourceSentence, statusSentence } from "./sentence.ts";
import { HOMEPAGE, type Tool } from "./tool.ts";

/** The context that gives the terms their meaning. */
const CONTEXT = "http://www.w3.org/ns/anno.jsonld";

/**
 * Reports as W3C Web Annotations: one collection, each quotation and each problem of form an annotation of the words in
 * the checked text, with what is to be said of them and a link to the words of the source. Positions count code points of
 * the plain text that was checked, as the model has it; words are told with what stands around them.
 */
export function annotations(checked: readonly CheckedReport[], { version }: Tool): string {
  const items = checked.flatMap(annotationsOf);
  const name = checked.map(({ report: { text } }) => `${text.name} ${text.sha256}`).join("\n");
  const id = urn(`collection ${name}`);
  return exportedJson({
    "@context": CONTEXT,
    id,
    type: "AnnotationCollection",
    label: `Quotations held against their sources, not against the truth: ${checked.map(({ report }) => called(report.text.name)).join(", ")}`,
    generator: { id: HOMEPAGE, type: "Software", name: `saidso ${version}`, homepage: HOMEPAGE },
    total: items.length,
    first: { id: urn(`page ${name}`), type: "AnnotationPage", partOf: id, startIndex: 0, items },
  });
}

/** An annotation as the model has it. */
interface Annotation {
  readonly id: string;
  readonly type: "Annotation";
  readonly motivation: string | readonly string[];
  readonly body: readonly object[];
  readonly target: Target | readonly Target[];
}
interface Target {
  readonly type: "SpecificResource";
  readonly source: string;
  readonly selector: readonly Selector[];
}

function annotationsOf({ report, text }: CheckedReport): Annotation[] {
  const { name, sha256 } = report.text;
  const source = name === "-" ? urn(`text ${sha256}`) : addressOf(name).uri;
  const selectors = new Selectors(text);
  const target = (
    one: FormFinding | Finding["quotation"],
    span: { start: number; end: number } = one,
  ): Target => ({
    type: "SpecificResource",
    source,
    selector: selectors.of(span, one.place),
  });
  const found = report.findings.map((finding, index): Annotation => {
    const targets = finding.quotation.parts.map((part) => target(finding.quotation, part));
    return {
      id: urn(`finding ${name} ${sha256} ${index}`),
      type: "Annotation",
      motivation: finding.match === null ? "assessing" : ["assessing", "linking"],
      body: [assessment(findingLines(finding)), ...(finding.match === null ? [] : [link(finding.match)])],
      target: targets.length === 1 ? targets[0]! : targets,
    };
  });
  const form = report.form.map((problem, index): Annotation => {
    const { severity, rule } = problem;
    return {
      id: urn(`form ${name} ${sha256} ${index}`),
      type: "Annotation",
      motivation: "assessing",
      body: [assessment([`${severity} ${rule}: ${problemSentence({ ...problem, touches: [] })}`])],
      target: target(problem),
    };
  });
  return [...found, ...form];
}

function findingLines(finding: Finding): string[] {
  const { status, problems, match } = finding;
  return [
    `${status}: ${statusSentence(finding)}`,
    ...problems.map(
      (problem) => `${problem.severity} ${problem.rule}: ${problemSentence(problem)}${ignoredLabel(problem)}`,
    ),
    ...(match === null ? [] : [sourceSentence(match, status)]),
  ];
}

function assessment(lines: readonly string[]): object {
  return {
    type: "TextualBody",
    purpose: "assessing",
    value: lines.join("\n"),
    format: "text/plain",
    language: "en",
  };
}

/** The words of the source, in the version that has them. A document of an archive has no address: it has a name. */
function link(match: ReportMatch): object {
  const { document, selectors, place } = match;
  const quote = selectors.find((one) => one.type === "TextQuoteSelector");
  return {
    type: "SpecificResource",
    purpose: "linking",
    source: {
      id: urn(`document ${document.id} ${document.version}`),
      type: "Text",
      label: oneLine(`${document.id}, version ${document.version}`),
    },
    selector: [...selectors, ...(quote === undefined ? [] : fragmentOf(place, quote))],
  };
}

function urn(words: string): string {
  return `urn:uuid:${uuidOf(words)}`;
}

function called(name: string): string {
  return name === "-" ? "standard input" : oneLine(name);
}
