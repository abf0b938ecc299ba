import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** The browser that the suite drives: Debian's, or another named by SAIDSO_CHROMIUM. */
const PATH = process.env.SAIDSO_CHROMIUM ?? "/usr/bin/chromium";

/** Whether there is one. Where there is none the suite is skipped, and says so. */
export const hasChromium = existsSync(PATH);

if (!hasChromium)
  console.warn(
    `SKIPPED: the browser suite needs Chromium, and ${PATH} is not there. Install it (\`apt-get install chromium\`), or name another with SAIDSO_CHROMIUM=/path/to/chromium.`,
  );

/** Names of other machines lead nowhere: what a page asked elsewhere is seen, and never leaves. */
const ALONE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1";

/** Starts the browser; about a third of a second. */
export function startChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: PATH,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", ALONE],
  });
}
