import { RULES, type RuleId } from "../core/index.ts";
import { type Document, languageOf, readDocument, withoutDefaultLanguage } from "../documents/index.ts";
import type { FormattedText } from "../formats/index.ts";
import { type FindOptions, type FullNames, findQuotations, type Quotation } from "../quotations/index.ts";
import type { CheckedText } from "./checked-text.ts";
import { findingOf, unjudged } from "./finding.ts";
import { unspokenHeadlines } from "./headline.ts";
import type { Holdings } from "./holdings.ts";
import { PLAIN_HOUSE } from "./house.ts";
import type { Finding, FormFinding, Report } from "./report.ts";
import { reportPosition } from "./report-place.ts";
import { shelve } from "./shelf.ts";
import { tally } from "./tally.ts";
import type { Watch } from "./watch.ts";

/**
 * Says of every quotation of a text whether these are the words of what is held, on a shelf or in an archive, and whose.
 * A dispatch's own form is judged too. The same text and holdings give the same report. `document` is the text's reading,
 * where the caller has it.
 *
 * @example
 * const story = readText(new TextEncoder().encode("“The pier is dry,” Ada Quay said."), "story.md");
 * const source = readText(new TextEncoder().encode("Speaker: Ada Quay\n\nThe pier is dry."), "quay.txt");
 * const shelf = shelve([readDocument(source, "quay.txt")]);
 * check({ name: "story.md", text: story, sha256: "0".repeat(64) }, shelf).findings[0].status; // "verbatim"
 */
export function check(
  checked: CheckedText,
  holdings: Holdings,
  watch: Watch = {},
  document = readDocument(checked.text, checked.name),
): Report {
  const { text, house = PLAIN_HOUSE } = checked;
  const held = holdings.without(checked.sha256);
  const written = withoutDefaultLanguage(text);
  const quotations = findQuotations(written, options(written, held.voices.fullNames));
  const form =
    document.kind === "dispatch"
      ? [...formFindings(text, document), ...held.formProblems(checked, document)]
      : [];
  return watched(checked, quotations, (quotation) => findingOf(text, quotation, held, house), form, watch);
}

/** {@link check} of one quotation that is known, such as words that somebody asks for. */
export function checkQuotation(checked: CheckedText, quotation: Quotation, holdings: Holdings): Report {
  return report(checked, [findingOf(checked.text, quotation, holdings, checked.house ?? PLAIN_HOUSE)], []);
}

/** Whether a text can be checked against itself: a dispatch with an editor's words and a speaker's. */
export function isSelfContained(document: Document): boolean {
  return document.kind === "dispatch" && document.passages.some(({ voice }) => voice.kind === "speaker");
}

/**
 * Checks a dispatch against itself: what its title, summary, captions and headings put between quotation marks,
 * against what its speakers say in the excerpts, and the problems of its form. `checked` must hold such a dispatch
 * ({@link isSelfContained}); of another text nothing is found. `document` is its reading, where the caller has it.
 * With `holdings`, what its speakers do not say may stand there, and so may its number and what it refers to.
 */
export function checkSelf(
  checked: CheckedText,
  document = readDocument(checked.text, checked.name),
  holdings: Holdings | null = null,
  watch: Watch = {},
): Report {
  const { text, house = PLAIN_HOUSE } = checked;
  const held = holdings?.without(checked.sha256) ?? null;
  const spoken = shelve([document], "spoken");
  const only = document.speakers.length === 1 ? document.speakers[0]!.name : null;
  const judged = (quotation: Quotation): Finding => {
    const own = findingOf(text, quotation, spoken, house, only);
    if (own.status !== "absent" || held === null) return own;
    const elsewhere = findingOf(text, quotation, held, house);
    return elsewhere.match === null ? own : elsewhere;
  };
  const form = [
    ...unspokenHeadlines(text, document, spoken),
    ...formFindings(text, document),
    ...(held?.formProblems(checked, document) ?? []),
  ];
  return watched(checked, editorQuotations(text, document), judged, form, watch);
}

function counting(): () => number {
  let index = 0;
  return () => index++;
}

/** The report on quotations judged one by one, which somebody may look on at, and may end. */
function watched(
  checked: CheckedText,
  quotations: readonly Quotation[],
  judged: (quotation: Quotation) => Finding,
  form: FormFinding[],
  watch: Watch,
): Report {
  const left = (quotation: Quotation): Finding => unjudged(checked.text, quotation);
  const findings = quotations.map(left);
  watch.begun?.(report(checked, findings, form));
  const next = watch.next ?? counting();
  for (let index = next(); index < findings.length; index = next()) {
    if (watch.isOver?.()) break;
    findings[index] = judged(quotations[index]!);
    watch.found?.(findings[index]!, index);
  }
  return report(checked, findings, form);
}

/** Quotations in the editor's own passages. */
function editorQuotations(text: FormattedText, document: Document): Quotation[] {
  const names = document.speakers.map(({ name }) => name);
  const running = quotationsIn(text, document, new Set(["summary", "caption"]), names);
  const headlines = quotationsIn(text, document, new Set(["title", "heading"]), names);
  return [...running, ...headlines.map((quotation) => creditedToKnown(quotation, document))].sort(
    (a, b) => a.start - b.start,
  );
}

/** In title case a name looks as an office does ("Head Of The Pilots: …"): only one that the text below names is credited. */
function creditedToKnown(quotation: Quotation, document: Document): Quotation {
  if (quotation.attribution === null) return quotation;
  const { name } = quotation.attribution;
  const isDescription = /^(?:the|an?)\s/iu.test(name);
  const isSpeaker = document.speakers.some((speaker) => name.endsWith(speaker.name));
  const isNamed = document.passages.some(
    ({ kind, start, end }) => kind === "summary" && names(document.text.slice(start, end), name),
  );
  return isDescription || isSpeaker || isNamed ? quotation : { ...quotation, attribution: null };
}

/** Whether words hold a name, and not as the start of a longer one. */
function names(words: string, name: string): boolean {
  for (let at = words.indexOf(name); at >= 0; at = words.indexOf(name, at + 1))
    if (!/^(?:\p{L}|\s\p{Lu})/u.test(words.slice(at + name.length))) return true;
  return false;
}

/** Quotations in the passages of some kinds. */
function quotationsIn(
  text: FormattedText,
  document: Document,
  kinds: ReadonlySet<string>,
  names: readonly string[],
): Quotation[] {
  const edited = document.passages.filter(({ kind }) => kinds.has(kind));
  const within = ({ start, end }: { start: number; end: number }): boolean =>
    edited.some((passage) => passage.start < end && start < passage.end);
  const written = withoutDefaultLanguage(text);
  const editors: FormattedText = {
    ...written,
    blocks: written.blocks.filter(within),
    position: (offset) => text.position(offset),
  };
  // A heading "NAME: claim" looks like a turn, but the turns of a dispatch are known.
  return findQuotations(editors, options(editors, names)).filter((one) => one.kind !== "turn" && within(one));
}

/**
 * The language decides what a dash opens and which verbs credit: where the text does not say it, its words do.
 * English is not taken from them: a text in another language that quotes much English looks like it, and English
 * verbs credit in any text.
 */
function options(text: FormattedText, names: FullNames | readonly string[]): FindOptions {
  const guess = languageOf(text.text);
  return { language: text.language ?? (guess === "en" ? null : guess), names };
}

function formFindings(text: FormattedText, document: Document): FormFinding[] {
  return document.form.map(({ rule, message, start, end }) => ({
    rule,
    severity: RULES[rule as RuleId].severity,
    message,
    text: text.text.slice(start, end),
    start,
    end,
    ...reportPosition(text, start),
  }));
}

function report({ name, sha256, text }: CheckedText, findings: Finding[], form: FormFinding[]): Report {
  const words = text.text.match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu)?.length ?? 0;
  return { version: 1, text: { name, sha256, words }, summary: tally(findings, form), findings, form };
}
