import { OaiError } from "./oai-error.ts";

/** A request as it was sent: each argument with its values, in their order. */
export type OaiArguments = readonly (readonly [name: string, value: string])[];

/** What each verb takes; `resumptionToken` stands alone. */
const VERBS = {
  Identify: { needed: [], allowed: [] },
  ListMetadataFormats: { needed: [], allowed: ["identifier"] },
  ListSets: { needed: [], allowed: ["resumptionToken"] },
  GetRecord: { needed: ["identifier", "metadataPrefix"], allowed: [] },
  ListIdentifiers: { needed: ["metadataPrefix"], allowed: ["from", "until", "set", "resumptionToken"] },
  ListRecords: { needed: ["metadataPrefix"], allowed: ["from", "until", "set", "resumptionToken"] },
} as const satisfies Record<string, { needed: readonly string[]; allowed: readonly string[] }>;

export type Verb = keyof typeof VERBS;

export const VERB_NAMES = Object.keys(VERBS) as Verb[];

/** A request whose arguments are those of its verb, each given once. */
export interface OaiRequest {
  readonly verb: Verb;
  readonly given: ReadonlyMap<string, string>;
}

/** Reads a request. Throws `badVerb` or `badArgument`. */
export function oaiRequest(sent: OaiArguments): OaiRequest {
  const verbs = sent.flatMap(([name, value]) => (name === "verb" ? [value] : []));
  const verb = VERB_NAMES.find((name) => name === verbs[0]);
  if (verb === undefined || verbs.length !== 1) {
    const told = verbs.length === 0 ? "is missing" : verbs.length > 1 ? "is given more than once" : "is none";
    throw new OaiError("badVerb", `verb: ${told}; ask for ${VERB_NAMES.join(", ")}.`);
  }
  const given = new Map<string, string>();
  const taken: readonly string[] = [...VERBS[verb].needed, ...VERBS[verb].allowed];
  for (const [name, value] of sent) {
    if (name === "verb") continue;
    if (!taken.includes(name)) throw new OaiError("badArgument", `${name}: ${verb} does not take it.`);
    if (given.has(name)) throw new OaiError("badArgument", `${name}: is given more than once.`);
    given.set(name, value);
  }
  if (given.has("resumptionToken")) {
    if (given.size > 1)
      throw new OaiError(
        "badArgument",
        "resumptionToken: goes with no other argument; leave the others out.",
      );
    return { verb, given };
  }
  for (const name of VERBS[verb].needed)
    if ((given.get(name) ?? "") === "") throw new OaiError("badArgument", `${name}: ${verb} needs it.`);
  return { verb, given };
}
