import { checkForm } from "./check-form.ts";
import { documentPage } from "./document.ts";
import { findingsPanel } from "./findings-panel.ts";
import { themeSwitch } from "./theme.ts";

document.documentElement.classList.add("scripted");
themeSwitch();
checkForm();
findingsPanel();
documentPage();
