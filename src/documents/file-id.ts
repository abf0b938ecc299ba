import { readPartName } from "../formats/index.ts";

/**
 * The id that a file's name gives: without folder and ending, in kebab case; for one document of a file of several, what
 * names it there. `document` where nothing is left.
 */
export function fileId(name: string): string {
  const { file, part } = readPartName(name);
  const own = part?.replace(/^\w+:\/\/(?:www\.)?/u, "") ?? file.replace(/^.*[/\\]/u, "");
  return kebab(part === null ? own.replace(/(?<=.)\.[^.]*$/u, "") : own) || "document";
}

/** Letters and digits of any script joined by hyphens, in lower case. */
export function kebab(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/gu, "");
}
