import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import * as z from "zod";
import { FORMATS_IN_WORDS } from "../formats/index.ts";
import { TaskError, type TaskErrorCode } from "./task-error.ts";

/** What the server complains of: what tasks do, and what it has itself. Codes are stable. */
export type ProblemCode =
  | TaskErrorCode
  | "bad-request"
  | "not-found"
  | "wrong-method"
  | "wrong-type"
  | "too-large"
  | "token-needed"
  | "token-wrong"
  | "writing-off"
  | "wrong-host"
  | "wrong-origin"
  | "number-taken"
  | "unknown-result"
  | "result-unreadable"
  | "result-key-wrong"
  | "results-full";

/** Problem details as RFC 9457 has them. `code` is stable; `type` is its place on this server's page of the API. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: ContentfulStatusCode;
  readonly code: ProblemCode;
  /** One line: the input, the reason, the way out. */
  readonly detail: string;
}

/** What is known of a code beforehand. */
export interface ProblemKind {
  readonly status: ContentfulStatusCode;
  readonly title: string;
  /** What to do about it: one sentence. */
  readonly advice: string;
}

/** Seconds after which whoever was turned away may come again: about as long as a full line takes. */
export const RETRY_AFTER = 2;

const AGAIN = `Send it again after the seconds that Retry-After says.`;
const NAMED = "`GET /api/documents` lists what is held; the detail names what is nearest.";

/** Every code with its status. The compiler shows one that is missing. */
export const PROBLEMS: Readonly<Record<ProblemCode, ProblemKind>> = {
  "bad-request": kind(
    400,
    "The request is not as the API asks for",
    "The detail names the field, or what else is wrong.",
  ),
  "no-words": kind(400, "No words are given", "Give words; marks alone are none."),
  "token-needed": kind(401, "This needs the token", "Send `Authorization: Bearer TOKEN`."),
  "token-wrong": kind(
    403,
    "That is not the token",
    "Send the one that the server was started with (SAIDSO_TOKEN).",
  ),
  "writing-off": kind(
    403,
    "This server takes nothing in",
    "Start it with SAIDSO_TOKEN set, or use `saidso add`.",
  ),
  "wrong-origin": kind(
    403,
    "Another site's page may not ask this",
    "Ask from a program, or from this server's own pages.",
  ),
  "result-key-wrong": kind(
    403,
    "That key does not delete it",
    "Give the key told when it was stored, or sign in.",
  ),
  "not-found": kind(404, "Nothing is here", "This page lists what is."),
  "unknown-document": kind(404, "No such document is held", NAMED),
  "unknown-version": kind(404, "No such version is held", "`GET /api/documents/{id}/versions` lists them."),
  "unknown-passage": kind(404, "No such passage", "`GET /api/documents/{id}/passages` lists them."),
  "unknown-speaker": kind(404, "Nothing is held of that speaker", "`GET /api/speakers` lists who speaks."),
  "unknown-result": kind(
    404,
    "No such result is stored",
    "Ask whoever sent the link; or check the text again.",
  ),
  "wrong-method": kind(405, "This address is not asked so", "Allow says which methods it has."),
  "number-taken": kind(
    409,
    "Another document has that series and number",
    "Send it with `replace=true`: then it becomes a version of that one.",
  ),
  "too-large": kind(413, "The request is too large", "Send less at once, or use the command line."),
  "wrong-type": kind(415, "That content type is not taken here", "The detail lists those that are."),
  "wrong-host": kind(421, "This server does not answer to that name", "Start it with --allow-host."),
  "unreadable-text": kind(422, "The text cannot be read", `Send ${FORMATS_IN_WORDS}.`),
  "result-unreadable": kind(422, "The stored result cannot be read", "Check the text again and store that."),
  fault: kind(500, "A fault of the server", "The server's log says where; please report it."),
  "archive-not-an-archive": kind(
    500,
    "The server's file is no archive",
    "Start the server with another --archive.",
  ),
  "archive-missing": kind(
    503,
    "The archive is gone",
    "Put its file back, or start the server with another --archive.",
  ),
  "archive-damaged": kind(
    500,
    "The archive is damaged",
    "Run `saidso verify-archive`, and restore it from a copy.",
  ),
  "archive-read-only": kind(
    500,
    "The archive may not be written",
    "Check the permissions of its file and of the folder around it.",
  ),
  "archive-closed": kind(500, "The archive was closed", "Start the server again; please report it."),
  "archive-stamp": kind(
    500,
    "The archive was made by a version that reads words otherwise",
    "Run `saidso reindex`, then start the server again.",
  ),
  busy: kind(503, "Too much is waiting", AGAIN),
  "timed-out": kind(
    503,
    "It took longer than a request may",
    "Split the text, or start the server with a higher --limit; the same again will not help.",
  ),
  cancelled: kind(503, "It was ended before it was done", AGAIN),
  "archive-busy": kind(503, "Another process writes the archive", AGAIN),
  "archive-unknown": kind(503, "What was asked for was taken out meanwhile", AGAIN),
  "results-full": kind(507, "No more results are stored", "Delete some, or download the report."),
  "archive-full": kind(
    507,
    "The disk is full",
    "Nothing of the request was kept; free space and send it again.",
  ),
};

function kind(status: ContentfulStatusCode, title: string, advice: string): ProblemKind {
  return { status, title, advice };
}

export const PROBLEM_CODES = Object.keys(PROBLEMS) as ProblemCode[];

/** {@link Problem} as JSON says it. A code may have members of its own beside these. */
export const problemSchema = z
  .looseObject({
    type: z.string().describe("Its place on the page of the API."),
    title: z.string(),
    status: z.int().min(400).max(599),
    code: z.enum(PROBLEM_CODES).describe("Stable."),
    detail: z.string().describe("One line: the input, the reason, the way out."),
  })
  .describe("Problem details (RFC 9457).");

/** A problem that ends a request: thrown by handlers, answered by the app. */
export class ProblemError extends Error {
  readonly problem: Problem;

  /** `more`: members that are this code's own. */
  constructor(code: ProblemCode, detail: string, more: object = {}) {
    super(detail);
    this.name = "ProblemError";
    this.problem = { ...problemOf(code, detail), ...more };
  }
}

export function problemOf(code: ProblemCode, detail: string): Problem {
  const { status, title } = PROBLEMS[code];
  return { type: `/api#${code}`, title, status, code, detail };
}

/** An error as a problem; of what nobody foresaw no more is said than that. */
export function problemFrom(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof z.ZodError) return problemOf("bad-request", issueLine(error.issues[0]!));
  if (!(error instanceof TaskError)) return problemOf("fault", FAULT_DETAIL);
  const { code, message } = error;
  if (code === "busy")
    return problemOf(code, `The server has as much to do as it takes; ask again in ${RETRY_AFTER} seconds.`);
  if (code === "fault") return problemOf(code, FAULT_DETAIL);
  return problemOf(code, code.startsWith("archive-") ? generalDetail(code) : message);
}

const FAULT_DETAIL = "This is a fault of saidso; the server's log says where, please report it.";

/** What is said of a code where nothing is known but it: no path of the server's machine. */
function generalDetail(code: ProblemCode): string {
  const { title, advice } = PROBLEMS[code];
  return `${title}. ${advice}`;
}

/** The field that is wrong, and how; never what stood in it. */
function issueLine(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys")
    return `${issue.keys.join(", ")}: not known here; leave ${issue.keys.length === 1 ? "it" : "them"} out, /api lists what is.`;
  const field = issue.path.length === 0 ? "the request" : issue.path.join(".");
  const reason = issue.message.replace(/^Invalid input: /u, "").replace(/\.$/u, "");
  return `${field}: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}; /api says what it takes.`;
}

/** Says when to come again, where that helps. */
export function tellRetryAfter(c: Context, { status, code }: Problem): void {
  if (status === 503 && code !== "timed-out") c.header("Retry-After", String(RETRY_AFTER));
}

/** Answers a problem as `application/problem+json`. */
export function answerProblem(c: Context, problem: Problem): Response {
  tellRetryAfter(c, problem);
  if (problem.status === 401) c.header("WWW-Authenticate", 'Bearer realm="saidso"');
  return c.body(`${JSON.stringify(problem, null, 2)}\n`, problem.status, {
    "Content-Type": "application/problem+json",
  });
}
