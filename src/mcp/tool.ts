import type * as z from "zod";
import type { McpDesk } from "./mcp-desk.ts";

/** One of the tools: what it says of itself, what it takes and answers, and how its answer reads. */
export interface Tool<I extends z.ZodType, A> {
  readonly name: string;
  readonly title: string;
  /** For a model: when to use it, how, and what its answer does and does not say. */
  readonly description: string;
  readonly input: I;
  readonly output: z.ZodType;
  readonly ask: (desk: McpDesk, input: z.output<I>, signal: AbortSignal) => Promise<A>;
  /** The answer for a model that reads text: the same facts, in lines. */
  readonly text: (answer: A, input: z.output<I>) => string;
}
