import { CONTROLS } from "./printable.ts";

/**
 * A value as JSON that no text in it can rewrite the screen with: control and direction characters stand escaped.
 * `replacer` as `JSON.stringify` takes it.
 */
export function printableJson(value: unknown, replacer?: (key: string, value: unknown) => unknown): string {
  return JSON.stringify(value, replacer, 2).replace(
    CONTROLS,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
