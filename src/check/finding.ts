import { type Match, type Problem, RULES } from "../core/index.ts";
import { type Document, languageOf } from "../documents/index.ts";
import { CodePoints, type FormattedText } from "../formats/index.ts";
import type { Quotation } from "../quotations/index.ts";
import { voiceBreach } from "./credit.ts";
import type { Credit, HeldDocument, HeldVerdict, Holdings } from "./holdings.ts";
import { type House, PLAIN_HOUSE } from "./house.ts";
import type { Finding, ReportMatch, ReportProblem } from "./report.ts";
import { reportPlace, reportPosition } from "./report-place.ts";

/** Units of context shown before and after a match. */
const CONTEXT = 60;

/**
 * Judges one quotation of a text: its words, then whose they are.
 * `house` says how the text marks quotations; `otherwise` is whose they are taken to be where the text credits nobody; null where that cannot be told.
 */
export function findingOf(
  text: FormattedText,
  quotation: Quotation,
  holdings: Holdings,
  house: House = PLAIN_HOUSE,
  otherwise: string | null = null,
): Finding {
  const name = quotation.attribution?.name ?? otherwise;
  const credit = { name, credited: quotation.attribution !== null, house };
  const found = holdings.verdict({ text: text.text, parts: quotation.parts }, credit);
  const { verdict, documents } = found;
  const isUnmatched = verdict.status !== "verbatim" && verdict.status !== "marked";
  const isTitle = isUnmatched && isTitleOfWork(text.text, quotation);
  return {
    quotation: reportQuotation(text, quotation),
    ...(isTitle ? UNSPOKEN : explained(found, quotation, credit, holdings)),
    match: verdict.match === null || isTitle ? null : reportMatch(verdict.match, documents),
    alternatives: isTitle ? [] : verdict.alternatives.map((match) => reportMatch(match, documents)),
  };
}

/** What is said of a quotation that was not come to. */
export function unjudged(text: FormattedText, quotation: Quotation): Finding {
  return {
    quotation: reportQuotation(text, quotation),
    status: "undecided",
    reason: "out-of-time",
    problems: [],
    match: null,
    alternatives: [],
  };
}

function reportQuotation(text: FormattedText, quotation: Quotation): Finding["quotation"] {
  const { start, end, parts, attribution } = quotation;
  return {
    text: quotation.text,
    start,
    end,
    parts: parts.map(spanOf),
    ...reportPosition(text, start),
    attribution,
  };
}

type Explained = Pick<Finding, "status" | "reason" | "problems">;

/** What is said of a title in quotation marks: nobody speaks it, however long it is. */
const UNSPOKEN: Explained = { status: "undecided", reason: "too-short", problems: [] };

/** Absent accuses: it is withdrawn where nothing was held that could have had the words. */
function explained(
  { verdict, documents }: HeldVerdict,
  quotation: Quotation,
  { name, house }: Required<Credit>,
  { languages, voices }: Holdings,
): Explained {
  const { status, reason, match } = verdict;
  const problems = verdict.problems.map(reportProblem);
  if (status === "absent") {
    if (isForeign(quotation.text, languages))
      return { status: "undecided", reason: "other-language", problems: [] };
    if (name !== null && house.aliases.of(name).every((one) => voices.isUnheld(one)))
      return { status: "undecided", reason: "no-source", problems: [] };
  }
  if (match === null) return { status, reason, problems };
  const held = documents[match.source]!;
  const others = [supersededProblem(match, held), voiceProblem(match, name, held, house)];
  return { status, reason, problems: [...problems, ...others.filter((problem) => problem !== null)] };
}

/** Words that say of what follows that it is a title, in the languages that attributions are read in. */
const TITLED =
  /(?<![\p{L}\p{M}])(?:titled|entitled|headlined|(?:under|with|bearing|has|had) the (?:title|headline|heading)|intitulée?s?|sous le titre|(?:mit|unter) dem titel|betitelt|titulad[oa]s?|بعنوان)\s*[,:]?\s*\p{P}?$/iu;
/** Units before a quotation in which its sentence calls it a title. */
const TITLE_REACH = 40;

/** Whether the text says of a quotation that it is a work's title, which nobody says: an article titled “…”. */
function isTitleOfWork(text: string, { start }: Quotation): boolean {
  return TITLED.test(text.slice(Math.max(0, start - TITLE_REACH), start));
}

function isForeign(words: string, languages: ReadonlySet<string | null>): boolean {
  const language = languageOf(words);
  return language !== null && languages.size > 0 && !languages.has(null) && !languages.has(language);
}

/** The latest version is preferred where it has the words as well: what is found in another one, only that one has. */
function supersededProblem(match: Match, { document, version, latest }: HeldDocument): ReportProblem | null {
  if (version === latest) return null;
  const message = `Version ${version} of ${document.id} has these words; version ${latest}, the latest, does not have them so.`;
  return placeProblem("superseded", match, message);
}

function voiceProblem(
  match: Match,
  name: string | null,
  { document }: HeldDocument,
  { aliases }: House,
): ReportProblem | null {
  const rule = voiceBreach(name, match.voice, document, aliases);
  return rule === null
    ? null
    : placeProblem(rule, match, `These are ${ownerOf(match)}'s words, credited to ${name}.`);
}

/** A rule that the place breaks, whatever the words are. */
function placeProblem(
  rule: "superseded" | "wrong-voice" | "wrong-speaker",
  { start, end, text }: Match,
  message: string,
): ReportProblem {
  const { severity } = RULES[rule];
  return { rule, severity, message, touches: [], quotation: null, source: { start, end, text } };
}

/** Whose words a match is, in words. */
function ownerOf({ voice }: Match): string {
  switch (voice.kind) {
    case "quoted":
      return `${voice.name ?? "a third party"} (quoted by the speaker)`;
    case "editor":
      return voice.name ?? "the editor";
    case "interviewer":
      return voice.name ?? "the interviewer";
    default:
      return voice.name ?? "another speaker";
  }
}

function reportProblem({ touches, quotation, source, ...rest }: Problem): ReportProblem {
  return {
    ...rest,
    touches: [...touches],
    quotation: quotation === null ? null : { ...quotation },
    source: source === null ? null : { ...source },
  };
}

function spanOf({ start, end }: { start: number; end: number }): { start: number; end: number } {
  return { start, end };
}

function reportMatch(match: Match, documents: readonly HeldDocument[]): ReportMatch {
  const { document, version } = documents[match.source]!;
  const { start, end, text, voice } = match;
  const before = document.text.slice(wordStart(document.text, start - CONTEXT), start);
  const after = document.text.slice(end, wordEnd(document.text, end + CONTEXT));
  const points = codePointsOf(document);
  return {
    document: { id: document.id, title: document.title, version },
    passage:
      document.passages.findLast((passage) => passage.start <= start && start < passage.end)?.id ?? null,
    place: reportPlace(document.places, start),
    voice: { kind: voice.kind, name: voice.name },
    start,
    end,
    text,
    parts: match.parts.map((part) => ({ ...spanOf(part), text: document.text.slice(part.start, part.end) })),
    before,
    after,
    selectors: [
      { type: "TextQuoteSelector", exact: text, prefix: before, suffix: after },
      { type: "TextPositionSelector", start: points.before(start), end: points.before(end) },
    ],
  };
}

/** A document is counted once, however many matches it has. */
const COUNTED = new WeakMap<Document, CodePoints>();

function codePointsOf(document: Document): CodePoints {
  const known = COUNTED.get(document);
  if (known !== undefined) return known;
  const points = new CodePoints(document.text);
  COUNTED.set(document, points);
  return points;
}

/** The first place at or after `offset` where no word is cut; 0 at the least. */
function wordStart(text: string, offset: number): number {
  if (offset <= 0) return 0;
  const space = /\s/gu;
  space.lastIndex = offset;
  const found = space.exec(text.slice(0, offset + CONTEXT));
  return found === null ? offset : found.index + 1;
}

/** The last place at or before `offset` where no word is cut; the text's end at the most. */
function wordEnd(text: string, offset: number): number {
  if (offset >= text.length) return text.length;
  for (let i = offset; i > offset - CONTEXT / 2; i--) if (/\s/u.test(text[i]!)) return i;
  return offset;
}
