import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** What a schema of `schemas/` says against a document; "" where it is as the schema has it. */
export function schemaFault(schema: "atom" | "oai-pmh", xml: string): string {
  const path = fileURLToPath(new URL(`schemas/${schema}.rng`, import.meta.url));
  try {
    execFileSync("xmllint", ["--nonet", "--noout", "--relaxng", path, "-"], { input: xml, stdio: "pipe" });
    return "";
  } catch (error) {
    return `${(error as { stderr: Buffer }).stderr}\n${xml}`;
  }
}
