// Every page works without this script: it starts the design system's components, folds the filters of a list away
// on a narrow screen, and lets a wide table be reached and scrolled from the keyboard.
import { initAll } from "./govuk-frontend.min.js";

initAll();

if (window.matchMedia("(max-width: 48em)").matches) {
  document.querySelectorAll("details[data-folds]").forEach((filters) => filters.removeAttribute("open"));
}
