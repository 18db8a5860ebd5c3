// The one way to an item, however the reader asks for it: choose it, open what holds it, scroll there, move the focus there.

import { CHOICE, FILTER, ITEM, TITLE, articleOf } from "./contract.js";
import { OPEN } from "./page.js";

/** Opens an item and what it stands in, up to the page around the element, as browsers do for targets of their own. */
function open(item) {
  for (let at = item; at; at = at.parentElement ?? at.getRootNode().host) {
    if (at.localName === "details") at.open = true;
    if (at.getAttribute("hidden") !== "until-found") continue;
    at.dispatchEvent(new Event("beforematch", { bubbles: true }));
    at.removeAttribute("hidden");
  }
}

/** Opens the items of a list of ids; what `find` does not find is left alone. */
export function openItems(list, find) {
  for (const id of (list ?? "").split(/\s+/).filter(Boolean)) open(find(id));
}

/** Whether an element is an issue or an event, which can be chosen. */
export const canBeChosen = (item) => ["issue", "event"].includes(item?.getAttribute(ITEM));

/** Chooses an issue or event as its radio button does; null lets go. What has no radio button changes nothing. */
export function choose(article, id) {
  for (const radio of article.querySelectorAll(`input[name$="${FILTER}"]`)) {
    if (radio.getAttribute(CHOICE) !== id || radio.checked) continue;
    radio.checked = true;
    radio.dispatchEvent(new Event("change", { bubbles: true, composed: true }));
  }
}

const isShown = (element) => element?.checkVisibility({ visibilityProperty: true }) ?? false;

/** Moves the focus without scrolling; what takes none is given it. */
function focus(element) {
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

/** Shows an item. Returns false where `find` does not find it. */
export function reveal(id, find) {
  const item = find(id);
  if (!item) return false;
  const article = articleOf(item);
  // An open sheet would be over it.
  for (const sheet of article?.querySelectorAll(OPEN) ?? []) if (!sheet.contains(item)) sheet.hidePopover();
  open(item);
  const kind = item.getAttribute(ITEM);
  if (article && canBeChosen(item)) choose(article, id);
  if (kind === "event") revealEvent(item);
  else {
    // An issue may have no box of its own; its summary has one.
    const seen = item.querySelector("summary") ?? item;
    seen.scrollIntoView({ block: kind ? "start" : "center" });
    focus(seen);
  }
  return true;
}

/** Shows an event: its station where there is room for one, and its card. */
function revealEvent(item) {
  const card = item.querySelector("[popover]");
  const radio = item.querySelector("input");
  const title = item.querySelector(`[${TITLE}]`);
  if (isShown(title)) {
    title.scrollIntoView({ block: "nearest", inline: "center" });
    if (radio) focus(radio);
  }
  if (!card?.showPopover || isShown(card)) return;
  card.showPopover();
  focus(card.querySelector("button") ?? card);
}
