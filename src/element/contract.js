// The contract between the static HTML and the scripts, as `src/contract.rs` defines it.

/** The version that this script and its widget understand. */
export const VERSION = "2";

/** The attributes of the HTML, by the names that `src/contract.rs` gives them. */
export const ARTICLE = "data-explainer-version";
export const STRINGS = "data-strings";
export const CITATION = "data-citation";
export const HEADLINE = "data-headline";
export const ITEM = "data-item";
export const TITLE = "data-title";
export const CHOICE = "data-id";
export const FILTER = "_filter";
export const KEYS = "data-keys";
export const FIRST = "data-first";
export const SKIP = "data-skip";
export const SPEAKER = "data-speaker";
export const ACTION = "data-action";
export const WIDGET = "data-widget";
export const LOADER = "data-loader";
export const INTENT = "data-intent";
export const FAR = "data-far";
export const MARKS = "data-marks";
export const WHEN = "data-when";
export const FOUND = "found";
export const RELATED = "data-related";
export const SEARCHING = "data-searching";

/** The root element of the static HTML in a place, null where there is none. */
export const articleIn = (place) => place.querySelector(`[${ARTICLE}]`);

/** The root element of the static HTML around an element. */
export const articleOf = (element) => element.closest(`[${ARTICLE}]`);

/** An interface string in the static HTML; undefined where somebody has taken it away. */
export function string(article, name) {
  try {
    return JSON.parse(article.getAttribute(STRINGS))?.[name];
  } catch {
    return undefined;
  }
}

/** Takes the search out of the page, which is nothing without the widget. */
export function withdrawSearch(article) {
  article.querySelector(`[${LOADER}=search]`)?.replaceChildren();
  article.toggleAttribute(SEARCHING, false);
}

/** Removes what the widget has written and rendered, so that the HTML is as it was before; the widget may have panicked. */
export function clear(article) {
  for (const element of [article, ...article.querySelectorAll(`[${RELATED}]`)]) element.removeAttribute(RELATED);
  for (const place of article.querySelectorAll(`[${WIDGET}]`)) place.replaceChildren();
}
