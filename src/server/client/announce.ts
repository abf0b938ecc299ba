let region: HTMLElement | null = null;

/** Says something to whoever listens to the page. */
export function announce(message: string): void {
  if (region === null) {
    region = document.createElement("p");
    region.className = "aloud";
    region.setAttribute("role", "status");
    document.body.append(region);
  }
  region.textContent = message;
}
