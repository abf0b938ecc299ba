import type { Context, Hono, MiddlewareHandler } from "hono";
import type * as z from "zod";
import { type ProblemCode, ProblemError } from "../problem.ts";

/** What an endpoint answers when all is well, by media type: a definition of JSON, or that it is text or bytes. */
export interface Answer {
  readonly status: 200 | 201;
  readonly description: string;
  readonly content: Readonly<Record<string, z.ZodType | "text" | "bytes">>;
}

/** One question that programs ask: how it is described, and what answers it. */
export interface Endpoint {
  readonly method: "get" | "post" | "delete";
  /** Below `/api`, or where `isRoot` below the server's root; parameters in braces. */
  readonly path: string;
  readonly isRoot?: true;
  /** Its name in programs. */
  readonly id: string;
  readonly summary: string;
  readonly description?: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  /** By media type. */
  readonly body?: Readonly<Record<string, z.ZodType | "text" | "bytes">>;
  readonly answers: readonly Answer[];
  /** Problems beside those that every question can have. */
  readonly problems: readonly ProblemCode[];
  /** What follows `curl http://127.0.0.1:8417/api`, or where `isRoot` the server's address; the address first. */
  readonly example: string;
  /** Needs the token. */
  readonly writes?: true;
  readonly handler: (c: Context) => Response | Promise<Response>;
}

/** Lets the app answer endpoints; another method on the address of one is a problem that says which it has. */
export function addEndpoints(api: Hono, endpoints: readonly Endpoint[], writing: MiddlewareHandler): void {
  const methods = new Map<string, string[]>();
  for (const { method, path, writes, handler } of endpoints) {
    const route = path.replace(/\{(\w+)\}/gu, ":$1");
    const own = method.toUpperCase();
    methods.set(route, [...(methods.get(route) ?? []), ...(own === "GET" ? ["GET", "HEAD"] : [own])]);
    if (writes) api.on(own, route, writing, handler);
    else api.on(own, route, handler);
  }
  for (const [route, allowed] of methods)
    api.all(route, (c) => {
      c.header("Allow", allowed.join(", "));
      throw new ProblemError("wrong-method", `${c.req.method}: this address has ${allowed.join(", ")}.`);
    });
}

/** Answers text that a thread has written as JSON. */
export function answerJson(c: Context, json: string, status: 200 | 201 = 200): Response {
  return c.body(json, status, { "Content-Type": "application/json" });
}
