import { type Edition, isRevision, numberKey, postingsOf, sketchOf } from "../archive/index.ts";
import { RULES, type Span } from "../core/index.ts";
import { type Document, toSource } from "../documents/index.ts";
import type { ArchiveView } from "./archive-view.ts";
import type { CheckedText } from "./checked-text.ts";
import type { FormFinding } from "./report.ts";
import { reportPosition } from "./report-place.ts";

/** Problems of a dispatch that show only beside the archive: its number is another's, or it refers to what is not held. */
export function archiveForm(checked: CheckedText, document: Document, view: ArchiveView): FormFinding[] {
  return [...numberTaken(checked, document, view), ...unresolvedReferences(checked, document, view)];
}

/** The held document of a series and number; null where none is. */
function numbered({ archive }: ArchiveView, series: string, number: string): Edition | null {
  const id = archive.resolve(`${series} No. ${number}`);
  return id === null ? null : archive.document(id);
}

function numberTaken(checked: CheckedText, document: Document, view: ArchiveView): FormFinding[] {
  const { series, number } = document;
  if (series === null || number === null) return [];
  const held = numbered(view, series, number);
  if (held === null || held.id === view.except?.id || isVersionOf(checked, document, held)) return [];
  const title = held.document.title === null ? "" : ` (“${held.document.title}”)`;
  const message = `The archive has another document of this series and number: ${held.id}${title}.`;
  return [problem("form/number-taken", message, checked, numberPlace(document, number))];
}

/** Whether the text would be added as a new version of the held one; see `admission`. */
function isVersionOf({ origin }: CheckedText, document: Document, held: Edition): boolean {
  return (
    origin === held.origin ||
    isRevision(sketchOf(postingsOf(held.source)), sketchOf(postingsOf(toSource(document))))
  );
}

/** Where a dispatch's header says its number; its beginning where no line of it does. */
function numberPlace({ text, passages }: Document, number: string): Span {
  const line = passages.find(
    ({ kind, start, end }) => kind === "header" && text.slice(start, end).includes(number),
  );
  return line ?? { start: 0, end: 0 };
}

function unresolvedReferences(checked: CheckedText, document: Document, view: ArchiveView): FormFinding[] {
  const own = numberKey(document.series, document.number);
  return document.references
    .filter(({ series, number }) => {
      const isOwn = own !== null && numberKey(series, number) === own;
      return !isOwn && numbered(view, series, number) === null;
    })
    .map((reference) => {
      const message = `${reference.series} No. ${reference.number} is not in the archive.`;
      return problem("form/reference-unresolved", message, checked, reference);
    });
}

function problem(
  rule: "form/number-taken" | "form/reference-unresolved",
  message: string,
  { text }: CheckedText,
  { start, end }: Span,
): FormFinding {
  const { severity } = RULES[rule];
  return {
    rule,
    severity,
    message,
    text: text.text.slice(start, end),
    start,
    end,
    ...reportPosition(text, start),
  };
}
