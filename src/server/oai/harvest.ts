import { OaiError } from "./oai-error.ts";

/** The verbs of the protocol that list documents. */
export type ListVerb = "ListIdentifiers" | "ListRecords";

/** What a list is of, and how far it has been told. */
export interface Harvest {
  readonly verb: ListVerb;
  readonly prefix: string;
  /** As they were sent; null where they were not. */
  readonly from: string | null;
  readonly until: string | null;
  readonly set: string | null;
  /** Key of the last version told; null at the beginning. */
  readonly after: number | null;
  /** Documents told so far, and in all when the list was begun. */
  readonly cursor: number;
  readonly size: number | null;
}

/** Milliseconds that a token is good for: a harvester may wait a night. */
const LIFE = 24 * 60 * 60 * 1000;

/**
 * A token that goes on with a list. It holds all that is asked, so that the server keeps nothing, and goes on after a
 * version's key, so that what comes in meanwhile moves nothing: it is told at the end.
 */
export function tokenOf(harvest: Harvest, now: number): { token: string; expires: string } {
  const { verb, prefix, from, until, set, after, cursor, size } = harvest;
  const expires = now + LIFE;
  const held = JSON.stringify([1, verb, prefix, from, until, set, after, cursor, size, expires]);
  return { token: Buffer.from(held).toString("base64url"), expires: new Date(expires).toISOString() };
}

/** What a token goes on with. Throws `badResumptionToken` for one that is none, is of another verb, or has expired. */
export function harvestOf(token: string, verb: ListVerb, now: number): Harvest {
  const parts = partsOf(token);
  if (parts === null)
    throw new OaiError("badResumptionToken", "The token is none of this server's; begin the list anew.");
  const [, own, prefix, from, until, set, after, cursor, size, expires] = parts;
  if (own !== verb)
    throw new OaiError("badResumptionToken", `The token goes on with ${own}, and not with ${verb}.`);
  if (expires < now)
    throw new OaiError(
      "badResumptionToken",
      `The token expired at ${new Date(expires).toISOString()}; begin the list anew.`,
    );
  return { verb, prefix, from, until, set, after, cursor, size };
}

type Parts = [
  1,
  string,
  string,
  string | null,
  string | null,
  string | null,
  number,
  number,
  number | null,
  number,
];

/** Units of a token at the most: those of this server have some hundred. */
const LONGEST = 4000;

function partsOf(token: string): Parts | null {
  if (token.length > LONGEST || !/^[A-Za-z0-9_-]+$/u.test(token)) return null;
  try {
    const parts: unknown = JSON.parse(Buffer.from(token, "base64url").toString("utf8"));
    return isParts(parts) ? parts : null;
  } catch {
    return null;
  }
}

function isParts(parts: unknown): parts is Parts {
  if (!Array.isArray(parts) || parts.length !== 10 || parts[0] !== 1) return false;
  const isText = (value: unknown): boolean => typeof value === "string";
  const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
  return (
    isText(parts[1]) &&
    isText(parts[2]) &&
    [parts[3], parts[4], parts[5]].every((value) => value === null || isText(value)) &&
    isCount(parts[6]) &&
    isCount(parts[7]) &&
    (parts[8] === null || isCount(parts[8])) &&
    isCount(parts[9]) &&
    parts[9] <= LAST_INSTANT
  );
}

/** The last millisecond that a date has. */
const LAST_INSTANT = 8.64e15;
