import type { Speaker } from "./document.ts";
import type { PlacedLabel } from "./label-set.ts";
import { areCompatible, familyName, splitTitle } from "./person-name.ts";
import type { Unit } from "./unit.ts";

/**
 * The labels, in which a name beside the one who is interviewed asks where the summary says so, or where most of what
 * stands under it are questions.
 */
export function withAskers(
  text: string,
  labels: readonly PlacedLabel[],
  units: readonly Unit[],
  main: Speaker | null,
  interviewer: string | null,
): readonly PlacedLabel[] {
  const isMain = (placed: PlacedLabel): boolean => main !== null && areCompatible(main.name, nameOf(placed));
  if (!labels.some(isMain)) return labels;
  const others = Map.groupBy(
    labels.filter((placed) => placed.label.style === "name" && !isMain(placed)),
    ({ label }) => familyName(label.words),
  );
  const askers = new Set<PlacedLabel>();
  for (const own of others.values()) {
    const asked = own.filter(({ unit }) =>
      /\?["'”’»]*(?:\[\d{1,3}\])?$/u.test(text.slice(units[unit]!.start, units[unit]!.end).slice(-12)),
    );
    const isNamed = interviewer !== null && areCompatible(interviewer, nameOf(own[0]!));
    if (isNamed || asked.length * 2 > own.length) for (const placed of own) askers.add(placed);
  }
  return labels.map((placed) =>
    askers.has(placed) ? { ...placed, label: { ...placed.label, voice: "interviewer" } } : placed,
  );
}

function nameOf({ label }: PlacedLabel): string {
  return splitTitle(label.words).name || label.words;
}
