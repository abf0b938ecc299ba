import { announce } from "./announce.ts";
import { keysAreOn, keysSwitch } from "./keys.ts";

/**
 * The panel: one finding beside the text, chosen by a click, or by j and k. Where it is closed the page is as it is
 * without a script. The address keeps the finding that is open.
 */
export function findingsPanel(): void {
  const findings = [...document.querySelectorAll<HTMLElement>(".findings .finding")];
  if (findings.length === 0) return;
  const panel = new Panel(findings);
  for (const section of document.querySelectorAll<HTMLElement>(".findings")) section.prepend(panel.bar());
  document.addEventListener("click", (event) => panel.clicked(event));
  document.addEventListener("keydown", (event) => panel.pressed(event));
  document.addEventListener("change", (event) => panel.filtered(event));
  addEventListener("hashchange", () => panel.openHash());
  panel.openHash();
}

class Panel {
  readonly #findings: readonly HTMLElement[];
  readonly #positions: HTMLElement[] = [];
  #current: HTMLElement | null = null;
  /** What opened it, and gets the focus back. */
  #opener: HTMLElement | null = null;

  constructor(findings: readonly HTMLElement[]) {
    this.#findings = findings;
  }

  bar(): HTMLElement {
    const bar = document.createElement("div");
    bar.className = "panel-bar no-print";
    bar.setAttribute("role", "group");
    bar.setAttribute("aria-label", "Panel");
    const position = document.createElement("span");
    position.className = "position";
    this.#positions.push(position);
    bar.append(
      position,
      button("Previous", () => this.#step(-1)),
      button("Next", () => this.#step(1)),
      button("Close", () => this.#close()),
      keysSwitch(),
    );
    return bar;
  }

  clicked(event: MouseEvent): void {
    const link = (event.target as Element).closest?.<HTMLAnchorElement>('a[href^="#"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const target = targetOf(link.hash);
    if (target === null || !this.#findings.includes(target)) return;
    event.preventDefault();
    this.#open(target, link);
  }

  pressed(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && this.#current !== null) {
      event.preventDefault();
      this.#close();
    }
    const isTyping = (event.target as Element).closest?.(
      "textarea, select, [contenteditable], input:not([type=radio], [type=checkbox])",
    );
    if (isTyping || !keysAreOn() || (event.key !== "j" && event.key !== "k")) return;
    event.preventDefault();
    this.#step(event.key === "j" ? 1 : -1);
  }

  filtered({ target }: Event): void {
    const input = target as HTMLInputElement;
    const report = input.closest?.<HTMLElement>(".filters")?.closest<HTMLElement>(".report");
    if (!report) return;
    if (this.#current !== null && !isChosen(this.#current)) this.#close(input);
    const all = this.#findings.filter((finding) => report.contains(finding));
    announce(`${all.filter(isChosen).length} of ${all.length} findings are shown.`);
    this.#tellPosition();
  }

  openHash(): void {
    const target = targetOf(location.hash);
    if (target !== null && this.#findings.includes(target)) this.#open(target, null);
  }

  #step(by: 1 | -1): void {
    const chosen = this.#findings.filter((finding) => isChosen(finding));
    const at = this.#current === null ? (by === 1 ? -1 : chosen.length) : chosen.indexOf(this.#current);
    const next = chosen[at + by];
    if (next === undefined) announce(by === 1 ? "That was the last finding." : "That was the first finding.");
    else this.#open(next, null);
  }

  #open(finding: HTMLElement, opener: HTMLElement | null): void {
    this.#leave();
    this.#current = finding;
    this.#opener = opener ?? placeOf(finding);
    finding.classList.add("current");
    finding.closest(".report")?.classList.add("open");
    for (const link of linksTo(finding)) link.setAttribute("aria-current", "true");
    history.replaceState(null, "", `#${finding.id}`);
    finding.closest(".findings")?.scrollTo({ top: 0 });
    reveal(placeOf(finding), finding);
    finding.focus({ preventScroll: true });
    this.#tellPosition();
  }

  #leave(): void {
    if (this.#current === null) return;
    this.#current.classList.remove("current");
    this.#current.closest(".report")?.classList.remove("open");
    for (const link of linksTo(this.#current)) link.removeAttribute("aria-current");
    this.#current = null;
  }

  #close(focus: HTMLElement | null = this.#opener): void {
    this.#leave();
    history.replaceState(null, "", location.pathname + location.search);
    focus?.focus();
  }

  #tellPosition(): void {
    if (this.#current === null) return;
    // Of several texts on one page each counts its own, as the choice above it does.
    const report = this.#current.closest(".report");
    const chosen = this.#findings.filter((finding) => isChosen(finding) && report?.contains(finding));
    const told = `${chosen.indexOf(this.#current) + 1} of ${chosen.length}`;
    for (const position of this.#positions) position.textContent = told;
  }
}

function button(label: string, act: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = label;
  made.addEventListener("click", act);
  return made;
}

/** The element that a fragment names; ids may hold any character. */
function targetOf(hash: string): HTMLElement | null {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    return null;
  }
}

/** Whether the filter of its report shows it. */
function isChosen(finding: HTMLElement): boolean {
  const value =
    finding.closest(".report")?.querySelector<HTMLInputElement>(".filters :checked")?.value ?? "all";
  if (value === "all") return true;
  return value === "problems" ? finding.dataset.problems !== undefined : finding.dataset.status === value;
}

/** The links of the text that lead to a finding. */
function linksTo(finding: HTMLElement): HTMLAnchorElement[] {
  const story = finding.closest(".report")?.querySelector(".story");
  return [...(story?.querySelectorAll<HTMLAnchorElement>(`a[href="#${CSS.escape(finding.id)}"]`) ?? [])];
}

/** The finding's words in the text. */
function placeOf(finding: HTMLElement): HTMLElement | null {
  return linksTo(finding)[0] ?? null;
}

/** Scrolls the text so that the words are seen, and not below a panel that lies over it. */
function reveal(place: HTMLElement | null, finding: HTMLElement): void {
  if (place === null) return;
  const panel = finding.closest<HTMLElement>(".findings")?.getBoundingClientRect();
  const bottom = panel !== undefined && panel.left <= 1 ? panel.top : innerHeight;
  const { top, height } = place.getBoundingClientRect();
  if (top < 60 || top + Math.min(height, 80) > bottom) scrollBy({ top: top - Math.max(70, bottom * 0.3) });
}
