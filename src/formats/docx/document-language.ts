import type { Block } from "../formatted-text.ts";
import { isWrittenIn } from "../written-language.ts";

/** What a document says of its language. */
export interface StatedLanguages {
  /** As somebody added it to the properties. */
  readonly added: string | null;
  /** As the program wrote it into the properties. */
  readonly written: string | null;
  /** The language of words that no other is said of. */
  readonly standard: string | null;
}

/**
 * The language of a document, or null where it is not said. Programs write the language they are set to wherever nobody
 * said the text's, so that what they write counts only where it is not the standard of the document's styles too; a
 * language that the text's letters do not fit never counts.
 */
export function documentLanguage(
  text: string,
  blocks: readonly Block[],
  stated: StatedLanguages,
): string | null {
  const written = stated.written === stated.standard ? null : stated.written;
  const language = stated.added ?? languageOfMost(blocks) ?? written;
  return language !== null && isWrittenIn(text, language) ? language.replace("_", "-") : null;
}

/** The language that more than half of the blocks' characters are said to be in. */
function languageOfMost(blocks: readonly Block[]): string | null {
  const counts = new Map<string | null, number>();
  let all = 0;
  for (const { start, end, language } of blocks) {
    all += end - start;
    counts.set(language, (counts.get(language) ?? 0) + end - start);
  }
  for (const [language, count] of counts) if (count * 2 > all) return language;
  return null;
}
