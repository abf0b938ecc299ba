import { kebab, readPartName } from "../formats/index.ts";

export { kebab };

/**
 * The id that a file's name gives: without folder and ending, in kebab case; for one document of a file of several, what
 * names it there. `document` where nothing is left.
 */
export function fileId(name: string): string {
  const { file, part } = readPartName(name);
  const own = part?.replace(/^\w+:\/\/(?:www\.)?/u, "") ?? file.replace(/^.*[/\\]/u, "");
  return kebab(part === null ? own.replace(/(?<=.)\.[^.]*$/u, "") : own) || "document";
}
