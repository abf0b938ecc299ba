import type { Report } from "../check/index.ts";
import { markdownReport, printableJson, REPORT_FORM_NAMES } from "../publish/index.ts";
import { outputColors } from "./colors.ts";
import type { Input } from "./input.ts";
import { pretty } from "./pretty.ts";
import { version } from "./version.ts";

/** What `check --format` takes, the default first. */
export const REPORT_FORMATS = ["pretty", ...REPORT_FORM_NAMES, "github"] as const;

export type ReportFormat = (typeof REPORT_FORMATS)[number];

export interface ReportFormatOptions {
  readonly format: ReportFormat;
  /** Pretty alone: show only quotations with problems, and undecided ones. */
  readonly quiet: boolean;
  /** JUnit alone: from which severity on a quotation fails; without it, `error`. */
  readonly failOn?: "error" | "warning" | "never";
}

/** The reports on the inputs, one each and in their order, as `--format` says. */
export async function renderedReports(
  inputs: readonly Input[],
  reports: readonly Report[],
  { format, quiet, failOn }: ReportFormatOptions,
): Promise<string> {
  switch (format) {
    case "json":
      return printableJson(reports.length === 1 ? reports[0] : reports);
    case "markdown":
      return reports.map(markdownReport).join("\n\n");
    case "html": {
      // Loaded here: templates and style are nothing that a check waits for.
      const { reportPage } = await import("../server/report-page.ts");
      return reportPage(checkedReports(inputs, reports)).trimEnd();
    }
    case "pretty": {
      const colors = outputColors();
      return reports.map((report) => pretty(report, { colors, quiet })).join("\n\n");
    }
    default: {
      const { EXPORTS } = await import("../publish/exports/index.ts");
      const options = { version: version(), ...(failOn === undefined ? {} : { failsFrom: failOn }) };
      return EXPORTS[format](checkedReports(inputs, reports), options);
    }
  }
}

function checkedReports(inputs: readonly Input[], reports: readonly Report[]) {
  return reports.map((report, i) => ({ report, text: inputs[i]!.text }));
}
