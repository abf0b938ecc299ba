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
    keep(theme);
    show();
  });
  show();
  header.append(button);
}

/** Storage may be closed to a page; then the choice lasts as long as the page. */
function held(): Theme {
  try {
    const found = localStorage.getItem(KEY);
    return THEMES.find((theme) => theme === found) ?? "system";
  } catch {
    return "system";
  }
}

function keep(theme: Theme): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch {}
}
