// What readers see where there is nothing to read.

import { FAILED, loadWords } from "./load.js";
import { pageLanguage } from "./page.js";

/** Says that nothing can be shown; why, the developer hears. */
export async function regret(element, place) {
  const note = document.createElement("p");
  note.className = "error";
  note.setAttribute("role", "alert");
  const words = await loadWords(element.getAttribute("lang") ?? pageLanguage(element) ?? "en");
  note.textContent = words?.failed ?? FAILED;
  place.prepend(note);
}
