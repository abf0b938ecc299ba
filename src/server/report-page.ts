import { createHash } from "node:crypto";
import { type Inlined, standalonePage } from "../publish/html/index.ts";
import type { CheckedReport } from "../publish/index.ts";
import { asset } from "./assets.ts";

/** Style and script of the pages, for a page that needs nothing else. */
export function inlined(): Inlined {
  const hash = (text: string): string => createHash("sha256").update(text).digest("base64");
  return { style: asset("page.css"), script: asset("page.js"), hash };
}

/** Reports as one file that opens from a disk: what `saidso check --format html` prints, and the API answers. */
export function reportPage(checked: readonly CheckedReport[]): string {
  return standalonePage(checked, inlined());
}
