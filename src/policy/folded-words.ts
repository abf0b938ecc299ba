import { foldWord } from "../core/index.ts";

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’ʼ.][\p{L}\p{N}]+)*/gu;

/** The words of a text, folded as they are compared, with a space between: what typography does not touch. */
export function foldedWords(text: string): string {
  return (text.match(WORD) ?? []).map(foldWord).join(" ");
}
