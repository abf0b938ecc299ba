import { RULES, type RuleId } from "../core/index.ts";
import { type Document, languageOf, readDocument } from "../documents/index.ts";
import type { FormattedText } from "../formats/index.ts";
import { findQuotations, type Quotation } from "../quotations/index.ts";
import type { CheckedText } from "./checked-text.ts";
import { findingOf } from "./finding.ts";
import { unspokenHeadlines } from "./headline.ts";
import type { Holdings } from "./holdings.ts";
import type { Finding, FormFinding, Report } from "./report.ts";
import { shelve } from "./shelf.ts";

/**
 * Says of every quotation of a text whether these are the words of what is held, on a shelf or in an archive, and whose.
 * A dispatch's own form is judged too. The same text and holdings give the same report.
 *
 * @example
 * const story = readText(new TextEncoder().encode("“The pier is dry,” Ada Quay said."), "story.md");
 * const source = readText(new TextEncoder().encode("Speaker: Ada Quay\n\nThe pier is dry."), "quay.txt");
 * const shelf = shelve([readDocument(source, "quay.txt")]);
 * check({ name: "story.md", text: story, sha256: "0".repeat(64) }, shelf).findings[0].status; // "verbatim"
 */
export function check(checked: CheckedText, holdings: Holdings): Report {
  const { text } = checked;
  const held = holdings.without(checked.sha256);
  const document = readDocument(text, checked.name);
  const quotations = findQuotations(text, options(text, held.voices.names));
  const form =
    document.kind === "dispatch"
      ? [...formFindings(text, document), ...held.formProblems(checked, document)]
      : [];
  return report(
    checked,
    quotations.map((quotation) => findingOf(text, quotation, held)),
    form,
  );
}

/** {@link check} of one quotation that is known, such as words that somebody asks for. */
export function checkQuotation(checked: CheckedText, quotation: Quotation, holdings: Holdings): Report {
  return report(checked, [findingOf(checked.text, quotation, holdings)], []);
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
): Report {
  const { text } = checked;
  const held = holdings?.without(checked.sha256) ?? null;
  const spoken = shelve([document], "spoken");
  const only = document.speakers.length === 1 ? document.speakers[0]!.name : null;
  const findings = editorQuotations(text, document).map((quotation) => {
    const own = findingOf(text, quotation, spoken, only);
    if (own.status !== "absent" || held === null) return own;
    const elsewhere = findingOf(text, quotation, held);
    return elsewhere.match === null ? own : elsewhere;
  });
  return report(checked, findings, [
    ...unspokenHeadlines(text, document, spoken),
    ...formFindings(text, document),
    ...(held?.formProblems(checked, document) ?? []),
  ]);
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
  const editors: FormattedText = {
    ...text,
    blocks: text.blocks.filter(within),
    position: (offset) => text.position(offset),
  };
  // A heading "NAME: claim" looks like a turn, but the turns of a dispatch are known.
  return findQuotations(editors, options(text, names)).filter((one) => one.kind !== "turn" && within(one));
}

/**
 * The language decides what a dash opens and which verbs credit: where the text does not say it, its words do.
 * English is not taken from them: a text in another language that quotes much English looks like it, and English
 * verbs credit in any text.
 */
function options(
  text: FormattedText,
  names: readonly string[],
): { language: string | null; names: readonly string[] } {
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
    ...text.position(start),
  }));
}

function report({ name, sha256, text }: CheckedText, findings: Finding[], form: FormFinding[]): Report {
  const statuses = { verbatim: 0, marked: 0, altered: 0, spliced: 0, absent: 0, undecided: 0 };
  const problems = { error: 0, warning: 0, info: 0 };
  for (const finding of findings) statuses[finding.status]++;
  for (const { severity } of [...findings.flatMap((finding) => finding.problems), ...form])
    problems[severity]++;
  return {
    version: 1,
    text: { name, sha256, words: text.text.match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu)?.length ?? 0 },
    summary: { quotations: findings.length, ...statuses, problems },
    findings,
    form,
  };
}
