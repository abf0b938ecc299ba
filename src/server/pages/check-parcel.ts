import { deflateRawSync, inflateRawSync } from "node:zlib";
import * as z from "zod";
import type { CheckRequest } from "../../desk/index.ts";
import { ProblemError } from "../problem.ts";

/** Bytes of a request's texts at the most, once they are unpacked: as many as a request may have. */
const MOST = 17 * 2 ** 20;
/** The field that a page sends it back in, and the characters of it that a request has room for. */
export const AGAIN = "again";
const ROOM = 15.5 * 2 ** 20;

const headSchema = z.strictObject({
  name: z.string().min(1).max(255),
  documents: z.array(z.string().min(1)),
  size: z.int().min(0),
  sources: z.array(z.strictObject({ name: z.string().min(1).max(255), size: z.int().min(0) })),
});

/**
 * What was checked, as the result's page carries it: nothing is kept on the server, so that whoever wants the report in
 * another form sends the same bytes again. A line of JSON, then the bytes; packed, as base64url. Null where it is too
 * much for a request.
 */
export function packRequest({ name, bytes, documents, sources }: CheckRequest): string | null {
  const head = {
    name,
    documents,
    size: bytes.length,
    sources: sources.map((source) => ({ name: source.name, size: source.bytes.length })),
  };
  const whole = Buffer.concat([
    Buffer.from(`${JSON.stringify(head)}\n`),
    bytes,
    ...sources.map((source) => source.bytes),
  ]);
  const packed = deflateRawSync(whole, { level: 4 }).toString("base64url");
  return packed.length > ROOM ? null : packed;
}

/** {@link packRequest} undone. Throws `bad-request` for anything else. */
export function unpackRequest(packed: string): CheckRequest {
  try {
    const whole = inflateRawSync(Buffer.from(packed, "base64url"), { maxOutputLength: MOST });
    const line = whole.indexOf("\n");
    const head = headSchema.parse(JSON.parse(whole.toString("utf8", 0, line)));
    let at = line + 1;
    const take = (size: number): Uint8Array => {
      if (at + size > whole.length) throw new RangeError("too short");
      at += size;
      return new Uint8Array(whole.subarray(at - size, at));
    };
    const bytes = take(head.size);
    const sources = head.sources.map(({ name, size }) => ({ name, bytes: take(size) }));
    return { name: head.name, bytes, documents: head.documents, sources };
  } catch {
    throw new ProblemError(
      "bad-request",
      `${AGAIN}: is not what a result's page sends; check the text again.`,
    );
  }
}
