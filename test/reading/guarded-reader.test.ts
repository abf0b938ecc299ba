import { Worker } from "node:worker_threads";
import { describe, expect, test } from "vitest";
import { FormatError } from "../../src/formats/index.ts";
import { GuardedReader } from "../../src/reading/index.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const VTT = "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ada Quay>The harbour is deep.\n";
/** Cues enough to be read for some time. */
const LONG_VTT = utf8(`WEBVTT\n\n${VTT.slice("WEBVTT\n\n".length)}\n`.repeat(20_000));
const MEMORY = 384 * 2 ** 20;

function errorOf(work: () => unknown): FormatError {
  try {
    work();
  } catch (error) {
    if (error instanceof FormatError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("a guarded reader", () => {
  test("reads what is plain here, and what could take long on a thread, with the same answer as without one", () => {
    const reader = new GuardedReader();
    expect(reader.read(utf8("The harbour is deep."), "a.txt").text).toBe("The harbour is deep.");
    const { text, format, position } = reader.read(utf8(VTT), "a.vtt");
    expect(format).toBe("subtitles");
    expect(text).toContain("The harbour is deep.");
    expect(position(text.indexOf("harbour"))).toMatchObject({ line: 4 });
  });

  test("tells what cannot be read with its code, and reads the next file", () => {
    const reader = new GuardedReader();
    expect(errorOf(() => reader.read(utf8("%PDF-1.7\nnothing"), "a.pdf")).code).toBe("damaged");
    expect(reader.read(utf8(VTT), "a.vtt").text).toContain("harbour");
    expect(errorOf(() => reader.read(utf8("x"), "a.epub"))).toMatchObject({
      code: "unsupported",
      data: { name: "a.epub", format: "epub" },
    });
  });

  test("ends a file that takes longer than it may, and reads the next one", () => {
    const reader = new GuardedReader({ time: 1, memory: MEMORY });
    expect(errorOf(() => reader.read(LONG_VTT, "a.vtt"))).toMatchObject({
      code: "too-complex",
      data: { name: "a.vtt", reason: expect.stringContaining("more time") },
    });
    expect(reader.read(utf8("The harbour is deep."), "a.txt").text).toBe("The harbour is deep.");
  });

  test("ends a file that takes more memory than it may", () => {
    const reader = new GuardedReader({ time: 10_000, memory: 1 });
    expect(errorOf(() => reader.read(LONG_VTT, "a.vtt"))).toMatchObject({
      code: "too-complex",
      data: { reason: expect.stringContaining("more memory") },
    });
  });

  test("takes a file of several documents apart, and leaves one of one as it is", () => {
    const reader = new GuardedReader();
    const bytes = utf8("The harbour is deep.");
    expect(reader.unpack(bytes, "a.txt")).toEqual([{ name: "a.txt", bytes }]);
    const lines = '{"id":"pier","text":"The pier is dry."}\n{"id":"lamp","text":"The lamp is lit."}\n';
    const parts = reader.unpack(utf8(lines), "a.jsonl");
    expect(parts.map(({ name }) => name)).toEqual(["a.jsonl#pier", "a.jsonl#lamp"]);
    expect(parts.map((part) => reader.read(part.bytes, part.name).text)).toEqual([
      "The pier is dry.",
      "The lamp is lit.",
    ]);
  });

  test("takes a TEI corpus apart", () => {
    const text = (id: string): string =>
      `<TEI xml:id="${id}"><teiHeader><fileDesc><titleStmt><title>${id}</title></titleStmt></fileDesc></teiHeader><text><body><p>The ${id} is lit.</p></body></text></TEI>`;
    const corpus = `<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/>${text("lamp")}${text("pier")}</teiCorpus>`;
    const reader = new GuardedReader();
    const parts = reader.unpack(utf8(corpus), "a.xml");
    expect(parts.map(({ name }) => name)).toEqual(["a.xml#lamp", "a.xml#pier"]);
    expect(reader.read(parts[1]!.bytes, parts[1]!.name).text).toBe("The pier is lit.");
  });

  test("holds no process open", async () => {
    const code = `
      import { GuardedReader } from ${JSON.stringify(new URL("../../src/reading/index.ts", import.meta.url).href)};
      const text = new TextEncoder().encode(${JSON.stringify(VTT)});
      new GuardedReader().read(text, "a.vtt");
    `;
    const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`));
    expect(await new Promise((resolve) => worker.once("exit", resolve))).toBe(0);
  });
});
