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
export type { FailsFrom } from "./junit.ts";
export { MOST_RESULTS } from "./sarif.ts";
export { schemaOrgGraph } from "./schema-org.ts";

/** What an export needs to know beside the reports. */
export interface ExportOptions extends Tool {
  /** JUnit alone: from which severity on a quotation fails; without it, `error`. */
  readonly failsFrom?: FailsFrom;
}

/** What writes reports on several texts in each form; without a line's end after the last line. */
export const EXPORTS = {
  sarif,
  junit: (checked: readonly CheckedReport[], { failsFrom }: ExportOptions): string =>
    junit(checked, failsFrom),
  csv,
  annotations,
  "schema-org": schemaOrg,
  github,
} as const satisfies Record<string, (checked: readonly CheckedReport[], options: ExportOptions) => string>;

export type ExportName = keyof typeof EXPORTS;

/** Whether a form of report is one of {@link EXPORTS}. */
export function isExport(name: string): name is ExportName {
  return Object.hasOwn(EXPORTS, name);
}
