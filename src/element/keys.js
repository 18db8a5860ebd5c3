// Keys that HTML has no behaviour for, and sheets that are dragged down.

import { CHOICE, FILTER, ITEM, KEYS } from "./contract.js";
import { OPEN } from "./page.js";
import { closeSearch, fieldIn, openSearch } from "./search.js";

const STEPS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1 };

/** Whether a key is about what an input method proposes; Safari says so after it is done, by 229. */
export const isComposing = (event) => event.isComposing || event.keyCode === 229;

/** Answers a key that was pressed inside an explainer. */
export function pressed(event, article) {
  const at = event.target;
  if (event.defaultPrevented || isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
  const isText = at.matches("input:not([type=radio]), textarea, select, [contenteditable]");
  if (event.key === "/" && !isText) {
    event.preventDefault();
    openSearch(article);
  } else if (event.key === "Escape" && at === fieldIn(article)) {
    closeSearch(article);
  } else if (event.key === "Escape") {
    // A sheet closes by itself, and lets go as it does.
    if (!isText && !article.querySelector(OPEN)) letGo(article);
  } else if (event.key === "Enter" && at.matches(`input[${CHOICE}]`)) {
    at.closest(`[${ITEM}=event]`)?.querySelector("[popover]")?.showPopover?.();
  } else if (event.key in STEPS && at.closest(`[${KEYS}]`) && !isText) {
    step(event, at.closest(`[${KEYS}]`));
  }
}

/** Lets go of the choice as the reader's own act, which a click is to the browser. */
function letGo(article) {
  if (article.querySelector(`input[${CHOICE}]:checked`)) article.querySelector(`input[name$="${FILTER}"]:not([${CHOICE}])`)?.click();
}

/** Moves the focus, and with it the Tab stop, among the buttons of a list. */
function step(event, list) {
  const buttons = [...list.querySelectorAll("button")].filter((each) => each.checkVisibility());
  const from = buttons.indexOf(event.target);
  const isMirrored = event.key.match(/Left|Right/) && getComputedStyle(list).direction === "rtl";
  const to = buttons[from + (isMirrored ? -STEPS[event.key] : STEPS[event.key])];
  if (from < 0 || !to) return;
  event.preventDefault();
  for (const each of buttons) each.tabIndex = -1;
  to.tabIndex = 0;
  to.focus();
}

/** How far down, in pixels, a finger drags a sheet to close it. */
const FAR_DOWN = 80;

/** Where the finger that is on a sheet came down. */
let drag;

/** Follows a finger on a sheet; what is scrolled up is closed by a drag down. */
export function touched(event) {
  const { clientY } = event.changedTouches[0];
  if (event.type === "touchstart") {
    const sheet = event.target.closest(OPEN);
    drag = sheet && event.touches.length === 1 && sheet.scrollTop <= 0 ? { sheet, from: clientY } : undefined;
  } else {
    if (drag && clientY - drag.from > FAR_DOWN && drag.sheet.scrollTop <= 0) drag.sheet.hidePopover();
    drag = undefined;
  }
}
