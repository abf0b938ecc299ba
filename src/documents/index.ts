export { parseDate } from "./date.ts";
export { withoutDefaultLanguage } from "./default-language.ts";
export type * from "./document.ts";
export { isNameWord, splitTitle } from "./person-name.ts";
export { readDocument } from "./read-document.ts";
export { rebuild } from "./rebuild.ts";
export { languageOf } from "./text-language.ts";
export { toSource } from "./to-source.ts";
