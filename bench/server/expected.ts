import { createHash } from "node:crypto";
import { checkText } from "../../src/desk/check-text.ts";
import { TEXT_READER } from "../../src/formats/index.ts";
import { printableJson } from "../../src/publish/index.ts";
import { openArchive } from "../../src/stores/sqlite/index.ts";
import { answer } from "../archive/child.ts";
import type { QuotationKind, Story } from "./story.ts";

export interface ExpectedInput {
  readonly archive: string;
  readonly stories: readonly Story[];
}

export interface ExpectedResult {
  /** SHA-256 of each story's report, as the command prints it. */
  readonly hashes: readonly string[];
  /** Milliseconds of each check in this process, when it has run them all once. */
  readonly times: readonly number[];
  /** Quotations found in all stories, and of each kind those that got the status they were made for. */
  readonly quotations: number;
  readonly right: Readonly<Record<QuotationKind, number>>;
}

/** Checks all stories in one process, one after the other: what the server must answer, and how long it takes alone. */
answer(({ archive: path, stories }: ExpectedInput): ExpectedResult => {
  const archive = openArchive(path, { readOnly: true });
  const hash = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("hex");
  const right = { verbatim: 0, marked: 0, altered: 0, absent: 0 };
  let quotations = 0;
  const round = (): { hash: string; time: number }[] =>
    stories.map(({ name, text, kinds }) => {
      const began = performance.now();
      const bytes = new TextEncoder().encode(text);
      const report = checkText(
        { name, bytes, documents: [], sources: [] },
        { archive, reader: TEXT_READER, hash },
      );
      const time = performance.now() - began;
      quotations += report.findings.length;
      kinds.forEach((kind, index) => {
        if (report.findings[index]?.status === kind) right[kind]++;
      });
      return { hash: hash(`${printableJson(report)}\n`), time };
    });
  round();
  quotations = 0;
  for (const kind of Object.keys(right) as QuotationKind[]) right[kind] = 0;
  const second = round();
  archive.close();
  return { hashes: second.map((one) => one.hash), times: second.map(({ time }) => time), quotations, right };
});
