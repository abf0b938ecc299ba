import type { ListProperties } from "./paragraph.ts";
import { headingKind, kindOfName, type StyleKind } from "./style-kind.ts";
import {
  type Languages,
  noTextProperties,
  type TextProperties,
  takeTextProperty,
} from "./text-properties.ts";
import type { XmlAttributes } from "./xml-names.ts";
import type { XmlHandler } from "./xml-reader.ts";

/** What a style says, with what the styles it is based on say where it is silent. */
export interface Style {
  /** Null where it makes common paragraphs. */
  readonly kind: StyleKind | null;
  readonly hidden: boolean;
  readonly raised: boolean;
  readonly rightToLeft: boolean;
  /** Null where it says no other than the document's default. */
  readonly languages: Languages | null;
}

interface StatedStyle {
  readonly id: string;
  readonly isDefault: boolean;
  name: string | null;
  base: string | null;
  outline: number | null;
  list: ListProperties | null;
  readonly text: TextProperties;
}

/** Word bases styles on one another at most ten deep. */
const DEEPEST = 20;
/** The outline level of body text, by which a style says that it is no heading. */
export const BODY_OUTLINE = 9;

const NO_STYLE: Style = { kind: null, hidden: false, raised: false, rightToLeft: false, languages: null };

/** Reads the part with the styles, then tells what each is. */
export class StyleSheet implements XmlHandler {
  readonly #stated = new Map<string, StatedStyle>();
  readonly #resolved = new Map<string, Style>();
  /** The document's default languages. */
  readonly #default = noTextProperties();
  #open: StatedStyle | null = null;

  get defaultLanguages(): Languages | null {
    return this.#default.languages;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === "w:style") this.#begin(attributes);
    const style = this.#open;
    if (style === null) takeTextProperty(this.#default, name, attributes);
    else this.#take(style, name, attributes);
  }

  #take(style: StatedStyle, name: string, attributes: XmlAttributes): void {
    const value = attributes["w:val"];
    if (style.isDefault) takeTextProperty(this.#default, name, attributes);
    if (name === "w:name") style.name = value ?? null;
    else if (name === "w:basedOn") style.base = value ?? null;
    else if (name === "w:outlineLvl") style.outline = Number(value);
    else if (name === "w:numPr") style.list = { number: null, level: 0 };
    else if (name === "w:ilvl" && style.list !== null) style.list.level = Number(value);
    else if (name === "w:numId" && style.list !== null) style.list.number = value ?? null;
    else takeTextProperty(style.text, name, attributes);
  }

  close(name: string): void {
    if (name === "w:style") this.#open = null;
  }

  text(): void {}

  /** What a style is, by its id; of an id that the styles do not have, what its name tells. */
  style(id: string | null): Style {
    if (id === null) return NO_STYLE;
    let style = this.#resolved.get(id);
    if (style === undefined) {
      style = this.#resolve(id);
      this.#resolved.set(id, style);
    }
    return style;
  }

  #begin(attributes: XmlAttributes): void {
    const id = attributes["w:styleId"] ?? "";
    const isDefault =
      attributes["w:default"] === "1" || attributes["w:default"] === "true" || id === "Normal";
    const text = noTextProperties();
    this.#open = { id, isDefault, name: null, base: null, outline: null, list: null, text };
    if (!this.#stated.has(id)) this.#stated.set(id, this.#open);
  }

  /** The style and those it is based on, nearest first; the document's default says nothing of its own. */
  #chain(id: string): StatedStyle[] {
    const chain: StatedStyle[] = [];
    let style = this.#stated.get(id);
    while (style !== undefined && !style.isDefault && chain.length < DEEPEST) {
      chain.push(style);
      style = this.#stated.get(style.base ?? "");
    }
    return chain;
  }

  #resolve(id: string): Style {
    const chain = this.#chain(id);
    if (chain.length === 0) return this.#stated.has(id) ? NO_STYLE : { ...NO_STYLE, kind: kindOfName(id) };
    const nearest = <T>(of: (text: TextProperties) => T | null): T | null =>
      chain.map((style) => of(style.text)).find((value) => value !== null) ?? null;
    return {
      kind: kindOf(chain),
      hidden: nearest((text) => text.hidden) ?? false,
      raised: nearest((text) => text.raised) ?? false,
      rightToLeft: nearest((text) => text.rightToLeft) ?? false,
      languages: nearest((text) => text.languages),
    };
  }
}

function namedKind(style: StatedStyle): StyleKind | null {
  return (style.name === null ? null : kindOfName(style.name)) ?? kindOfName(style.id);
}

function kindOf(chain: readonly StatedStyle[]): StyleKind | null {
  for (const style of chain) {
    const named = namedKind(style);
    if (named !== null && named.kind !== "heading") return named;
    const { outline, list } = style;
    if (outline === BODY_OUTLINE) return null;
    if (named !== null) return named;
    if (outline !== null) return headingKind(outline + 1);
    if (list?.number != null && list.number !== "0") return { kind: "item", level: list.level + 1 };
  }
  return null;
}
