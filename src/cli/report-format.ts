import type { Report } from "../check/index.ts";
import { markdownReport, printableJson } from "../publish/index.ts";
import { outputColors } from "./colors.ts";
import { github } from "./github.ts";
import type { Input } from "./input.ts";
import { pretty } from "./pretty.ts";

/** What `check --format` takes, the default first. */
export const REPORT_FORMATS = ["pretty", "json", "github", "html", "markdown"] as const;

export type ReportFormat = (typeof REPORT_FORMATS)[number];

export interface ReportFormatOptions {
  readonly format: ReportFormat;
  /** Pretty alone: show only quotations with problems, and undecided ones. */
  readonly quiet: boolean;
}

/** The reports on the inputs, one each and in their order, as `--format` says. */
export async function renderedReports(
  inputs: readonly Input[],
  reports: readonly Report[],
  { format, quiet }: ReportFormatOptions,
): Promise<string> {
  switch (format) {
    case "json":
      return printableJson(reports.length === 1 ? reports[0] : reports);
    case "github":
      return reports
        .map(github)
        .filter((text) => text !== "")
        .join("\n");
    case "markdown":
      return reports.map(markdownReport).join("\n\n");
    case "html": {
      // Loaded here: templates and style are nothing that a check waits for.
      const { reportPage } = await import("../server/report-page.ts");
      return reportPage(reports.map((report, i) => ({ report, text: inputs[i]!.text }))).trimEnd();
    }
    case "pretty": {
      const colors = outputColors();
      return reports.map((report) => pretty(report, { colors, quiet })).join("\n\n");
    }
  }
}
