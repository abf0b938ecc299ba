import type { StoryText } from "./story-text.ts";
import type { StyleSheet } from "./styles.ts";
import { isOn, takeTextProperty } from "./text-properties.ts";
import type { XmlAttributes } from "./xml-names.ts";

/** What settings are those of: a paragraph, its mark, a run, a table's row or its cell. */
export type SettingsKind = "paragraph" | "mark" | "run" | "row" | "cell";

const KINDS = new Map<string, SettingsKind>([
  ["w:pPr", "paragraph"],
  ["w:rPr", "run"],
  ["w:trPr", "row"],
  ["w:tcPr", "cell"],
]);

/** The settings that an element holds, `around` being those it stands in; null for one that holds none. */
export function settingsKind(name: string, around: SettingsKind | undefined): SettingsKind | null {
  const kind = KINDS.get(name) ?? null;
  return kind === "run" && around === "paragraph" ? "mark" : kind;
}

/** Whether a setting says that the row or cell it stands in is deleted. */
export function isDeletion(kind: SettingsKind, name: string): boolean {
  return (kind === "row" && name === "w:del") || (kind === "cell" && name === "w:cellDel");
}

/** Whether a setting of a paragraph's mark says that the mark is not shown. */
function hidesMark(name: string, attributes: XmlAttributes): boolean {
  if (name === "w:del" || name === "w:moveFrom") return true;
  return (name === "w:vanish" || name === "w:specVanish") && isOn(attributes);
}

/** Lets the innermost paragraph or run of `text` know one of its settings. */
export function applySetting(
  kind: SettingsKind,
  name: string,
  attributes: XmlAttributes,
  text: StoryText,
  styles: StyleSheet,
): void {
  const { paragraph, run } = text;
  if (kind === "run" && run !== undefined) takeTextProperty(run.properties, name, attributes);
  if (paragraph === undefined) return;
  if (kind === "mark" && hidesMark(name, attributes)) paragraph.joinsNext = true;
  if (kind !== "paragraph") return;
  const value = attributes["w:val"];
  switch (name) {
    case "w:pStyle":
      paragraph.style = styles.style(value ?? null);
      return;
    case "w:outlineLvl":
      paragraph.outline = Number(value);
      return;
    case "w:numPr":
      paragraph.list = { number: null, level: 0 };
      return;
    case "w:ilvl":
      if (paragraph.list !== null) paragraph.list.level = Number(value);
      return;
    case "w:numId":
      if (paragraph.list !== null) paragraph.list.number = value ?? null;
      return;
    case "w:framePr":
      // The first letter of the paragraph after it, set large, in a paragraph of its own.
      if (/^(?:drop|margin)$/.test(attributes["w:dropCap"] ?? "")) paragraph.joinsNext = true;
      return;
  }
}
