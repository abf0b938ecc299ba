import { writeFileSync } from "node:fs";
import { REPORT_FORMATS } from "../src/cli/report-format.ts";
import { configJsonSchema, documentJsonSchema, reportJsonSchema } from "../src/index.ts";

/** Emits `schema/` from the zod definitions; `npm run schema`. */
function emit(name: string, schema: Record<string, unknown>): void {
  writeFileSync(new URL(`../schema/${name}`, import.meta.url), `${JSON.stringify(schema, null, 2)}\n`);
}

emit("report.v1.json", reportJsonSchema());
emit("document.v1.json", documentJsonSchema());
emit("config.v1.json", configJsonSchema(REPORT_FORMATS));
