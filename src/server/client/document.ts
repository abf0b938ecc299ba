/** What a document's page does with a script: citations without a new page, copying, links to chosen words. */
export function documentPage(): void {
  const article = document.querySelector<HTMLElement>(".document");
  if (article === null) return;
  article.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const button = target?.closest<HTMLElement>("[data-copy]");
    if (button != null) void copyField(button);
    const place = target?.closest<HTMLAnchorElement>("a.place");
    if (place != null && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      void cite(place);
    }
  });
  keepSwitches(article);
  selectionBar(article);
}

/** Opens a passage's citation below it, or closes it. Without an answer the link does what it says. */
async function cite(place: HTMLAnchorElement): Promise<void> {
  const passage = place.closest(".passage");
  const open = document.querySelector(".passage .citation");
  const isOwn = open !== null && open.parentElement === passage;
  open?.remove();
  if (isOwn || passage === null) return;
  const address = new URL(place.href);
  address.hash = "";
  address.searchParams.set("part", "citation");
  try {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(String(answer.status));
    const fragment = new DOMParser().parseFromString(await answer.text(), "text/html");
    const citation = fragment.querySelector(".citation");
    if (citation === null) throw new Error("no citation");
    passage.append(document.adoptNode(citation));
    passage.querySelector<HTMLElement>("[data-copy]")?.focus();
  } catch {
    location.href = place.href;
  }
}

async function copyField(button: HTMLElement): Promise<void> {
  const field = document.getElementById(button.dataset.copy ?? "");
  if (field instanceof HTMLTextAreaElement) await copy(field.value, button);
}

/** Puts a text on the clipboard and says so on the button. */
async function copy(text: string, button: HTMLElement): Promise<void> {
  const label = button.textContent;
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
  } catch {
    button.textContent = "Not allowed here";
  }
  announce(button.textContent);
  setTimeout(() => {
    button.textContent = label;
  }, 2000);
}

let speaker: HTMLElement | null = null;

function announce(words: string): void {
  if (speaker === null) {
    speaker = document.createElement("p");
    speaker.className = "aloud";
    speaker.setAttribute("role", "status");
    document.body.append(speaker);
  }
  speaker.textContent = words;
}

/** The switches stand in the address, so that it can be sent to somebody. */
function keepSwitches(article: HTMLElement): void {
  article.querySelector(".switches")?.addEventListener("change", (event) => {
    const { name, checked } = event.target as HTMLInputElement;
    const address = new URL(location.href);
    if (checked) address.searchParams.set(name, "1");
    else address.searchParams.delete(name);
    history.replaceState(null, "", address);
  });
}

/** Words that are told whole in an address; of longer ones their beginning and end. */
const WHOLE = 12;
const EDGE = 5;

/** A bar for words that somebody chose in the text: a link to them. */
function selectionBar(article: HTMLElement): void {
  const reading = article.querySelector(".reading");
  if (reading === null) return;
  const bar = document.createElement("div");
  bar.className = "selection-bar no-print";
  bar.hidden = true;
  const link = document.createElement("button");
  link.type = "button";
  link.textContent = "Link to these words";
  bar.append(link);
  article.append(bar);
  let address = "";
  document.addEventListener("selectionchange", () => {
    const found = chosenAddress(reading);
    if (found === null && bar.contains(document.activeElement)) return;
    bar.hidden = found === null;
    address = found ?? address;
  });
  link.addEventListener("click", () => void copy(address, link));
}

/** The address of the chosen words; null where none in the text are. */
function chosenAddress(reading: Element): string | null {
  const selection = getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = wholeWords(selection.getRangeAt(0));
  const passage = elementOf(range.startContainer)?.closest(".passage");
  if (passage == null || !reading.contains(range.endContainer)) return null;
  const words = range.toString().trim().split(/\s+/u);
  if (words[0] === "") return null;
  const address = new URL(location.href);
  address.search = new URL(passage.querySelector<HTMLAnchorElement>("a.place")?.href ?? location.href).search;
  address.searchParams.delete("cite");
  const isOneBlock = elementOf(range.endContainer)?.closest(".passage") === passage;
  const directive =
    isOneBlock && words.length <= WHOLE
      ? coded(words)
      : `${coded(words.slice(0, EDGE))},${coded(words.slice(-EDGE))}`;
  address.hash = "";
  return `${address.href.replace(/#$/u, "")}#${encodeURIComponent(passage.id)}:~:text=${directive}`;
}

/** The range, grown to whole words: a browser finds no parts of them. */
function wholeWords(chosen: Range): Range {
  const range = chosen.cloneRange();
  const { startContainer: first, endContainer: last } = range;
  const isLetter = (node: Node, at: number): boolean => /[\p{L}\p{M}\p{N}]/u.test(node.nodeValue?.[at] ?? "");
  if (first instanceof Text)
    while (isLetter(first, range.startOffset) && isLetter(first, range.startOffset - 1))
      range.setStart(first, range.startOffset - 1);
  if (last instanceof Text)
    while (isLetter(last, range.endOffset) && isLetter(last, range.endOffset - 1))
      range.setEnd(last, range.endOffset + 1);
  return range;
}

function elementOf(node: Node): Element | null {
  return node instanceof Element ? node : node.parentElement;
}

/** Words as a text directive has them: a hyphen means something in it. */
function coded(words: readonly string[]): string {
  return encodeURIComponent(words.join(" ")).replace(/-/gu, "%2D");
}
