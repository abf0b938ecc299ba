import type { Context } from "hono";
import * as z from "zod";
import { mediaType, wrongType } from "../api/body.ts";
import type { Answer, Endpoint } from "../api/endpoint.ts";
import { baseOf } from "../base.ts";
import type { House } from "../house.ts";
import { ProblemError } from "../problem.ts";
import type { OaiArguments } from "./oai-request.ts";
import { VERB_NAMES } from "./oai-request.ts";

/** For the description alone: what is wrong with a request is told as the protocol tells it. */
const described = z.strictObject({
  verb: z.string().describe(`${VERB_NAMES.join(", ")}.`),
  identifier: z.string().optional().describe("`oai:HOST:ID`."),
  metadataPrefix: z.string().optional().describe("As ListMetadataFormats tells them: `oai_dc`."),
  from: z.string().optional().describe("Added then or later: `2026-01-02` or `2026-01-02T10:00:00Z`."),
  until: z.string().optional().describe("Added then or before."),
  set: z.string().optional().describe("As ListSets tells them."),
  resumptionToken: z.string().optional().describe("Goes on with a list."),
});

const ANSWER: Answer = {
  status: 200,
  description: "What was asked, or an `error` with the protocol’s code.",
  content: { "text/xml": "text" },
};
/** Units of the arguments in a body: those of an address have no more. */
const LONGEST = 16_384;
const FORM = "application/x-www-form-urlencoded";

/** What harvesters ask: OAI-PMH 2.0, by both of its methods. */
export function oaiEndpoints(house: House): Endpoint[] {
  const shared = { path: "/oai", isRoot: true, answers: [ANSWER] } as const;
  return [
    {
      ...shared,
      method: "get",
      id: "harvest",
      summary: "Harvest what is held, over OAI-PMH 2.0",
      description:
        "Records in Dublin Core, by when their latest version came; sets are series and subjects. Deleted documents are not told.",
      query: described,
      problems: [],
      example: "/oai -G -d verb=ListRecords -d metadataPrefix=oai_dc",
      handler: (c) => answered(c, house, [...new URL(c.req.url).searchParams]),
    },
    {
      ...shared,
      method: "post",
      id: "harvestPosted",
      summary: "The same, with the arguments in the body",
      body: { [FORM]: described },
      problems: ["wrong-type", "too-large", "wrong-origin"],
      example: "/oai -d verb=Identify",
      handler: async (c) => {
        if (mediaType(c) !== FORM) throw wrongType(c, [FORM]);
        const body = await c.req.text();
        if (body.length > LONGEST)
          throw new ProblemError("too-large", `The arguments have more than ${LONGEST} signs; send fewer.`);
        return answered(c, house, [...new URLSearchParams(body)]);
      },
    },
  ];
}

async function answered(c: Context, { reads, email }: House, sent: OaiArguments): Promise<Response> {
  const base = baseOf(c);
  const host = new URL(base).hostname.replace(/^\[|\]$/gu, "");
  const input = { sent, base, host, email, now: Date.now() };
  const xml = await reads.ask("oai", input, { signal: c.req.raw.signal });
  return c.body(xml, 200, { "Content-Type": "text/xml; charset=utf-8", "Cache-Control": "no-store" });
}
