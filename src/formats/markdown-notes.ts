const LABEL = /(^[ \t>]*)?\[\^([^\]\s[^]{1,100})\](:)?/gm;

/**
 * The number that each footnote label of a source shows. Where all labels are numbers they stand as they are, so that a
 * marker without its note can be told; else notes are numbered in the order of their first markers, as Markdown
 * programs do, those without a marker last.
 */
export function numberNotes(source: string): ReadonlyMap<string, string> {
  const marked = new Set<string>();
  const defined = new Set<string>();
  for (const match of source.matchAll(LABEL)) {
    const isDefinition = match[1] !== undefined && match[3] !== undefined;
    (isDefinition ? defined : marked).add(match[2]!);
  }
  const labels = [...new Set([...marked, ...defined])];
  const asWritten = labels.every((label) => /^\d{1,4}$/.test(label));
  return new Map(labels.map((label, i) => [label, asWritten ? label : String(i + 1)]));
}
