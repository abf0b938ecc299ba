/** Reports in the standard forms of other tools. Apart from the rest of this folder: few commands need them. */
import type { CheckedReport } from "../checked-report.ts";
import { annotations } from "./annotations.ts";
import { csv } from "./csv.ts";
import { github } from "./github.ts";
import { type FailsFrom, junit } from "./junit.ts";
import { sarif } from "./sarif.ts";
import { schemaOrg } from "./schema-org.ts";
import type { Tool } from "./tool.ts";

export { CSV_COLUMNS } from "./csv.ts";
export { schemaOrgGraph } from "./schema-org.ts";

/** What an export needs to know beside the reports. */
export interface ExportOptions extends Tool {
  /** JUnit alone: from which severity on a quotation fails; without it, `error`. */
  readonly failsFrom?: FailsFrom;
}

export type ExportName = "sarif" | "junit" | "csv" | "annotations" | "schema-org" | "github";

/** What writes reports on several texts in each form; without a line's end after the last line. */
export const EXPORTS: Readonly<
  Record<ExportName, (checked: readonly CheckedReport[], options: ExportOptions) => string>
> = {
  sarif: (checked, { version }) => sarif(checked, { version }),
  junit: (checked, { failsFrom }) => junit(checked, failsFrom),
  csv,
  annotations,
  "schema-org": schemaOrg,
  github,
};
