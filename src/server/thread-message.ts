import type { Finding, Report } from "../check/index.ts";
import type { ToldError } from "./task-error.ts";

/** A task on its way to a thread. */
export interface Asked {
  readonly id: number;
  readonly task: string;
  readonly input: unknown;
  /** Milliseconds after which it is to stop by itself with what it has. */
  readonly limit: number;
}

/** What a thread is sent: a task, or null, after which nothing comes and it may end. */
export type Sent = Asked | null;

/** What a check tells before it is done: the report as it stands if nothing more is done, then each finding. */
export type CheckPart =
  | { readonly kind: "begun"; readonly report: Report }
  | { readonly kind: "found"; readonly index: number; readonly finding: Finding };

/** What a thread says: that it has started, then what becomes of tasks. */
export type Told =
  | { readonly kind: "ready" }
  | { readonly id: number; readonly kind: "part"; readonly part: CheckPart }
  | { readonly id: number; readonly kind: "answer"; readonly answer: unknown }
  | { readonly id: number; readonly kind: "error"; readonly error: ToldError };
