// When the widget is wanted: when the reader comes near the element, or means to use it.

/** How near, in pixels, the window has to come to an element. */
const NEAR = 400;

/** What readers do with an element that says that they mean to use it. */
const INTENT = ["pointerover", "focusin", "click"];

/**
 * Calls `done` once when the widget is wanted, and returns what ends the wait at once.
 *
 * `root` is where the reader's acts are heard; `when` is the element's `hydrate`; `hasText` says whether there is anything to read, and so to use, before the widget is
 * there; `isAimedAt` whether the page's hash names an item of the element.
 */
export function whenWanted(element, root, when, hasText, isAimedAt, done) {
  const ends = new AbortController();
  const begin = () => {
    ends.abort();
    observer.disconnect();
    done();
  };
  const observer = new IntersectionObserver((seen) => seen.some((each) => each.isIntersecting) && begin(), {
    rootMargin: `${NEAR}px`,
  });
  for (const sign of INTENT) root.addEventListener(sign, begin, { capture: true, signal: ends.signal });
  addEventListener("hashchange", () => isAimedAt() && begin(), { signal: ends.signal });
  if (when === "idle") (globalThis.requestIdleCallback ?? setTimeout)(begin);
  else if (when !== "interaction" || !hasText) observer.observe(element);
  return begin;
}
