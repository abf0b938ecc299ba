import { readFileSync } from "node:fs";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { type CheckOptions, checkCommand } from "./check-command.ts";
import { explainCommand } from "./explain-command.ts";
import { Exit, Failure } from "./failure.ts";

/** Megabytes above which a file is refused, unless --max-size says otherwise. */
const MAX_SIZE = 64;

function bytes(megabytes: string): number {
  const size = Number(megabytes);
  if (!(size > 0)) throw new InvalidArgumentError("it is a number of megabytes above 0.");
  return size * 2 ** 20;
}

function version(): string {
  return JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")).version;
}

function program(done: (code: number) => void): Command {
  const saidso = new Command("saidso")
    .description("Says of every quotation whether these are the words of the source, and whose.")
    .version(version())
    .configureOutput({ outputError: (text, write) => write(usageLine(text)) })
    .exitOverride();
  saidso
    .command("check")
    .description(
      "check what FILE quotes; '-' is standard input. Without --against a dispatch is checked against itself",
    )
    .argument("<file...>", "texts to check: plain text, Markdown or HTML")
    .option(
      "--against <path>",
      "a source, or a folder of sources with all below it; may be given again",
      collect,
      [],
    )
    .addOption(
      new Option("--format <format>", "how to print").choices(["pretty", "json", "github"]).default("pretty"),
    )
    .addOption(
      new Option("--fail-on <severity>", "exit with 1 from this on")
        .choices(["error", "warning", "never"])
        .default("error"),
    )
    .option("--quiet", "show only quotations with problems", false)
    .option("--max-size <megabytes>", "refuse larger files", bytes, MAX_SIZE * 2 ** 20)
    .action((files: string[], options: CheckOptions) => done(checkCommand(files, options)));
  saidso
    .command("explain")
    .description("explain RULE, or list all rules")
    .argument("[rule]", "a rule's id, such as word-changed")
    .action((rule: string | undefined) => done(explainCommand(rule)));
  return saidso;
}

/** What commander says of wrong usage, as one line of ours. */
function usageLine(text: string): string {
  const reason = text
    .replace(/^error: /u, "")
    .replace(/\s+/gu, " ")
    .trim();
  return `saidso: ${reason}; saidso --help lists what can be done.\n`;
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

/** Runs one command line; answers the exit code. */
export function run(args: readonly string[]): number {
  let code: number = Exit.clean;
  try {
    program((result) => {
      code = result;
    }).parse(args, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? Exit.clean : Exit.failed;
    if (!(error instanceof Failure)) throw error;
    process.stderr.write(`saidso: ${error.message}\n`);
    return Exit.failed;
  }
  return code;
}
