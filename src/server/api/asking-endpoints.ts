import type { Context } from "hono";
import * as z from "zod";
import { reportSchema } from "../../check/report.ts";
import {
  documentsInput,
  documentsOutput,
  facetsInput,
  facetsOutput,
  findInput,
  listRules,
  rulesOutput,
  searchInput,
  searchOutput,
  speakerOutput,
  speakersInput,
  speakersOutput,
} from "../../desk/index.ts";
import { printableJson } from "../../publish/index.ts";
import type { House } from "../house.ts";
import { ProblemError } from "../problem.ts";
import { TaskError } from "../task-error.ts";
import { type Answer, answerJson, type Endpoint } from "./endpoint.ts";
import { queryOf } from "./query.ts";

const { words, ...searchShape } = searchInput.shape;
const { words: facetWords, ...facetShape } = facetsInput.shape;
const searchQuery = z.strictObject({ q: words, ...searchShape });
const facetsQuery = z.strictObject({ q: facetWords, ...facetShape });
const findQuery = z.strictObject({
  words: findInput.shape.words,
  by: z.string().optional().describe("Who is said to have said them."),
});
const speakerParams = z.strictObject({
  name: z.string().min(1).describe("A name as documents print it, whatever its case."),
});

/** Answers JSON of one definition. */
export function jsonAnswer(description: string, schema: z.ZodType): Answer {
  return { status: 200, description, content: { "application/json": schema } };
}

/** An answer to a question whose words are the field `q`: what is wrong with them is said of that. */
async function namingQ(answer: Promise<string>): Promise<string> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof TaskError) || error.code !== "no-words") throw error;
    throw new ProblemError("no-words", error.message.replace(/^words:/u, "q:"));
  }
}

/** Ask for words, for what is held of somebody, and for how much there is. */
export function askingEndpoints({ checks, reads }: House): Endpoint[] {
  const signal = (c: Context) => ({ signal: c.req.raw.signal });
  return [
    {
      method: "get",
      path: "/find",
      id: "findWords",
      summary: "Say where words stand, and whose they are",
      description: "Byte for byte what `saidso find --format json` prints.",
      query: findQuery,
      answers: [jsonAnswer("The report on these words.", reportSchema)],
      problems: ["no-words"],
      example: "/find -G -d words='the stairs are the best teacher'",
      handler: async (c) => answerJson(c, await checks.ask("find", queryOf(c, findQuery), signal(c))),
    },
    {
      method: "get",
      path: "/search",
      id: "searchPassages",
      summary: "Find passages that have all the words",
      description: "Byte for byte what `saidso search --format json` prints.",
      query: searchQuery,
      answers: [jsonAnswer("Passages, the nearest first.", searchOutput)],
      problems: ["no-words"],
      example: "/search -G -d q='keepers bees' -d voice=speaker",
      handler: async (c) => {
        const { q, ...rest } = queryOf(c, searchQuery);
        return answerJson(c, await namingQ(reads.ask("search", { ...rest, words: q }, signal(c))));
      },
    },
    {
      method: "get",
      path: "/documents",
      id: "listDocuments",
      summary: "List the documents held",
      description:
        "By date, then id; byte for byte what `saidso list --format json` prints with the same limit.",
      query: documentsInput,
      answers: [jsonAnswer("Documents that pass.", documentsOutput)],
      problems: [],
      example: "/documents -G -d speaker=marrow -d from=2016",
      handler: async (c) =>
        answerJson(c, await reads.ask("documents", queryOf(c, documentsInput), signal(c))),
    },
    {
      method: "get",
      path: "/facets",
      id: "countFacets",
      summary: "Count documents by speaker, outlet, subject, series, language and year",
      description: "With `q`, those that have a passage with all of the words.",
      query: facetsQuery,
      answers: [jsonAnswer("What can be chosen next, with its documents.", facetsOutput)],
      problems: [],
      example: "/facets -G -d q=bees",
      handler: async (c) => {
        const { q, ...rest } = queryOf(c, facetsQuery);
        return answerJson(c, await reads.ask("facets", { ...rest, words: q }, signal(c)));
      },
    },
    {
      method: "get",
      path: "/speakers",
      id: "listSpeakers",
      summary: "List who speaks",
      query: speakersInput,
      answers: [jsonAnswer("Names with their documents.", speakersOutput)],
      problems: [],
      example: "/speakers -G -d beginning=f",
      handler: async (c) => answerJson(c, await reads.ask("speakers", queryOf(c, speakersInput), signal(c))),
    },
    {
      method: "get",
      path: "/speakers/{name}",
      id: "readSpeaker",
      summary: "Tell what is held of a name",
      description: "Only what documents print; whether two spellings are one person no archive can tell.",
      params: speakerParams,
      query: z.strictObject({}),
      answers: [jsonAnswer("Documents in which somebody of this name speaks.", speakerOutput)],
      problems: ["unknown-speaker"],
      example: "/speakers/Ottoline%20Brace",
      handler: async (c) => {
        queryOf(c, z.strictObject({}));
        return answerJson(c, await reads.ask("speaker", { name: c.req.param("name")! }, signal(c)));
      },
    },
    {
      method: "get",
      path: "/rules",
      id: "listRules",
      summary: "List the rules",
      query: z.strictObject({}),
      answers: [jsonAnswer("Every rule that a report can name.", rulesOutput)],
      problems: [],
      example: "/rules",
      handler: (c) => {
        queryOf(c, z.strictObject({}));
        return answerJson(c, `${printableJson(listRules())}\n`);
      },
    },
  ];
}
