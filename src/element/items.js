// The one way to an item, however the reader asks for it: choose it, open what holds it, scroll there, move the focus there.

import { CHOICE, FILTER, ITEM, TITLE, articleOf } from "./contract.js";

/** Opens an item and the <details> around it. */
function open(item) {
  for (let at = item?.closest("details"); at; at = at.parentElement?.closest("details")) at.open = true;
}

/** Opens the items of a list of ids; what `find` does not find is left alone. Returns the last of them. */
export function openItems(list, find) {
  let item = null;
  for (const id of (list ?? "").split(/\s+/).filter(Boolean)) {
    item = find(id);
    open(item);
  }
  return item;
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
  for (const sheet of article?.querySelectorAll(":popover-open") ?? []) if (!sheet.contains(item)) sheet.hidePopover();
  open(item);
  const kind = item.getAttribute(ITEM);
  if (article && canBeChosen(item)) choose(article, id);
  if (kind === "event") revealEvent(item);
  else {
    item.scrollIntoView({ block: kind ? "start" : "center" });
    focus(item.querySelector("summary") ?? item);
  }
  return true;
}

/** Shows an event: its station where there is room for one, and its card. */
function revealEvent(item) {
  const card = item.querySelector("[popover]");
  const radio = item.querySelector("input");
  if (isShown(item.querySelector(`[${TITLE}]`))) {
    item.scrollIntoView({ block: "nearest", inline: "center" });
    if (radio) focus(radio);
  }
  if (!card?.showPopover || isShown(card)) return;
  card.showPopover();
  focus(card.querySelector("button") ?? card);
}
