// What readers reach and hear without the widget: items, opened and shown, and a note where there is nothing to read.

import { FAILED, loadWords } from "./load.js";
import { pageLanguage } from "./page.js";

/** Opens the items of a list of ids and what holds them; what `find` does not find is left alone. Returns the last of them. */
export function openItems(list, find) {
  let item = null;
  for (const id of (list ?? "").split(/\s+/).filter(Boolean)) {
    item = find(id);
    for (let at = item?.closest("details"); at; at = at.parentElement?.closest("details")) at.open = true;
  }
  return item;
}

/** Shows an item: links lead to it before the widget is there, and where it can't be. */
export function jump(id, find) {
  const item = openItems(id, find);
  item?.scrollIntoView();
  (item?.querySelector("summary, a") ?? item)?.focus({ preventScroll: true });
  return item !== null;
}

/** Writes a fragment into the page's history, marked as the widget does it (`widget/places.rs`): it does not scroll there again. */
export function leave(anchor, fragment) {
  const mark = (place) => ({ ...history.state, explainer: `${anchor} ${place}` });
  history.replaceState(mark(0), "");
  history.pushState(mark(1), "", location.href.split("#")[0] + fragment);
}

/** Tells the reader, where there is nothing to read, that this is so; why, the developer hears. */
export async function regret(element, place) {
  const note = document.createElement("p");
  note.className = "error";
  note.setAttribute("role", "alert");
  const words = await loadWords(element.getAttribute("lang") ?? pageLanguage(element) ?? "en");
  note.textContent = words?.failed ?? FAILED;
  place.prepend(note);
}
