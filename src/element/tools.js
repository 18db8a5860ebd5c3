// The controls that need script and no WebAssembly. A script of its own with its own stylesheet, which reading does without: it is loaded
// when the browser is idle, or the reader reaches for the element.

import css from "tools.css";
import { offer, offerActions } from "./actions.js";
import { isComposing, pressed, touched } from "./keys.js";
import { follow } from "./lit.js";
import { pageOf } from "./page.js";
import { fieldIn, keepStep } from "./search.js";

export { act } from "./actions.js";
export { makeSteps } from "./search.js";
export { takeIn } from "./take_in.js";

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

/** Equips the static HTML of an element with them, until `signal` is aborted. */
export function equip(element, content, signal) {
  const { article, place, root, prefix } = content;
  const tree = place.getRootNode();
  if (!tree.adoptedStyleSheets.includes(sheet)) tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, sheet];
  offerActions(article);
  // A page's <base> would have links lead away from the page, where they are copied or opened in another tab.
  if (document.querySelector("base[href]")) {
    for (const link of article.querySelectorAll(`a[href^="#${CSS.escape(prefix)}"]`)) link.href = pageOf(location.href) + link.getAttribute("href");
  }
  follow(content, signal);
  const answer = (event) => {
    if (!article.contains(event.target)) return;
    // The widget, which finds what is typed, may not be there yet.
    const isStep = event.key === "Enter" && !event.defaultPrevented && !isComposing(event) && event.target === fieldIn(article);
    if (isStep && !element.ready) keepStep(event.target, event.shiftKey);
    pressed(event, article);
  };
  root.addEventListener("keydown", answer, { signal });
  for (const type of ["touchstart", "touchend"]) root.addEventListener(type, touched, { passive: true, signal });
  document.addEventListener("selectionchange", () => offer(content), { signal });
}
