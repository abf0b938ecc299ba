import { Command, CommanderError, Option } from "commander";
import { FORMATS_IN_WORDS } from "../formats/index.ts";
import { archiveCommands, archiveOption, formatOption, sizeOption } from "./archive-commands.ts";
import { Exit, Failure } from "./failure.ts";
import { collect, givenOptions } from "./option-value.ts";
import { REPORT_FORMATS } from "./report-format.ts";
import { serveOptions } from "./serve-options.ts";
import { tell } from "./stderr-line.ts";
import { version } from "./version.ts";

/** Bytes above which a file is refused, unless --max-size says otherwise. */
const MAX_SIZE = 64 * 2 ** 20;

function program(done: (code: number) => void): Command {
  const saidso = new Command("saidso")
    .description("Says of every quotation whether these are the words of the source, and whose.")
    .version(version())
    // `show --version 2` is a document's; only before a command is it the program's.
    .enablePositionalOptions()
    .addOption(archiveOption())
    .hook("preAction", (_, command) => {
      const { archive } = saidso.opts();
      if (archive !== undefined && command.opts().archive === undefined)
        command.setOptionValue("archive", archive);
    })
    .configureOutput({ outputError: (text, write) => write(usageLine(text)) })
    .exitOverride();
  saidso
    .command("check")
    .description(
      "check what FILE quotes; '-' is standard input. Without --against and an archive a dispatch is checked against itself",
    )
    .argument("<file...>", `texts to check: ${FORMATS_IN_WORDS}`)
    .option(
      "--against <path>",
      "a source, or a folder of sources with all below it; may be given again",
      collect,
      [],
    )
    .addOption(archiveOption())
    .option(
      "--config <path>",
      "the configuration; otherwise saidso.config.json here or in the nearest folder above",
    )
    .option("--no-config", "read no configuration")
    .option("--baseline <file>", "problems that are known: they are marked, and fail nothing")
    .option("--write-baseline <file>", "write all problems found into a baseline")
    .option("--fix", "show how the typography of faithful quotations would be mended, as a difference", false)
    .option("--write", "with --fix: write it into the files", false)
    .option(
      "--watch",
      "check again whenever a file, a source, the configuration or the baseline changes",
      false,
    )
    .addOption(formatOption(...REPORT_FORMATS))
    .addOption(
      new Option("--fail-on <severity>", "exit with 1 from this on")
        .choices(["error", "warning", "never"])
        .default("error"),
    )
    .option("--quiet", "show only quotations with problems, and undecided ones", false)
    .addOption(sizeOption(MAX_SIZE))
    .action(async (files, options, command) =>
      done(await (await import("./check-command.ts")).checkCommand(files, givenOptions(options, command))),
    );
  archiveCommands(saidso, done, MAX_SIZE);
  serveOptions(saidso.command("serve"))
    .addOption(archiveOption())
    .action(async (options) => done(await (await import("./serve-command.ts")).serveCommand(options)));
  saidso
    .command("mcp")
    .description("give a model tools to check, find, search and read (MCP over standard input and output)")
    .addOption(archiveOption())
    .action(async (options) => done(await (await import("./mcp-command.ts")).mcpCommand(options)));
  saidso
    .command("explain")
    .description("explain RULE, or list all rules")
    .argument("[rule]", "a rule's id, such as word-changed")
    .action(async (rule) => done((await import("./explain-command.ts")).explainCommand(rule)));
  return saidso;
}

/** What commander says of wrong usage, as one line of ours. */
function usageLine(text: string): string {
  const reason = text
    .replace(/^error: /u, "")
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/\.$/u, "");
  return `saidso: ${reason}; saidso --help lists what can be done.\n`;
}

/** An error that nobody foresaw, in one line with the place it comes from: it must not end with the exit code of findings. */
function fault(error: unknown): string {
  const place = error instanceof Error ? (/\n\s+(at [^\n]+)/u.exec(error.stack ?? "")?.[1] ?? "") : "";
  return `${String(error)} (${place}): this is a fault of saidso; please report it with this line.`;
}

/** Runs one command line; answers the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  let code: number = Exit.clean;
  try {
    await program((result) => {
      code = result;
    }).parseAsync(args, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? Exit.clean : Exit.failed;
    tell(error instanceof Failure ? error.message : fault(error));
    return Exit.failed;
  }
  return code;
}
