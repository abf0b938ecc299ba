import { type Document, languageOf } from "../../documents/index.ts";

const RIGHT_TO_LEFT = new Set(["ar", "he", "fa", "ur", "yi", "ps", "sd", "ug", "dv", "syr"]);

/** What a document is written in, as its text tells, and which way that runs. */
export function textLanguage({ text }: Document): { language: string | null; rightToLeft: boolean } {
  const language = languageOf(text);
  return { language, rightToLeft: language !== null && RIGHT_TO_LEFT.has(language) };
}
