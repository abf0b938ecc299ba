import { deflateSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDocument } from "../../src/documents/index.ts";
import { FormatError, readFile, readText, unpack } from "../../src/formats/index.ts";

const PAGE = "https://ferries.example/news";
const DATE = "2021-05-07T09:30:00Z";

interface Written {
  readonly type?: string;
  readonly address?: string;
  readonly date?: string;
  readonly media?: string;
  readonly length?: number;
  readonly version?: string;
}

/** A record as crawlers write it. */
function record(block: Uint8Array | string, written: Written = {}): Buffer {
  const body = Buffer.from(block);
  const { type = "response", address = PAGE, date = DATE, version = "1.1", length = body.length } = written;
  const media = written.media ?? "application/http; msgtype=response";
  const head = `WARC/${version}\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${address}\r\nWARC-Date: ${date}\r\nContent-Type: ${media}\r\nContent-Length: ${length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), body, Buffer.from("\r\n\r\n")]);
}

function response(body: Uint8Array | string, fields: Record<string, string> = {}, status = "200 OK"): Buffer {
  const said = { "Content-Type": "text/html; charset=utf-8", ...fields };
  const head = Object.entries(said).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${head.join("")}\r\n`), Buffer.from(body)]);
}

const page = (words: string): string => `<html><title>Ferries</title><body><p>${words}</p></body></html>`;
const words = "The ferry leaves at nine.";
const codeOf = (run: () => unknown): string => {
  try {
    run();
    return "read";
  } catch (error) {
    return error instanceof FormatError ? error.code : String(error);
  }
};

describe("a WARC file of one page", () => {
  const rows: [what: string, block: Buffer, text: string][] = [
    ["as it was sent", response(page(words)), words],
    [
      "in chunks",
      response("1b;x=y\r\n<p>The ferry leaves at nine\r\n1\r\n.\r\n0\r\n\r\n", {
        "Transfer-Encoding": "chunked",
      }),
      words,
    ],
    ["whose chunks were put together", response(page(words), { "transfer-encoding": "chunked" }), words],
    ["packed with gzip", response(gzipSync(page(words)), { "Content-Encoding": "gzip" }), words],
    ["packed with zlib", response(deflateSync(page(words)), { "Content-Encoding": "deflate" }), words],
    ["said to be packed", response(page(words), { "Content-Encoding": "gzip" }), words],
    [
      "cut off in its packing",
      response(gzipSync(`<p>${words}`).subarray(0, -8), { "Content-Encoding": "gzip" }),
      words,
    ],
    [
      "in the charset that the server says",
      response(Buffer.from("<p>Café", "latin1"), { "Content-Type": "text/html; charset=iso-8859-1" }),
      "Café",
    ],
    [
      "in the charset that the page says",
      response(Buffer.from("<meta charset=iso-8859-1><p>Café", "latin1"), { "Content-Type": "text/html" }),
      "Café",
    ],
    ["of plain text", response("Bread & butter", { "Content-Type": "text/plain" }), "Bread & butter"],
    ["with bare line ends", Buffer.from(`HTTP/1.0 200 OK\nContent-Type: text/html\n\n${page(words)}`), words],
  ];
  test.each(rows)("%s", (_, block, text) => {
    const read = readText(record(block), "a.warc");
    expect(read.text).toBe(text);
    expect(read).toMatchObject({ address: PAGE, captured: DATE });
  });

  test("of an older version, with its address in brackets", () => {
    const read = readText(record(response(page(words)), { version: "1.0", address: `<${PAGE}>` }), "a.warc");
    expect(read).toMatchObject({ text: words, address: PAGE, title: "Ferries" });
  });

  test("as a resource, or converted to text", () => {
    expect(readText(record(page(words), { type: "resource", media: "text/html" }), "a.warc").text).toBe(
      words,
    );
    expect(readText(record(words, { type: "conversion", media: "text/plain" }), "a.warc").text).toBe(words);
  });

  test("is a document that knows where it was got, and when", () => {
    const document = readDocument(readText(record(response(page(words))), "a.warc"), "a.warc");
    expect(document.capture).toEqual({ address: PAGE, date: DATE });
  });

  test("packed in a way that is not read is refused in words", () => {
    const packed = record(response("x", { "Content-Encoding": "br" }));
    expect(codeOf(() => readText(packed, "a.warc"))).toBe("unsupported");
  });

  test("that is a PDF is read as one", async () => {
    const pdf = record(response("%PDF-1.4 no more", { "Content-Type": "application/pdf" }));
    expect(codeOf(() => readText(pdf, "a.warc"))).toBe("unsupported");
    await expect(readFile(pdf, "a.warc")).rejects.toThrow(
      expect.objectContaining({ data: expect.objectContaining({ format: "pdf" }) }),
    );
  });
});

const crawl: readonly Buffer[] = [
  record("software: none\r\n", { type: "warcinfo", media: "application/warc-fields" }),
  record("GET /news HTTP/1.1\r\n\r\n", { type: "request" }),
  record(response(page("One.")), { address: `${PAGE}/1` }),
  record(response("", { Location: PAGE }, "301 Moved")),
  record(response(page("Lost."), {}, "404 Not Found")),
  record(response("body {}", { "Content-Type": "text/css" }), { address: `${PAGE}/a.css` }),
  record(response(Buffer.from([0x89, 0x50]), { "Content-Type": "image/png" })),
  record(response("User-agent: *", { "Content-Type": "text/plain" }), {
    address: "https://ferries.example/robots.txt",
  }),
  record("", { type: "revisit" }),
  record("203.0.113.1", { type: "metadata", media: "text/anvl" }),
  record("dns", { type: "resource", media: "text/dns", address: "dns:ferries.example" }),
  record(response(page("Two.")), { address: `${PAGE}/2` }),
  record(response(page("Two, later.")), { address: `${PAGE}/2`, date: "2021-06-01T08:00:00Z" }),
];
const names = [`a.warc#${PAGE}/1`, `a.warc#${PAGE}/2 ${DATE}`, `a.warc#${PAGE}/2 2021-06-01T08:00:00Z`];

describe("a crawl", () => {
  const whole = Buffer.concat(crawl);
  test.each([
    ["plain", whole],
    ["packed record by record", Buffer.concat(crawl.map((one) => gzipSync(one)))],
    ["packed as a whole", gzipSync(whole)],
  ])("%s is its pages, each read by itself", (_, bytes) => {
    const parts = unpack(bytes, "a.warc");
    expect(parts.map(({ name }) => name)).toEqual(names);
    expect(parts.map((part) => readText(part.bytes, part.name).text)).toEqual([
      "One.",
      "Two.",
      "Two, later.",
    ]);
  });

  test("is not read as one text", () => expect(codeOf(() => readText(whole, "a.warc"))).toBe("unsupported"));

  test("that is cut off gives what can be read", () => {
    const bytes = Buffer.concat(crawl.map((one) => gzipSync(one)));
    expect(unpack(bytes.subarray(0, -30), "a.warc.gz").length).toBe(3);
    expect(unpack(whole.subarray(0, whole.length - 100), "a.warc").length).toBeGreaterThan(1);
    const cut = record(response(page(words))).subarray(0, -30);
    expect(readText(cut, "a.warc").text).toContain("The ferry");
  });

  test.each([-20, -3, 5, 300, 1e12])("whose first length is wrong by %i keeps its pages", (by) => {
    const block = response(page("One."));
    const bytes = Buffer.concat([record(block, { length: block.length + by }), ...crawl.slice(10)]);
    const parts = unpack(bytes, "a.warc");
    expect(parts.map((part) => readText(part.bytes, part.name).text)).toEqual([
      "One.",
      "Two.",
      "Two, later.",
    ]);
  });
});

describe("refused", () => {
  test.each([
    ["no record", Buffer.from("The ferry leaves."), "damaged"],
    ["nothing", Buffer.alloc(0), "damaged"],
    ["a head without an end", Buffer.from(`WARC/1.0\r\n${"a: b\r\n".repeat(100_000)}`), "damaged"],
    ["a broken gzip", Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9]), "damaged"],
    ["no page", Buffer.concat(crawl.slice(3, 11)), "no-text"],
    ["a record that unpacks to 300 MB", gzipSync(Buffer.alloc(300 << 20)), "too-complex"],
  ])("%s", (_, bytes, code) => expect(codeOf(() => unpack(bytes, "a.warc.gz"))).toBe(code));

  test("a page that unpacks to 100 MB", () => {
    const bomb = record(response(gzipSync(Buffer.alloc(100 << 20, 32)), { "Content-Encoding": "gzip" }));
    expect(codeOf(() => readText(bomb, "a.warc"))).toBe("too-complex");
  });
});

test("any pages come back, however they are packed and sent", () => {
  const sent = fc.constantFrom<[string, (body: Buffer) => Buffer]>(
    ["gzip", gzipSync],
    ["deflate", deflateSync],
    ["identity", (body) => body],
  );
  const pages = fc.array(fc.tuple(fc.stringMatching(/^[a-zé]{1,20}$/), sent), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(pages, fc.boolean(), (drawn, packed) => {
      const records = drawn.map(([said, [encoding, pack]], i) =>
        record(response(pack(Buffer.from(`<p>${said}`)), { "Content-Encoding": encoding }), {
          address: `${PAGE}/${i}`,
        }),
      );
      const bytes = Buffer.concat(packed ? records.map((one) => gzipSync(one)) : records);
      const parts = unpack(bytes, "a.warc");
      expect(parts.map((part) => readText(part.bytes, part.name).text)).toEqual(drawn.map(([said]) => said));
    }),
    { numRuns: 50 },
  );
});

test("any bytes behind the mark are read or refused", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat({ max: 300 }), (noise, at) => {
      const bytes = Buffer.concat(crawl);
      bytes.set(noise, at);
      expect(["read", "no-text", "damaged"]).toContain(codeOf(() => unpack(bytes, "a.warc")));
      const packed = gzipSync(bytes);
      packed.set(noise.subarray(0, 40), Math.min(at, packed.length - 40));
      expect(["read", "no-text", "damaged", "too-complex"]).toContain(codeOf(() => unpack(packed, "a.warc")));
    }),
  );
});
