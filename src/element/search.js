// The search button, and the field that it opens into. The widget finds what is typed, and answers in the place beside it.

import { ACTION, FOUND, LOADER, SEARCHING, WIDGET, string, withdrawSearch } from "./contract.js";

const placeIn = (article) => article.querySelector(`[${LOADER}=search]`);

/** The search field, null where it is closed. */
export const fieldIn = (article) => article.querySelector(`[${LOADER}=search] input`);

/** A button with a name and no text. */
function button(article, action, name, style) {
  const made = document.createElement("button");
  Object.assign(made, { type: "button", className: `tool ${style}`, ariaLabel: string(article, name) });
  made.setAttribute(ACTION, action);
  return made;
}

/** Puts the button in its place. */
export function offerSearch(article) {
  const place = placeIn(article);
  if (!place || place.firstChild) return;
  const look = button(article, "search", "search", "look");
  look.part = "search";
  place.replaceChildren(look);
}

/** Opens the field. */
export function openSearch(article) {
  const place = placeIn(article);
  // Without its button there is nothing to search with.
  if (!place?.firstChild || fieldIn(article)) return;
  const field = document.createElement("input");
  field.part = "search-field";
  Object.assign(field, { type: "search", className: "field", ariaLabel: string(article, "search"), autocomplete: "off", spellcheck: false });
  const found = document.createElement("span");
  found.setAttribute(WIDGET, FOUND);
  place.replaceChildren(field, found, button(article, "close-search", "close", "clear"));
  article.toggleAttribute(SEARCHING, true);
  field.focus({ preventScroll: true });
}

/** Empties the field, which ends the search, and closes it. */
export function closeSearch(article) {
  const field = fieldIn(article);
  if (!field) return;
  field.value = "";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  withdrawSearch(article);
  offerSearch(article);
  placeIn(article).firstChild.focus({ preventScroll: true });
}

/** Steps that the reader asked for before the widget was there to make them, by field. */
const steps = new WeakMap();

/** Keeps a step through the results, forward or back. */
export function keepStep(field, shiftKey) {
  steps.set(field, [...(steps.get(field) ?? []), shiftKey]);
}

/** Has the widget make the steps that were kept. */
export function makeSteps(article) {
  const field = fieldIn(article);
  const kept = steps.get(field) ?? [];
  steps.delete(field);
  for (const shiftKey of kept) field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", shiftKey, bubbles: true }));
}
