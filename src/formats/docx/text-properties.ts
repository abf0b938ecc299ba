import type { XmlAttributes } from "./xml-names.ts";

/** Languages of a stretch, each for one kind of script, as `w:lang` has them; null where it says nothing. */
export interface Languages {
  readonly latin: string | null;
  readonly eastAsian: string | null;
  readonly rightToLeft: string | null;
}

/** What a `w:rPr` says of its words; null where it says nothing. */
export interface TextProperties {
  style: string | null;
  hidden: boolean | null;
  /** Set smaller and higher than the line, as a note's marker is. */
  raised: boolean | null;
  rightToLeft: boolean | null;
  font: string | null;
  languages: Languages | null;
}

export function noTextProperties(): TextProperties {
  return { style: null, hidden: null, raised: null, rightToLeft: null, font: null, languages: null };
}

/** Whether a property that is on or off is on: without a value it is. */
export function isOn(attributes: XmlAttributes): boolean {
  const value = attributes["w:val"];
  return value !== "0" && value !== "false" && value !== "off";
}

function tag(value: string | undefined): string | null {
  return value === undefined || value === "" || /^(?:x-none|none|zxx)$/i.test(value) ? null : value;
}

/** Takes in one property of a `w:rPr`; those that say nothing of the words change nothing. */
export function takeTextProperty(into: TextProperties, name: string, attributes: XmlAttributes): void {
  switch (name) {
    case "w:rStyle":
      into.style = attributes["w:val"] ?? null;
      return;
    case "w:vanish":
      into.hidden = isOn(attributes);
      return;
    case "w:vertAlign":
      into.raised = attributes["w:val"] === "superscript";
      return;
    case "w:rtl":
      into.rightToLeft = isOn(attributes);
      return;
    case "w:rFonts":
      into.font = attributes["w:ascii"] ?? attributes["w:hAnsi"] ?? null;
      return;
    case "w:lang":
      into.languages = {
        latin: tag(attributes["w:val"]),
        eastAsian: tag(attributes["w:eastAsia"]),
        rightToLeft: tag(attributes["w:bidi"]),
      };
      return;
  }
}

const EAST_ASIAN = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]/;

/** The language that `words` are in, of those given for each kind of script. */
export function languageOfWords(words: string, languages: Languages, rightToLeft: boolean): string | null {
  if (rightToLeft) return languages.rightToLeft;
  return EAST_ASIAN.test(words) ? languages.eastAsian : languages.latin;
}
