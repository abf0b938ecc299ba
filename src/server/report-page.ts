import { createHash } from "node:crypto";
import { standalonePage } from "../publish/html/index.ts";
import type { CheckedReport } from "../publish/index.ts";
import { asset } from "./assets.ts";

/** Reports as one file that opens from a disk: what `saidso check --format html` prints, and the API answers. */
export function reportPage(checked: readonly CheckedReport[]): string {
  const hash = (text: string): string => createHash("sha256").update(text).digest("base64");
  return standalonePage(checked, { style: asset("page.css"), script: asset("page.js"), hash });
}
