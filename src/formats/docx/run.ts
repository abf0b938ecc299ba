import type { Style, StyleSheet } from "./styles.ts";
import { type Languages, languageOfWords, noTextProperties, type TextProperties } from "./text-properties.ts";

/** A run being read: words that share their properties. */
export class Run {
  readonly properties: TextProperties = noTextProperties();
  /** What is left of it is not shown: it writes a note's marker of its own, in whose place our own stands. */
  muted = false;

  isHidden(paragraph: Style, styles: StyleSheet): boolean {
    const { hidden, style } = this.properties;
    return hidden ?? (styles.style(style).hidden || paragraph.hidden);
  }

  isRaised(paragraph: Style, styles: StyleSheet): boolean {
    const { raised, style } = this.properties;
    return raised ?? (styles.style(style).raised || paragraph.raised);
  }

  /** The language of its `words`, or null where none is said or it is the document's default. */
  language(words: string, paragraph: Style, styles: StyleSheet): string | null {
    const { languages, style, rightToLeft } = this.properties;
    const own = styles.style(style);
    if (languages === null && own.languages === null && paragraph.languages === null) return null;
    const isRightToLeft = rightToLeft ?? (own.rightToLeft || paragraph.rightToLeft);
    const of = (said: Languages | null) =>
      said === null ? null : languageOfWords(words, said, isRightToLeft);
    const language = of(languages) ?? of(own.languages) ?? of(paragraph.languages);
    return language === of(styles.defaultLanguages) ? null : language;
  }
}
