import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { inChild, quantile } from "../archive/child.ts";
import { type Corpus, generatedCorpus } from "../archive/corpus.ts";
import type { FullTextInput, FullTextResult } from "../archive/full-text.ts";
import { Random } from "../misquote/random.ts";
import { machine, table, writeSection } from "../speed/result.ts";
import { atLeast, atMost, exactly, type Row, told } from "../speed/row.ts";
import { Client, type Reply } from "./client.ts";
import type { ExpectedInput, ExpectedResult } from "./expected.ts";
import { firstPaint } from "./first-paint.ts";
import { beside, crowd, type Expected, type Load, steadyLoad } from "./load.ts";
import type { SayingsInput } from "./sayings.ts";
import { ServerProcess } from "./server-process.ts";
import { type QuotationKind, type Saying, type Story, storyOf } from "./story.ts";

const USAGE = `node bench/server/main.ts [--words MILLIONS] [--seconds N] [--write]

  --words    millions of words of made-up prose in the archive; default 40
  --seconds  of the steady load; default 60, and half of it for the crowd
  --write    keep the results in bench/RESULTS.md`;

const { values } = parseArgs({
  options: {
    words: { type: "string", default: "40" },
    seconds: { type: "string", default: "60" },
    write: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
if (values.help) {
  console.log(USAGE);
  process.exit();
}

const ROOT = join(import.meta.dirname, "../..");
const SEED = 1;
const STORIES = 400;
/** Stories a second. */
const RATE = 20;
const CLIENTS = 200;
/** Milliseconds between the server's start and the load: its threads rehearse meanwhile. */
const REHEARSAL = 5000;
/** Quotations of each length that stories are made of. */
const EACH = 400;
/** Quotations that the peer is asked, as its queries take long. */
const PEER_QUOTATIONS = 60;
/** Quotations of a story. */
const QUOTATIONS = 12;
const MEGABYTE = 2 ** 20;

const scratch = mkdtempSync(join(tmpdir(), "saidso-server-"));
try {
  const corpus = generatedCorpus(join(scratch, "sources"), Number(values.words) * 1e6, SEED, EACH);
  const archive = join(scratch, "archive.db");
  execFileSync(
    process.execPath,
    [join(ROOT, "dist/bin/main.js"), "add", corpus.folder, "--archive", archive],
    {
      stdio: ["ignore", "ignore", "inherit"],
    },
  );
  const stories = storiesOf(corpus, archive);
  const expected = inChild<ExpectedResult>("../server/expected.ts", {
    archive,
    stories,
  } satisfies ExpectedInput);
  const rows = [
    ...corpusRows(corpus, stories, expected),
    ...peerRows(corpus, expected),
    ...(await pageRows(archive)),
    ...(await loadRows(archive, { stories, hashes: expected.hashes }, corpus)),
  ];
  const body = `${machine()}. Client, browser and server share the machine. Times are medians unless said.\n\n${table(rows)}`;
  console.log(body);
  if (values.write) writeSection(join(ROOT, "bench/RESULTS.md"), "Server", body);
  process.exitCode = rows.every(({ kept }) => kept) ? 0 : 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function storiesOf({ changed, absent }: Corpus, archive: string): Story[] {
  const sayings = inChild<Saying[]>("../server/sayings.ts", {
    archive,
    placed: changed,
  } satisfies SayingsInput);
  const random = new Random(SEED);
  return Array.from({ length: STORIES }, (_, i) => storyOf(i + 1, sayings, absent, random));
}

function corpusRows(
  corpus: Corpus,
  stories: readonly Story[],
  { quotations, right, times }: ExpectedResult,
): Row[] {
  const made = (kind: QuotationKind): number =>
    stories.reduce((sum, { kinds }) => sum + kinds.filter((one) => one === kind).length, 0);
  const kinds = Object.keys(right) as QuotationKind[];
  return [
    told("between the server's start and the load", `${REHEARSAL / 1000} s`),
    told("documents, words held", `${corpus.documents}, ${corpus.words}`),
    exactly("quotations found in the stories", quotations, STORIES * QUOTATIONS),
    ...kinds.map((kind) =>
      atLeast(`${kind} ones that are called so`, (100 * right[kind]) / made(kind), 95, "%"),
    ),
    told("a story checked in one process, 99 of 100", `${ms(times, 0.5)}, ${ms(times, 0.99)}`),
  ];
}

/** What a desk has that builds on full-text search: the same words looked for, the candidates not yet compared. */
function peerRows(corpus: Corpus, { times }: ExpectedResult): Row[] {
  const step = Math.ceil(corpus.changed.length / PEER_QUOTATIONS);
  const peer = inChild<FullTextResult>("full-text.ts", {
    folder: corpus.folder,
    file: join(scratch, "full-text.db"),
    batch: 4_000_000,
    quotations: corpus.changed.filter((_, i) => i % step === 0),
  } satisfies FullTextInput);
  const story = mean(peer.phrase.times) * QUOTATIONS;
  return [
    told("FTS5 phrases for a story's twelve quotations, candidates alone, mean", `${story.toFixed(0)} ms`),
    told("a story checked beside them, means", `${(story / mean(times)).toFixed(1)}×`),
  ];
}

async function pageRows(archive: string): Promise<Row[]> {
  const server = await ServerProcess.start(archive);
  try {
    const { paint, bytes, strangers } = await firstPaint(server.url);
    return [
      atMost("first paint of the check page, server and browser just started", paint, 1000, "ms"),
      atMost("the page with style and script, compressed", bytes / 1024, 60, "KB"),
      exactly("requests that left the machine", strangers, 0),
    ];
  } finally {
    await server.stop();
  }
}

async function loadRows(archive: string, expected: Expected, corpus: Corpus): Promise<Row[]> {
  const server = await ServerProcess.start(archive);
  const client = new Client(server.url);
  try {
    await new Promise((resolve) => setTimeout(resolve, REHEARSAL));
    const seconds = Number(values.seconds);
    const document = `/documents/${encodeURIComponent(corpus.changed[0]!.document)}`;
    const pages = ["/health", "/", "/archive", "/archive?words=harbor", document, "/rules"];
    const steady = await beside(client, pages, steadyLoad(client, expected, RATE, seconds));
    const many = await crowd(client, expected, CLIENTS, seconds / 2);
    return [
      ...steadyRows(steady.result),
      ...[...steady.replies].flatMap(([path, replies]) => besideRows(path, replies, document)),
      ...crowdRows(many, seconds / 2),
      atMost("memory at its most", server.peak() / MEGABYTE, 800, "MB"),
    ];
  } finally {
    client.close();
    await server.stop();
  }
}

function steadyRows({ replies, wrong }: Load): Row[] {
  const times = replies.map(({ milliseconds }) => milliseconds);
  const name = `${RATE} stories a second`;
  return [
    exactly(`${name}: answered with a report`, answered(replies), replies.length),
    exactly(`${name}: reports that are not the command's, byte for byte`, wrong, 0),
    atMost(name, quantile(times, 0.5), 25, "ms"),
    atMost(`${name}, 99 of 100`, quantile(times, 0.99), 150, "ms"),
  ];
}

function besideRows(path: string, replies: readonly Reply[], document: string): Row[] {
  const name = path === document ? "/documents/…" : path;
  const times = replies.map(({ milliseconds }) => milliseconds);
  return [
    exactly(`meanwhile ${name}: answered`, answered(replies), replies.length),
    atMost(`meanwhile ${name}, 99 of 100`, quantile(times, 0.99), 50, "ms"),
  ];
}

function crowdRows({ replies, wrong }: Load, seconds: number): Row[] {
  const name = `${CLIENTS} clients`;
  const refused = replies.filter(({ status }) => status === 503);
  return [
    told(`${name}: reports a second`, (answered(replies) / seconds).toFixed(0)),
    told(`${name}: turned away with 503`, String(refused.length)),
    exactly(`${name}: reports that are not the command's, byte for byte`, wrong, 0),
    exactly(
      `${name}: 503 that do not say when to come again`,
      refused.filter(({ saysWhen }) => !saysWhen).length,
      0,
    ),
    exactly(
      `${name}: other answers, and lost connections`,
      replies.length - answered(replies) - refused.length,
      0,
    ),
  ];
}

function answered(replies: readonly Reply[]): number {
  return replies.filter(({ status }) => status === 200).length;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function ms(values: readonly number[], share: number): string {
  return `${quantile(values, share).toFixed(1)} ms`;
}
