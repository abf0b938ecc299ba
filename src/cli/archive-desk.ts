import { setImmediate } from "node:timers/promises";
import type { Archive } from "../archive/index.ts";
import { checkRequest, checkText, findWords, readPassage, searchPassages } from "../desk/index.ts";
import { type McpDesk, Refusal } from "../mcp/index.ts";
import { guardedReader } from "../reading/index.ts";
import { Failure } from "./failure.ts";
import { hashOf } from "./input.ts";
import { withArchive } from "./store.ts";

/** Milliseconds of a check, then it answers what it has: half of what clients usually wait for a tool. */
const LIMIT = 30_000;

/**
 * Answers from an archive's file, one question after the other. The archive is opened for each: what another process
 * adds, or puts in its place, is seen.
 */
export function archiveDesk(path: string): McpDesk {
  let last: Promise<unknown> = Promise.resolve();
  const answered = async <T>(ask: (archive: Archive) => T, signal: AbortSignal): Promise<T> => {
    // A turn of the event loop before each: that a question was taken back is read before it is begun.
    await setImmediate();
    signal.throwIfAborted();
    try {
      return await withArchive(path, { readOnly: true }, ask);
    } catch (error) {
      throw error instanceof Failure ? new Refusal(error.message) : error;
    }
  };
  const inTurn = <T>(ask: (archive: Archive) => T, signal: AbortSignal): Promise<T> => {
    const answer = last.then(() => answered(ask, signal));
    last = answer.catch(() => {});
    return answer;
  };
  return {
    checkText: (input, signal) =>
      inTurn((archive) => {
        const end = Date.now() + LIMIT;
        const watch = { isOver: () => Date.now() >= end };
        return checkText(checkRequest(input), { archive, reader: guardedReader(), hash: hashOf, watch });
      }, signal),
    findWords: (input, signal) => inTurn((archive) => findWords(input, { archive, hash: hashOf }), signal),
    searchPassages: (input, signal) => inTurn((archive) => searchPassages(input, { archive }), signal),
    readPassage: (input, signal) => inTurn((archive) => readPassage(input, { archive }), signal),
  };
}
