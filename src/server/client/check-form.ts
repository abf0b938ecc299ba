import { announce } from "./announce.ts";

/** The form of the check page: a file may be dropped anywhere on it; while the server checks, it says so. */
export function checkForm(): void {
  const form = document.querySelector<HTMLFormElement>("form.check");
  if (form === null) return;
  const file = form.querySelector<HTMLInputElement>('input[name="file"]');
  if (file !== null) dropZone(form, file);
  form.addEventListener("submit", () => wait(form));
  // Who comes back by the browser's button finds a form that can be sent.
  addEventListener("pageshow", () => rest(form));
}

function dropZone(form: HTMLFormElement, file: HTMLInputElement): void {
  form.addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    form.classList.add("over");
  });
  form.addEventListener("dragleave", () => form.classList.remove("over"));
  form.addEventListener("drop", (event) => {
    form.classList.remove("over");
    const dropped = event.dataTransfer?.files;
    if (dropped === undefined || dropped.length === 0) return;
    event.preventDefault();
    const one = new DataTransfer();
    one.items.add(dropped[0]!);
    file.files = one.files;
    announce(`${dropped[0]!.name} is chosen.`);
    form.querySelector<HTMLButtonElement>("button.main")?.focus();
  });
}

function wait(form: HTMLFormElement): void {
  const button = form.querySelector<HTMLButtonElement>("button.main");
  if (button === null) return;
  button.dataset.label ??= button.textContent ?? "";
  button.textContent = "Checking…";
  form.setAttribute("aria-busy", "true");
  announce("The text is being checked.");
}

function rest(form: HTMLFormElement): void {
  const button = form.querySelector<HTMLButtonElement>("button.main");
  if (button?.dataset.label !== undefined) button.textContent = button.dataset.label;
  form.removeAttribute("aria-busy");
}
