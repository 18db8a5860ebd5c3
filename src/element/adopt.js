// Explainers that stand in a page as plain HTML, because what the page is written with lets nothing else through.
// The element takes their place, and shows them until the widget is there.

/** What the plain HTML of an explainer is known by. */
export const PLAIN = "[data-explainer-src]";

/** The plain HTML that an element has taken in. */
export const plainOf = (element) => element.querySelector(`:scope > ${PLAIN}`);

/** Does something after which the reader is where they were: WebKit scrolls to the top where the children of an element change. */
export function keepPlace(does) {
  const seen = scrollY;
  does();
  if (scrollY !== seen) scrollTo({ top: seen, behavior: "instant" });
}
