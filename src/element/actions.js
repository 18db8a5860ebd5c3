// The controls that need no WebAssembly: links and quotations to copy, and the device's own way of sharing. What a control does is in its
// `data-action`.

import { ACTION, CITATION, HEADLINE, ITEM, SKIP, SPEAKER, WIDGET, articleOf, string } from "./contract.js";

const page = () => location.href.split("#")[0];

/** Does what a control is for; false where there is none. */
export function act(clicked, event) {
  const control = clicked.closest(`[${ACTION}]`);
  const article = control && articleOf(control);
  if (!article) return false;
  const verb = control.getAttribute(ACTION);
  if (verb === "share") share(article);
  if (verb === "link") {
    // A link is copied, and followed only to another tab.
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey) return false;
    event.preventDefault();
    copy(article, control, "link-copied", page() + control.getAttribute("href"));
  }
  if (verb === "quotation") copy(article, control, "quotation-copied", offered.get(control));
  return true;
}

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
  const status = article.querySelector(`[${WIDGET}=status]`);
  if (status) status.textContent = said;
  if (control.localName === "button") control.textContent = said;
  else {
    const before = control.textContent;
    control.textContent = isCopied ? "✓" : "×";
    setTimeout(() => (control.textContent = before), 2000);
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
    const composed = selection?.getComposedRanges?.({ shadowRoots: root.host ? [root] : [] })[0];
    return composed?.collapsed === false ? live(composed) : undefined;
  }
  return selection.rangeCount ? selection.getRangeAt(0) : undefined;
}

function live({ startContainer, startOffset, endContainer, endOffset }) {
  const range = new Range();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return range;
}

const elementAt = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement);

/** Offers to copy the selected text as a quotation, and takes the offer back where none is selected. */
export function offer(article, root, prefix) {
  const range = selected(root);
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
  const id = item && (item.id.startsWith(prefix) ? item.id.slice(prefix.length) : item.id);
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
