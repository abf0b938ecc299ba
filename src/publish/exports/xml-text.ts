import { shown } from "../shown.ts";

/** A text as XML 1.0 has it between tags: what XML cannot hold stands as a sign, and nothing ends a section or opens a tag. */
export function xmlText(text: string): string {
  return shown(text)
    .replace(/[\uFFFE\uFFFF]/gu, "\uFFFD")
    .replace(/&/gu, "&amp;")
    .replace(/</gu, "&lt;")
    .replace(/>/gu, "&gt;");
}
