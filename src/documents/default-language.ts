import type { FormattedText } from "../formats/index.ts";
import { languageOf } from "./text-language.ts";

const ENGLISH = /^en\b/iu;

/**
 * The text without the English that its file says it is in, where its words are another language's: programs and templates
 * say English where nobody has set a language. Words seem to be another's in a long stretch only, so the whole text is asked.
 */
export function withoutDefaultLanguage(formatted: FormattedText): FormattedText {
  const { language, blocks } = formatted;
  const isEnglish = (tag: string | null): boolean => tag !== null && ENGLISH.test(tag);
  if (!isEnglish(language) && !blocks.some((block) => isEnglish(block.language))) return formatted;
  const written = languageOf(formatted.text);
  if (written === null || written === "en") return formatted;
  return {
    ...formatted,
    language: isEnglish(language) ? null : language,
    blocks: blocks.map((block) => (isEnglish(block.language) ? { ...block, language: null } : block)),
  };
}
