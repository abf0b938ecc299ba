import { keep, kept } from "./kept.ts";

/** A switch between the light and dark theme and the system's own; kept in this browser alone. */
const KEY = "saidso-theme";
const THEMES = ["system", "light", "dark"] as const;

type Theme = (typeof THEMES)[number];

export function themeSwitch(): void {
  const header = document.querySelector(".site");
  if (header === null) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "theme no-print";
  let theme = held();
  const show = (): void => {
    if (theme === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    button.textContent = `Theme: ${theme}`;
  };
  button.addEventListener("click", () => {
    theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length]!;
    keep(KEY, theme);
    show();
  });
  show();
  header.append(button);
}

function held(): Theme {
  const found = kept(KEY);
  return THEMES.find((theme) => theme === found) ?? "system";
}
