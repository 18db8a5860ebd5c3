// Explainers that stand in a page as plain HTML, because what the page is written with lets nothing else through.
// The element takes their place, shows them until the widget is there, and hands over what the reader did meanwhile.

/** What the plain HTML of an explainer is known by. */
const PLAIN = "[data-explainer-src]";

/** The plain HTML that an element has taken in. */
export const plainOf = (element) => element.querySelector(`:scope > ${PLAIN}`);

/**
 * Puts an element around every explainer that is plain HTML. Its attributes are those of these names that the HTML has
 * as data; no others, since who may write data may not write script.
 */
export function takeIn(names) {
  // What is inside an element already was taken in before, or is the page's own business.
  for (const plain of document.querySelectorAll(`${PLAIN}:not(article-explainer *)`)) {
    const element = document.createElement("article-explainer");
    for (const name of names) {
      const value = plain.getAttribute(`data-explainer-${name}`);
      if (value !== null) element.setAttribute(name, value);
    }
    const focused = document.activeElement;
    const target = plain.querySelector(":target");
    const isThere = scrollY > 0;
    keepPlace(() => {
      plain.replaceWith(element);
      element.append(plain);
    });
    if (plain.contains(focused)) focused.focus({ preventScroll: true });
    if (!target || target.matches(":target")) continue;
    // A browser has forgotten what the page's hash names. Who has scrolled meanwhile stays there.
    const aim = () => location.replace(location.hash);
    if (isThere) keepPlace(aim);
    else aim();
  }
}

/** Does something after which the reader is where they were: WebKit scrolls to the top where the children of an element change. */
export function keepPlace(does) {
  const seen = scrollY;
  does();
  if (scrollY !== seen) scrollTo({ top: seen, behavior: "instant" });
}

/**
 * Notes what the reader sees and did in the plain HTML. The function returned brings it about in the widget's tree,
 * `root`, and takes the plain HTML out of the page, where its ids would stand in the way. `prefix` is what they begin
 * with; where `isAimed`, the widget has shown what the page is asked for by itself.
 */
export function handOver(plain, prefix, isAimed) {
  const focused = document.activeElement;
  const top = (item) => item.getBoundingClientRect().top;
  const inSight = (item) => item.checkVisibility() && top(item) >= 0;
  const seen = !isAimed && top(plain) < 0 && [...plain.querySelectorAll("[id]")].find(inSight);
  const height = seen && top(seen);
  return (root) => {
    const twin = (item) => item && root.getElementById(item.id.slice(prefix.length));
    for (const details of plain.querySelectorAll("details[id]")) {
      const its = twin(details);
      if (its) its.open = details.open || (isAimed && its.open);
      const stance = its?.open && its.parentElement.closest("details");
      if (stance) stance.open = true;
    }
    if (plain.contains(focused)) {
      const item = twin(focused.closest("[id]"));
      const same = (each) => each.textContent === focused.textContent;
      const link = [...(item ?? root).querySelectorAll("a, summary")].find(same);
      (link ?? item)?.focus({ preventScroll: true });
    }
    keepPlace(() => plain.remove());
    const item = twin(seen);
    if (item) scrollBy(0, top(item) - height);
  };
}
