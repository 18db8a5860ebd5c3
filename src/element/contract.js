// The contract between the static HTML and the scripts, as `src/contract.rs` defines it.

/** The version that this script and its widget understand. */
export const VERSION = "1";

/** The attributes of the HTML, by the names that `src/contract.rs` gives them. */
export const ARTICLE = "data-explainer-version";
export const STRINGS = "data-strings";
export const CITATION = "data-citation";
export const ITEM = "data-item";
export const ACTION = "data-action";
export const CUT = "data-cut";
export const SPEAKER = "data-speaker";
export const DRAWING = "data-drawing";
export const WIDGET = "data-widget";
export const RELATED = "data-related";
export const SEARCHING = "data-searching";
export const HEADLINE = "data-headline";

/** The root element of the static HTML in a place, null where there is none. */
export const articleIn = (place) => place.querySelector(`[${ARTICLE}]`);

/** Takes off what the widget has written and rendered, so that the HTML is as it was before; the widget may have panicked. */
export function clear(article) {
  for (const name of [RELATED, SEARCHING, "aria-current"]) {
    for (const element of article.querySelectorAll(`[${name}]`)) element.removeAttribute(name);
  }
  for (const drawing of article.querySelectorAll(`[${DRAWING}]`)) drawing.hidden = false;
  for (const place of article.querySelectorAll(`[${WIDGET}]`)) place.replaceChildren();
}
