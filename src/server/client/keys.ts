import { keep, kept } from "./kept.ts";

const KEY = "saidso-keys";
let on = kept(KEY) !== "off";
const switches: HTMLButtonElement[] = [];

/** Whether single letters do something: who speaks to the machine, or hits keys by accident, can turn them off (WCAG 2.1.4). */
export function keysAreOn(): boolean {
  return on;
}

/** A button that turns the letters on and off. */
export function keysSwitch(): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "keys";
  button.title = "j: next, k: previous, Esc: close";
  button.addEventListener("click", () => {
    on = !on;
    keep(KEY, on ? "on" : "off");
    for (const one of switches) show(one);
  });
  switches.push(button);
  show(button);
  return button;
}

function show(button: HTMLButtonElement): void {
  button.textContent = `j k: ${on ? "on" : "off"}`;
}
