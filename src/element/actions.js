// The controls that need no WebAssembly: links and quotations to copy, the device's own way of sharing, every item of a kind opened
// and closed. What a control does is in its `data-action`.

import { ACTION, ARTICLE, CITATION, CUT, HEADLINE, ITEM, SPEAKER, STRINGS, WIDGET } from "./contract.js";

/** The interface strings in the static HTML. */
function strings(article) {
  try {
    return JSON.parse(article.getAttribute(STRINGS)) ?? {};
  } catch {
    return {};
  }
}

const articleOf = (element) => element.closest(`[${ARTICLE}]`);
const all = (article, kind) => [...article.querySelectorAll(`details[${ITEM}=${CSS.escape(kind)}]`)];

/** Shows the controls of what this browser can do, and lets them say what they would do now. */
export function prepareActions(article) {
  const share = article.querySelector(`[${ACTION}=share]`);
  if (share?.parentElement) share.parentElement.hidden = !navigator.share;
  for (const button of article.querySelectorAll(`[${ACTION}^="expand "]`)) label(button);
}

/** Keeps the control that opens or closes every item in step with the item that was opened or closed. */
export function followToggle(details) {
  const kind = details.getAttribute(ITEM);
  const button = kind && articleOf(details)?.querySelector(`[${ACTION}="expand ${CSS.escape(kind)}"]`);
  if (button) label(button);
}

/** Does what a control is for; `false` where there is none. The fragment that leads to an id begins with `prefix`. */
export function act(clicked, prefix) {
  const button = clicked.closest(`[${ACTION}]`);
  const article = button && articleOf(button);
  if (!article) return false;
  const [verb, what = ""] = button.getAttribute(ACTION).split(" ");
  const address = location.href.split("#")[0];
  if (verb === "share") share(article, address);
  if (verb === "expand") {
    const items = all(article, what);
    const open = items.some((each) => !each.open);
    for (const each of items) each.open = open;
  }
  if (verb === "link") copy(article, button, "link", `${address}#${prefix}${what}`);
  if (verb === "quotation") copy(article, button, "quotation", quotation(article, button, `${address}#${prefix}${what}`));
  return true;
}

/** Says on a control whether it opens or closes its items. */
function label(button) {
  const article = articleOf(button);
  const items = all(article, button.getAttribute(ACTION).split(" ")[1] ?? "");
  const said = strings(article)[items.every((each) => each.open) ? "collapse-all" : "expand-all"];
  if (said && button.textContent !== said) button.textContent = said;
}

/** A passage with who says it and where: “words” (speaker, “headline”, publisher, date, address). */
function quotation(article, button, address) {
  const figure = button.closest("figure");
  const cut = figure?.getAttribute(CUT) ?? "";
  const words = [cut.includes("before") && "…", figure?.querySelector("blockquote")?.textContent.trim(), cut.includes("after") && "…"];
  const cited = [figure?.getAttribute(SPEAKER), article.getAttribute(CITATION), address];
  return `“${words.filter(Boolean).join(" ")}”\n— ${cited.filter(Boolean).join(", ")}`;
}

/** The controls that say how it went, with what they said before. */
const changed = new WeakMap();

/** Copies a text, and says how it went: on the control, and aloud. */
async function copy(article, button, what, text) {
  const words = strings(article);
  let said = words[`${what}-copied`];
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // A page that is not secure has no clipboard.
    said = words["copy-refused"];
  }
  // Somebody has taken the strings away: nothing is said.
  if (!said) return;
  changed.get(article)?.();
  const [before, name] = [button.textContent, button.getAttribute("aria-label")];
  button.textContent = said;
  if (name) button.setAttribute("aria-label", [said, ...name.split(": ").slice(1)].join(": "));
  changed.set(article, () => {
    button.textContent = before;
    if (name) button.setAttribute("aria-label", name);
  });
  const status = article.querySelector(`[${WIDGET}=status]`);
  if (status) status.textContent = said;
}

/** Hands the article to the device. A reader who thinks better of it has no need of an error. */
function share(article, url) {
  navigator.share?.({ title: article.querySelector(`[${HEADLINE}]`)?.textContent, url }).catch(() => {});
}
