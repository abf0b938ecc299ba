import { availableParallelism } from "node:os";
import { type Command, Option } from "commander";
import { collectHosts, emailAddress, port, within } from "./option-value.ts";

/** The port where none is named. */
const PORT = 8417;
/** Checks that wait while others run: about a second's work. */
const QUEUE = 64;
/** Seconds of a check: a book's worth of quotations takes a few. */
const LIMIT = 30;
/** A thread takes some 5 MB idle and half a gigabyte at the worst: past this a machine has memory for none of them. */
const MOST_CHECKS = 64;
const MOST_QUEUE = 100_000;
/** Seconds: a day. Timers of Node.js take 24 of them, and past that begin anew at once. */
const MOST_LIMIT = 86_400;

/** Adds what `serve` can be told. */
export function serveOptions(command: Command): Command {
  return command
    .description("open the reading room: pages for people, an HTTP API for programs, on this machine")
    .option(
      "--host <address>",
      "the address to listen on; other than loopback needs SAIDSO_TOKEN",
      "127.0.0.1",
    )
    .option("--port <number>", "the port; 0 takes a free one", port, PORT)
    .option("--sample", "serve the samples that come with saidso", false)
    .option("--private", "reading needs the token too", false)
    .option(
      "--allow-host <name>",
      "a name the server is reached by beside loopback; may be given again",
      collectHosts,
      [],
    )
    .option(
      "--checks <count>",
      "checks at once",
      within(1, MOST_CHECKS),
      Math.min(availableParallelism(), MOST_CHECKS),
    )
    .option(
      "--queue <count>",
      "checks that may wait; past them 503 is answered",
      within(0, MOST_QUEUE),
      QUEUE,
    )
    .option("--limit <seconds>", "time of a check, then it answers what it has", within(1, MOST_LIMIT), LIMIT)
    .option("--email <address>", "whom harvesters may write to (OAI-PMH)", emailAddress)
    .addOption(
      new Option("--log-level <level>", "what is logged on standard error")
        .choices(["silent", "fatal", "error", "warn", "info", "debug"])
        .default("info"),
    );
}
