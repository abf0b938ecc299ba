import { Hono } from "hono";
import type { SearchPage } from "../archive/index.ts";
import type { Report } from "../check/index.ts";
import { checkRequest, type PassageAnswer } from "../desk/index.ts";
import { type McpDesk, mcpHandler, Refusal } from "../mcp/index.ts";
import { checkOn } from "./check-desk.ts";
import type { House } from "./house.ts";
import type { RequestLog } from "./log.ts";
import { problemFrom } from "./problem.ts";

/** What models ask, over the Model Context Protocol. `limit`: bytes of a request at the most. */
export function mcpRoute(house: House, log: RequestLog, limit: number): Hono {
  const route = new Hono();
  const fault = (error: unknown): void => log.fault(error, "POST", "/mcp");
  const answer = mcpHandler(threadDesk(house), { version: house.version, limit, fault });
  route.all("/mcp", house.access.reading, (c) => answer(c.req.raw));
  return route;
}

/** Answers from the server's threads: checks where texts are checked, the rest where the archive is read. */
function threadDesk({ checks, reads }: House): McpDesk {
  return {
    checkText: (input, signal) => told<Report>(checkOn(checks, checkRequest(input), { signal })),
    findWords: (input, signal) => told<Report>(checks.ask("find", input, { signal })),
    searchPassages: (input, signal) => told<SearchPage>(reads.ask("search", input, { signal })),
    readPassage: (input, signal) => told<PassageAnswer>(reads.ask("passage", input, { signal })),
  };
}

/** The answer that a thread gives as JSON. What is no fault of the server is told to the model. */
async function told<T>(answer: Promise<string>): Promise<T> {
  try {
    return JSON.parse(await answer);
  } catch (error) {
    const { status, detail } = problemFrom(error);
    throw status === 500 ? error : new Refusal(detail);
  }
}
