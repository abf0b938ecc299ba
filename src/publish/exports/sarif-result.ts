import type { Finding, FormFinding, Report, ReportMatch, ReportProblem } from "../../check/index.ts";
import type { Span } from "../../core/index.ts";
import type { CheckedReport } from "../checked-report.ts";
import { oneLine } from "../printable.ts";
import { hasLine } from "../whereabouts.ts";
import { addressOf, documentAddress } from "./address.ts";
import { type Region, regionOf } from "./region.ts";
import { ResultKeys } from "./result-key.ts";
import { braced, LEVELS, type Level, ruleIndex, undecidedRule } from "./sarif-rules.ts";
import {
  problemSentence,
  quotedSentence,
  shortenedLine,
  sourceSentence,
  statusSentence,
  whoseSentence,
} from "./sentence.ts";

/** What a relative address of a text is relative to: the folder that the check was run in. */
export const SOURCE_ROOT = "%SRCROOT%";
/** What the address of a source is relative to: a server that holds the archive. */
export const ARCHIVE_ROOT = "ARCHIVE";

/** Nearest passages of an absent quotation that are told. */
const NEAREST = 3;
/** Code units of a name that is told. */
const NAME = 120;

interface Message {
  readonly text: string;
}
interface Location {
  readonly id?: number;
  readonly physicalLocation?: {
    readonly artifactLocation: {
      readonly uri: string;
      readonly uriBaseId?: string;
      readonly index?: number;
    };
    readonly region?: Region;
    readonly contextRegion?: Region;
  };
  readonly logicalLocations?: readonly { readonly name: string; readonly fullyQualifiedName: string }[];
  readonly message?: Message;
}

/** One result as SARIF has it (3.27). */
export interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly kind: "fail" | "review";
  readonly level: Level;
  readonly message: Message;
  readonly locations: readonly [Location];
  readonly relatedLocations?: readonly Location[];
  readonly suppressions?: readonly {
    readonly kind: "inSource" | "external";
    readonly justification?: string;
  }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly properties: Readonly<Record<string, string | null>>;
}

/**
 * The results of one text, in its order: each problem of each quotation, each quotation that could not be decided, for
 * somebody to look at, and each problem of form. `artifact` is the text's place among the run's artifacts.
 */
export function sarifResults(checked: CheckedReport, artifact: number): SarifResult[] {
  const writer = new ResultWriter(checked, artifact);
  const { findings, form } = checked.report;
  return [
    ...findings.flatMap((finding) => [
      ...finding.problems.map((problem) => writer.problem(finding, problem)),
      ...(finding.status === "undecided" ? [writer.undecided(finding)] : []),
    ]),
    ...form.map((problem) => writer.form(problem)),
  ];
}

/** The address of a text as an artifactLocation (3.4). */
export function artifactLocation(name: string): { uri: string; uriBaseId?: string } {
  const { uri, isRelative } = addressOf(name);
  return isRelative ? { uri, uriBaseId: SOURCE_ROOT } : { uri };
}

interface Place extends Span {
  readonly place: Finding["quotation"]["place"];
}

class ResultWriter {
  readonly #text: CheckedReport["text"];
  readonly #name: Report["text"]["name"];
  readonly #artifact: number;
  readonly #keys = new ResultKeys();

  constructor({ report, text }: CheckedReport, artifact: number) {
    this.#text = text;
    this.#name = report.text.name;
    this.#artifact = artifact;
  }

  problem(finding: Finding, problem: ReportProblem): SarifResult {
    const { quotation } = finding;
    const words = problem.quotation;
    return {
      ...ruled(problem.rule),
      kind: "fail",
      level: LEVELS[problem.severity],
      message: message([this.#told(quotation), problemSentence(problem), ...this.#context(finding)]),
      locations: [this.#location(quotation, words)],
      ...related(finding),
      ...suppressed(problem),
      partialFingerprints: this.#fingerprints(problem.rule, quotation.text, words?.text ?? ""),
      properties: properties(finding),
    };
  }

  undecided(finding: Finding): SarifResult {
    const { quotation, reason } = finding;
    const rule = undecidedRule(reason);
    return {
      ...ruled(rule),
      kind: "review",
      level: "none",
      message: message([this.#told(quotation), statusSentence(finding), ...this.#context(finding)]),
      locations: [this.#location(quotation, null)],
      ...related(finding),
      partialFingerprints: this.#fingerprints(rule, quotation.text, ""),
      properties: properties(finding),
    };
  }

  form(problem: FormFinding): SarifResult {
    return {
      ...ruled(problem.rule),
      kind: "fail",
      level: LEVELS[problem.severity],
      message: message([
        this.#told(problem),
        problemSentence({ ...problem, touches: [] }),
        problem.text === "" ? "" : quotedSentence(problem.text),
      ]),
      locations: [this.#location(problem, null)],
      ...suppressed(problem),
      partialFingerprints: this.#fingerprints(problem.rule, problem.text, ""),
      properties: { status: "form" },
    };
  }

  /** A viewer shows the line by itself, but no page. */
  #told({ place }: Pick<Place, "place">): string {
    return place === null || hasLine(place) ? "" : `${oneLine(place.label)}:`;
  }

  #context({ quotation, status, match }: Finding): string[] {
    const credited =
      quotation.attribution === null
        ? ""
        : `, credited to ${shortenedLine(quotation.attribution.name, NAME)}`;
    return [
      `Quotation: ${quotedSentence(quotation.text)}${credited}.`,
      ...(match === null ? [] : [sourceSentence(match, status)]),
    ];
  }

  /** The words that a problem names, inside their quotation; all of it where it names none. */
  #location(whole: Place, words: Span | null): Location {
    const region = regionOf(this.#text, words ?? whole);
    const context = words === null ? null : regionOf(this.#text, whole);
    return {
      physicalLocation: {
        artifactLocation: { ...artifactLocation(this.#name), index: this.#artifact },
        ...(region === null ? {} : { region }),
        ...(context === null || region === null || !encloses(context, region)
          ? {}
          : { contextRegion: context }),
      },
      ...(whole.place === null ? {} : { logicalLocations: [named(oneLine(whole.place.label))] }),
    };
  }

  /** GitHub reads `primaryLocationLineHash`, and joins it with the rule and the path; others compare all. */
  #fingerprints(rule: string, quotation: string, words: string): Record<string, string> {
    const key = this.#keys.next([rule, quotation, words]);
    return { primaryLocationLineHash: key, "quotation/v1": key };
  }
}

function ruled(id: string): Pick<SarifResult, "ruleId" | "ruleIndex"> {
  return { ruleId: id, ruleIndex: ruleIndex(id) };
}

/** A problem that is let stand: by the text itself, or from outside (3.35). */
function suppressed({ ignored }: Pick<ReportProblem, "ignored">): Pick<SarifResult, "suppressions"> {
  if (ignored === undefined) return {};
  const kind = ignored.by === "remark" ? "inSource" : "external";
  const { reason } = ignored;
  return { suppressions: [reason === null ? { kind } : { kind, justification: oneLine(reason) }] };
}

/** `](` would be read as the middle of a link (3.11.6). */
function message(sentences: readonly string[]): Message {
  const text = sentences.filter((sentence) => sentence !== "").join(" ");
  return { text: braced(text.replace(/\](?=\()/gu, "\\]")) };
}

function properties({ quotation, status, reason }: Finding): SarifResult["properties"] {
  const name = quotation.attribution?.name ?? null;
  return { status, reason, creditedTo: name === null ? null : shortenedLine(name, NAME) };
}

/** Where the words stand in the source, or the passages nearest to them. */
function related({ match, alternatives, status }: Finding): Pick<SarifResult, "relatedLocations"> {
  const places = match === null ? alternatives.slice(0, NEAREST) : [match];
  if (places.length === 0) return {};
  return { relatedLocations: places.map((place, i) => sourceLocation(place, status, i + 1)) };
}

function sourceLocation(match: ReportMatch, status: Finding["status"], id: number): Location {
  const whose = whoseSentence(match);
  return {
    id,
    physicalLocation: { artifactLocation: { uri: documentAddress(match), uriBaseId: ARCHIVE_ROOT } },
    logicalLocations: [named(whose)],
    message: message([sourceSentence(match, status)]),
  };
}

function named(name: string): { name: string; fullyQualifiedName: string } {
  return { name, fullyQualifiedName: name };
}

function encloses(outer: Region, inner: Region): boolean {
  const starts =
    outer.startLine < inner.startLine ||
    (outer.startLine === inner.startLine && outer.startColumn <= inner.startColumn);
  const ends =
    outer.endLine > inner.endLine || (outer.endLine === inner.endLine && outer.endColumn >= inner.endColumn);
  return starts && ends;
}
