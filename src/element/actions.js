// The controls that need no WebAssembly: links and quotations to copy, the device's own way of sharing, the field of the search. What a
// control does is in its `data-action`.

import { ACTION, CITATION, HEADLINE, ITEM, LOADER, SKIP, SPEAKER, articleOf, string } from "./contract.js";
import { pageOf } from "./page.js";
import { closeSearch, offerSearch, openSearch } from "./search.js";

const page = () => pageOf(location.href);

/** Does what a control is for that was clicked. */
export function act(clicked) {
  const control = clicked.closest(`[${ACTION}]`);
  const article = control && articleOf(control);
  if (!article) return;
  const verb = control.getAttribute(ACTION);
  if (verb === "share") share(article);
  if (verb === "link") copy(article, control, "link-copied", page() + control.hash);
  if (verb === "quotation") copy(article, control, "quotation-copied", offered.get(control));
  if (verb === "search") openSearch(article);
  if (verb === "close-search") closeSearch(article);
}

/** Puts the buttons that need script in their places. */
export function offerActions(article) {
  offerSearch(article);
  const place = article.querySelector(`[${LOADER}=share]`);
  if (!place || place.firstChild || !navigator.share) return;
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "tool", textContent: string(article, "share") ?? "" });
  button.part = "share";
  button.setAttribute(ACTION, "share");
  place.replaceChildren(button);
}

/** What each control says that says for a while how it went. */
const texts = new WeakMap();

/** Copies a text, and says how it went: on the control, and aloud. */
async function copy(article, control, done, text) {
  let said = string(article, done);
  let isCopied = true;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // A page that is not secure has no clipboard.
    said = string(article, "copy-refused");
    isCopied = false;
  }
  // Somebody has taken the strings away: nothing is said.
  if (!said) return;
  const status = article.querySelector(`[${LOADER}=status]`);
  if (status) status.textContent = said;
  if (control.localName === "button") control.textContent = said;
  else {
    if (!texts.has(control)) texts.set(control, control.textContent);
    control.textContent = isCopied ? "✓" : "×";
    setTimeout(() => (control.textContent = texts.get(control)), 2000);
  }
}

/** Hands the article to the device. A reader who thinks better of it has no need of an error. */
function share(article) {
  navigator.share?.({ title: article.querySelector(`[${HEADLINE}]`)?.textContent, url: page() }).catch(() => {});
}

/** What each button copies. */
const offered = new WeakMap();

/** The selected range inside a root, undefined where there is none; browsers differ in how far they see into shadow trees. */
function selected(root) {
  const selection = root.getSelection?.() ?? getSelection();
  if (!selection || selection.isCollapsed) {
    const composed = composedRanges(selection, root.host ? [root] : [])?.[0];
    return composed?.collapsed === false ? live(composed) : undefined;
  }
  return selection.rangeCount ? selection.getRangeAt(0) : undefined;
}

/** The selected ranges as they are inside shadow trees; Safari 17 takes these one by one. */
function composedRanges(selection, shadowRoots) {
  try {
    return selection?.getComposedRanges?.({ shadowRoots });
  } catch {
    return selection.getComposedRanges(...shadowRoots);
  }
}

function live({ startContainer, startOffset, endContainer, endOffset }) {
  const range = new Range();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return range;
}

const elementAt = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement);

/** Offers to copy the selected text as a quotation, and takes the offer back where none is selected. */
export function offer(content) {
  const { article, place, prefix } = content;
  const range = selected(place.getRootNode());
  const start = range && elementAt(range.startContainer);
  const isText = start && article.contains(start) && article.contains(range.endContainer) && !start.closest(`[${SKIP}], [${ACTION}]`);
  const before = article.querySelector(`:scope > [${ACTION}=quotation]`);
  const words = isText && wordsOf(range);
  if (!words) return before?.remove();
  const button = before ?? document.createElement("button");
  const label = string(article, "copy-quotation");
  if (!label) return;
  if (!before) {
    Object.assign(button, { type: "button", className: "take" });
    button.setAttribute(ACTION, "quotation");
    // The selection stays while the button is pressed.
    button.addEventListener("pointerdown", (event) => event.preventDefault());
    button.addEventListener("mousedown", (event) => event.preventDefault());
    article.append(button);
  }
  button.textContent = label;
  const section = start.closest(`[${ITEM}=section]`);
  const item = start.closest("[id]");
  const id = item && content.idOf(item);
  const cited = [section?.querySelector(`[${SPEAKER}]`)?.textContent, article.getAttribute(CITATION), page() + (id ? `#${prefix}${id}` : "")];
  offered.set(button, `“${words}”\n— ${cited.filter(Boolean).join(", ")}`);
  const [box, around] = [range.getBoundingClientRect(), article.getBoundingClientRect()];
  button.style.top = `${box.bottom - around.top + 8}px`;
  button.style.left = `${Math.max(8, Math.min(box.left - around.left, around.width - button.offsetWidth - 8))}px`;
}

/** The words of a range, without what is beside the text. */
function wordsOf(range) {
  const content = range.cloneContents();
  for (const beside of content.querySelectorAll(`[${SKIP}]`)) beside.remove();
  return content.textContent.replace(/\s+/g, " ").trim();
}
