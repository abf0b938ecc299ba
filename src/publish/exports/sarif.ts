import type { CheckedReport } from "../checked-report.ts";
import { exportedJson } from "./exported-json.ts";
import {
  ARCHIVE_ROOT,
  artifactLocation,
  type SarifResult,
  SOURCE_ROOT,
  sarifResults,
} from "./sarif-result.ts";
import { SARIF_RULES } from "./sarif-rules.ts";
import { HOMEPAGE, type Tool } from "./tool.ts";

/** Results of a run: GitHub refuses a file with more. Of more the graver are kept, and it is said. */
export const MOST_RESULTS = 25_000;

/**
 * Reports as one run of SARIF 2.1.0: what code scanning, editors and other viewers of findings read. `most`: the results
 * that it may have.
 */
export function sarif(
  checked: readonly CheckedReport[],
  { version }: Tool,
  most: number = MOST_RESULTS,
): string {
  const all = checked.flatMap(sarifResults);
  const results = gravest(all, most);
  return exportedJson({
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: { name: "saidso", semanticVersion: version, informationUri: HOMEPAGE, rules: SARIF_RULES },
        },
        invocations: [invocation(checked, all.length - results.length)],
        originalUriBaseIds: {
          [SOURCE_ROOT]: { description: { text: "The folder that the check was run in." } },
          [ARCHIVE_ROOT]: {
            description: { text: "A saidso server that holds the archive that was checked against." },
          },
        },
        artifacts: checked.map(({ report: { text } }) => ({
          location: {
            ...artifactLocation(text.name),
            ...(text.name === "-" ? { description: { text: "Standard input." } } : {}),
          },
          roles: ["analysisTarget"],
          hashes: { "sha-256": text.sha256 },
        })),
        columnKind: "utf16CodeUnits",
        results,
      },
    ],
  });
}

const GRAVITY = ["error", "warning", "note", "none"];

/** All results, or where they are too many the graver ones; in the texts' order. */
function gravest(results: readonly SarifResult[], most: number): readonly SarifResult[] {
  if (results.length <= most) return results;
  const kept = new Set(
    results.toSorted((a, b) => GRAVITY.indexOf(a.level) - GRAVITY.indexOf(b.level)).slice(0, most),
  );
  return results.filter((result) => kept.has(result));
}

/** A check that was ended before it was done did not succeed, whatever it found. */
function invocation(checked: readonly CheckedReport[], dropped: number): object {
  const late = checked
    .flatMap(({ report }) => report.findings)
    .filter(({ reason }) => reason === "out-of-time").length;
  const told = [
    ...(late === 0
      ? []
      : [
          {
            level: "error",
            text: `The check was ended before it came to all quotations: ${late} are undecided.`,
          },
        ]),
    ...(dropped === 0
      ? []
      : [
          {
            level: "warning",
            text: `There are more results than a reader of this form takes: the graver are told, ${dropped} are left out.`,
          },
        ]),
  ];
  const notifications = told.map(({ level, text }) => ({ level, message: { text } }));
  return {
    executionSuccessful: late === 0,
    ...(notifications.length === 0 ? {} : { toolExecutionNotifications: notifications }),
  };
}
