import { writeFileSync } from "node:fs";
import { reportJsonSchema } from "../src/index.ts";

/** Emits `schema/report.v1.json` from the zod definition; `npm run schema`. */
writeFileSync(
  new URL("../schema/report.v1.json", import.meta.url),
  `${JSON.stringify(reportJsonSchema(), null, 2)}\n`,
);
