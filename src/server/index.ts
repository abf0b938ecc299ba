/** The reading room: pages for people and an HTTP API for programs, on one archive. */
export { isLoopback } from "./guard.ts";
export { type RunningServer, type ServeOptions, serve } from "./serve.ts";
export { serveTasks, type ThreadData } from "./task-thread.ts";
