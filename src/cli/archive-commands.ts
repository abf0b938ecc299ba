import { type Command, Option } from "commander";
import type { Filter } from "../archive/index.ts";
import type { VoiceKind } from "../core/index.ts";
import { FORMATS_IN_WORDS } from "../formats/index.ts";
import { DOCUMENT_FORMAT_NAMES, REFERENCE_FORMAT_NAMES } from "../publish/document-format-name.ts";
import { bytes, isoDate, ordinal, whole } from "./option-value.ts";

/** Takes the exit code of a command that has run. */
export type Done = (code: number) => void;

const VOICES: readonly VoiceKind[] = ["speaker", "interviewer", "editor", "quoted", "unknown"];
/** Hits of a search where nothing else is asked: what somebody reads. */
const HITS = 20;
/** More documents than any archive holds. */
const ALL = 2 ** 31 - 1;

/** `--archive`, which every command that uses an archive has. */
export function archiveOption(): Option {
  return new Option("--archive <path>", "the archive; otherwise SAIDSO_ARCHIVE, otherwise saidso.db here");
}

/** `--format`, the first of `choices` where it is not given. */
export function formatOption(...choices: readonly [string, ...string[]]): Option {
  return new Option("--format <format>", "how to print").choices(choices).default(choices[0]);
}

/** `--max-size`, in megabytes on the command line and in the help, in bytes to the commands. */
export function sizeOption(maxSize: number): Option {
  return new Option("--max-size <megabytes>", "refuse larger files")
    .argParser(bytes)
    .default(maxSize, String(maxSize / 2 ** 20));
}

/** Adds the commands that work on an archive. What they run is loaded when one is called. */
export function archiveCommands(saidso: Command, done: Done, maxSize: number): void {
  keepingCommands(saidso, done, maxSize);
  carryingCommands(saidso, done);
  askingCommands(saidso, done);
  readingCommands(saidso, done);
}

/** What changes the archive, or looks after it. */
function keepingCommands(saidso: Command, done: Done, maxSize: number): void {
  saidso
    .command("add")
    .description(
      "put documents into the archive, and make it where there is none; again: add what is missing",
    )
    .argument("<path...>", `files, or folders with all below them: ${FORMATS_IN_WORDS}`)
    .option(
      "--replace",
      "a document of a series and number that another one has becomes its new version",
      false,
    )
    .addOption(sizeOption(maxSize))
    .addOption(formatOption("pretty", "json"))
    .addOption(archiveOption())
    .action(async (paths, options) =>
      done(await (await import("./add-command.ts")).addCommand(paths, options)),
    );
  saidso
    .command("remove")
    .description("take documents out of the archive, with all their versions")
    .argument("<id...>", 'ids, or series and number: "Special Dispatch No. 41"')
    .addOption(formatOption("pretty", "json"))
    .addOption(archiveOption())
    .action(async (names, options) =>
      done(await (await import("./remove-command.ts")).removeCommand(names, options)),
    );
  saidso
    .command("reindex")
    .description("read every document of the archive again, as this version of saidso reads words")
    .addOption(archiveOption())
    .action(async (options) => done(await (await import("./reindex-command.ts")).reindexCommand(options)));
  saidso
    .command("verify-archive")
    .description("check every hash, offset and index entry; exits with 2 on damage")
    .addOption(formatOption("pretty", "json"))
    .addOption(archiveOption())
    .action(async (options) => done(await (await import("./verify-command.ts")).verifyCommand(options)));
}

/** What goes from archive to archive, and to other programs. */
function carryingCommands(saidso: Command, done: Done): void {
  const exporting = saidso
    .command("export")
    .description("write documents with all their versions as JSON Lines, for import and for other programs")
    .argument("[file]", "where to; - is standard output", "-")
    .argument("[id...]", "ids, or series and number; all documents where none is given");
  withFilter(exporting)
    .addOption(formatOption("pretty", "json"))
    .addOption(archiveOption())
    .action(async (file, names, options) =>
      done(
        await (await import("./export-command.ts")).exportCommand(file, names, {
          ...options,
          filter: filterOf(options),
        }),
      ),
    );
  saidso
    .command("import")
    .description(
      "put an export, or documents of other programs as JSON Lines, into the archive; again: what is missing",
    )
    .argument("<file...>", "files of JSON Lines; - is standard input")
    .addOption(formatOption("pretty", "json"))
    .addOption(archiveOption())
    .action(async (files, options) =>
      done(await (await import("./import-command.ts")).importCommand(files, options)),
    );
}

/** What asks for words. */
function askingCommands(saidso: Command, done: Done): void {
  saidso
    .command("find")
    .description("say where words stand, and whose they are")
    .argument("<words...>", "the words that somebody heard or read")
    .option("--by <name>", "who is said to have said them")
    .addOption(formatOption("pretty", "json"))
    .addOption(archiveOption())
    .action(async (words, options) =>
      done(await (await import("./find-command.ts")).findCommand(words, options)),
    );
  const search = saidso
    .command("search")
    .description('find passages that have all the words; "a phrase" as it stands, begin* of a word')
    .argument("<query...>", "words");
  withFilter(search)
    .addOption(new Option("--voice <kind>", "whose words").choices(VOICES))
    .option("--limit <count>", "passages printed at most", ordinal, HITS)
    .option("--offset <count>", "passages passed over", whole, 0)
    .addOption(formatOption("pretty", "json"))
    .addOption(archiveOption())
    .action(async (query, options) =>
      done(
        await (await import("./search-command.ts")).searchCommand(query, {
          ...options,
          filter: filterOf(options),
        }),
      ),
    );
}

/** What prints documents. */
function readingCommands(saidso: Command, done: Done): void {
  withFilter(saidso.command("list").description("list the documents held, by date"))
    .option("--unresolved", "list what they refer to and is not held", false)
    .addOption(
      new Option("--limit <count>", "documents printed at most").argParser(ordinal).default(ALL, "all"),
    )
    .option("--offset <count>", "documents passed over", whole, 0)
    .addOption(formatOption("pretty", "json"))
    .addOption(archiveOption())
    .action(async (options) =>
      done(await (await import("./list-command.ts")).listCommand({ ...options, filter: filterOf(options) })),
    );
  saidso
    .command("show")
    .description("print a document: whose words are whose, notes, versions, what it refers to and what to it")
    .argument("<id>", 'its id, or series and number: "Special Dispatch No. 41"')
    .option("--version <number>", "an older version", ordinal)
    .addOption(new Option("--voice <kind>", "one voice alone").choices(VOICES))
    .addOption(formatOption("pretty", "json", ...DOCUMENT_FORMAT_NAMES))
    .addOption(archiveOption())
    .action(async (name, options) =>
      done(await (await import("./show-command.ts")).showCommand(name, options)),
    );
  saidso
    .command("cite")
    .description("print a citation of a document, or of one of its passages with its words")
    .argument("<id>", 'its id, or series and number: "Special Dispatch No. 41"')
    .option("--passage <id>", "the passage cited, as show prints it")
    .option("--version <number>", "an older version", ordinal)
    .addOption(formatOption("text", "markdown", "json", ...REFERENCE_FORMAT_NAMES, "link"))
    .addOption(archiveOption())
    .action(async (name, options) =>
      done(await (await import("./cite-command.ts")).citeCommand(name, options)),
    );
}

/** The options that choose documents. */
function withFilter(command: Command): Command {
  return command
    .option("--speaker <name>", "words of a speaker's name")
    .option("--outlet <name>", "words of the outlet's name")
    .option("--subject <words>", "words of the region or subject line")
    .addOption(new Option("--region <words>", "the same as --subject"))
    .option("--series <name>", "words of the series")
    .option("--from <date>", "not before this day, month or year", isoDate)
    .option("--to <date>", "not after this day, month or year", isoDate)
    .option("--language <tag>", "translated from this language, or written in it");
}

/** The filter among a command's options. */
function filterOf(options: Filter & { readonly region?: string }): Filter {
  const { speaker, outlet, subject = options.region, series, from, to, voice, language } = options;
  return Object.fromEntries(
    Object.entries({ speaker, outlet, subject, series, from, to, voice, language }).filter(
      ([, value]) => value !== undefined,
    ),
  );
}
