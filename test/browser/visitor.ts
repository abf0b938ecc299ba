import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";

/** How somebody comes. */
export interface VisitOptions {
  /** Without it the browser runs no script. */
  readonly script?: boolean;
  readonly theme?: "light" | "dark";
  /** CSS pixels. */
  readonly width?: number;
  /** Lets the suite's own script in; the pages' policy lets in none but theirs. */
  readonly bypassPolicy?: boolean;
}

/** Somebody who looks at pages of one origin, and notes whatever a page does that it must not. */
export interface Visitor {
  readonly page: Page;
  /** What was wrong, in the order that it was seen: requests to elsewhere, errors, breaches of the policy, dialogs. */
  readonly complaints: readonly string[];
  /** Addresses that were asked for. */
  readonly asked: readonly string[];
  leave(): Promise<void>;
}

/** Chromium's line about an answer of 400 and above: the answer itself is judged. */
const BAD_ANSWER = /^Failed to load resource: the server responded with a status of/u;

/** Milliseconds that anything on a page may take: a machine that does much else is slow. */
const PATIENCE = 25_000;

/** Opens a page that may ask `origins` and nobody else. */
export async function visit(
  browser: Browser,
  origins: readonly string[],
  { script = true, theme = "light", width = 1280, bypassPolicy = false }: VisitOptions = {},
): Promise<Visitor> {
  const options: BrowserContextOptions = {
    javaScriptEnabled: script,
    colorScheme: theme,
    viewport: { width, height: 860 },
    bypassCSP: bypassPolicy,
    reducedMotion: "reduce",
  };
  const context = await browser.newContext(options);
  const complaints: string[] = [];
  const asked: string[] = [];
  watch(context, origins.map(originOf), complaints, asked);
  await context.addInitScript(trap);
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  context.on("page", (other) => complaints.push(`another page was opened: ${other.url()}`));
  return { page, complaints, asked, leave: () => context.close() };
}

function watch(
  context: BrowserContext,
  origins: readonly string[],
  complaints: string[],
  asked: string[],
): void {
  context.on("request", (request) => {
    asked.push(request.url());
    if (!origins.includes(originOf(request.url())))
      complaints.push(`asked elsewhere: ${request.method()} ${request.url().slice(0, 200)}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 400 && response.request().resourceType() !== "document")
      complaints.push(`${response.status()}: ${response.url()}`);
  });
  context.on("console", (message) => {
    const isBad = message.type() === "error" || message.type() === "warning";
    if (isBad && !BAD_ANSWER.test(message.text())) complaints.push(`console: ${message.text()}`);
  });
  context.on("weberror", (error) => complaints.push(`error: ${error.error().stack ?? error.error()}`));
  context.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
}

/** Runs in each page before it does: tells what would else be silent. */
function trap(): void {
  document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) =>
    console.error(`policy: ${violatedDirective} ${blockedURI} ${sample}`),
  );
  Object.defineProperty(window, "__pwned", {
    set: (value: unknown) => console.error(`a text came alive: ${value}`),
  });
}

/** A page's own file and what it made itself count as its own. */
function originOf(url: string): string {
  const { protocol, origin } = new URL(url);
  return protocol === "blob:" ? new URL(url.slice(5)).origin : origin === "null" ? protocol : origin;
}
