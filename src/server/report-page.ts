import { createHash } from "node:crypto";
import { type CheckedPage, standalonePage } from "../publish/html/index.ts";
import { asset } from "./assets.ts";

/** Reports as one file that opens from a disk: what `saidso check --format html` prints, and the API answers. */
export function reportPage(checked: readonly CheckedPage[]): string {
  const hash = (text: string): string => createHash("sha256").update(text).digest("base64");
  return standalonePage(checked, { style: asset("page.css"), script: asset("page.js"), hash });
}
