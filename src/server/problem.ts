import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { TaskError, type TaskErrorCode } from "./task-error.ts";

/** What the API itself complains of, beside what tasks do. */
export type ProblemCode =
  | TaskErrorCode
  | "bad-request"
  | "not-found"
  | "too-large"
  | "token-needed"
  | "token-wrong"
  | "writing-off"
  | "wrong-host"
  | "wrong-origin"
  | "number-taken";

/** Problem details as RFC 9457 has them. `code` is stable; `type` is its page on this server. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: ContentfulStatusCode;
  readonly code: ProblemCode;
  /** One line: the input, the reason, the way out. */
  readonly detail: string;
}

interface Kind {
  readonly status: ContentfulStatusCode;
  readonly title: string;
}

const KINDS: Partial<Record<ProblemCode, Kind>> = {
  "bad-request": { status: 400, title: "The request is not as the API asks for" },
  "no-words": { status: 400, title: "No words are given" },
  "unreadable-text": { status: 422, title: "The text cannot be read" },
  "unknown-document": { status: 404, title: "No such document is held" },
  "unknown-version": { status: 404, title: "No such version is held" },
  "unknown-passage": { status: 404, title: "No such passage" },
  "unknown-speaker": { status: 404, title: "Nothing is held of that speaker" },
  "not-found": { status: 404, title: "Nothing is here" },
  "too-large": { status: 413, title: "The request is too large" },
  "token-needed": { status: 401, title: "This needs the token" },
  "token-wrong": { status: 403, title: "That is not the token" },
  "writing-off": { status: 403, title: "This server takes nothing in" },
  "wrong-host": { status: 421, title: "This server does not answer to that name" },
  "wrong-origin": { status: 403, title: "Another site's page may not ask this" },
  "number-taken": { status: 409, title: "Another document has that series and number" },
  busy: { status: 503, title: "Too much is waiting" },
  "timed-out": { status: 503, title: "It took longer than a request may" },
};
const FAULT: Kind = { status: 500, title: "A fault of the server" };
/** Seconds after which whoever was turned away may come again: about as long as a full line takes. */
export const RETRY_AFTER = 2;

/** A problem that ends a request: thrown by handlers, answered by the app. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(code: ProblemCode, detail: string) {
    super(detail);
    this.name = "ProblemError";
    this.problem = problemOf(code, detail);
  }
}

export function problemOf(code: ProblemCode, detail: string): Problem {
  const { status, title } = KINDS[code] ?? FAULT;
  return { type: `/api#${code}`, title, status, code, detail };
}

/** An error as a problem; of what nobody foresaw no more is said than that. */
export function problemFrom(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (!(error instanceof TaskError)) return problemOf("fault", FAULT_DETAIL);
  const { code, message } = error;
  if (code === "busy")
    return problemOf(code, `The server has as much to do as it takes; ask again in ${RETRY_AFTER} seconds.`);
  return problemOf(code, code === "fault" ? FAULT_DETAIL : message);
}

const FAULT_DETAIL = "This is a fault of saidso; the server's log says where, please report it.";

/** Answers a problem as `application/problem+json`. */
export function answerProblem(c: Context, problem: Problem): Response {
  if (problem.status === 503) c.header("Retry-After", String(RETRY_AFTER));
  if (problem.status === 401) c.header("WWW-Authenticate", 'Bearer realm="saidso"');
  return c.body(`${JSON.stringify(problem, null, 2)}\n`, problem.status, {
    "Content-Type": "application/problem+json",
  });
}
