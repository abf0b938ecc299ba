/** Files' bytes → text, on a thread that is ended where a file takes too much of time or memory. */
export { GuardedReader, guardedReader, isGuarded, type ReadingLimits } from "./guarded-reader.ts";
