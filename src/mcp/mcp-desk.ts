import type { SearchPage } from "../archive/index.ts";
import type { Report } from "../check/index.ts";
import type { CheckInput, FindInput, PassageAnswer, PassageInput, SearchInput } from "../desk/index.ts";

/**
 * Who answers the tools' questions: a process that has the archive open, or the server's threads. Each method throws a
 * `DeskError` or a {@link Refusal} where the question cannot be answered as it was put; anything else is a fault. `signal`:
 * nobody waits for the answer any more.
 */
export interface McpDesk {
  checkText(input: CheckInput, signal: AbortSignal): Promise<Report>;
  findWords(input: FindInput, signal: AbortSignal): Promise<Report>;
  searchPassages(input: SearchInput, signal: AbortSignal): Promise<SearchPage>;
  readPassage(input: PassageInput, signal: AbortSignal): Promise<PassageAnswer>;
}

/** Why a tool cannot answer, other than by the question: `message` is one line with the reason and the way out. */
export class Refusal extends Error {
  constructor(message: string) {
    super(message);
    this.name = "Refusal";
  }
}
