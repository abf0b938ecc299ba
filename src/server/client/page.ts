import { themeSwitch } from "./theme.ts";

document.documentElement.classList.add("scripted");
themeSwitch();
