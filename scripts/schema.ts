import { writeFileSync } from "node:fs";
import { documentJsonSchema, reportJsonSchema } from "../src/index.ts";

/** Emits the JSON Schemas in `schema/` from their zod definitions; `npm run schema`. */
for (const [name, schema] of [
  ["report.v1", reportJsonSchema()],
  ["document.v1", documentJsonSchema()],
] as const)
  writeFileSync(new URL(`../schema/${name}.json`, import.meta.url), `${JSON.stringify(schema, null, 2)}\n`);
