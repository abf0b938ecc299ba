import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** What a schema of `schemas/` says against documents, which one process reads; "" where all are as it has them. */
export function schemaFault(schema: "atom" | "oai-pmh", ...documents: readonly string[]): string {
  if (documents.length === 0) return "";
  const path = fileURLToPath(new URL(`schemas/${schema}.rng`, import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), "saidso-schema-"));
  try {
    const files = documents.map((xml, i) => {
      const file = join(folder, `${i}.xml`);
      writeFileSync(file, xml);
      return file;
    });
    execFileSync("xmllint", ["--nonet", "--noout", "--relaxng", path, ...files], { stdio: "pipe" });
    return "";
  } catch (error) {
    return String((error as { stderr?: Buffer }).stderr ?? error);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
