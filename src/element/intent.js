// When the widget is loaded.

import { INTENT } from "./contract.js";
import { loaded } from "./page.js";

/** How near, in pixels, the window has to come to an element. */
const NEAR = 400;

/** What readers do with a control that says that they mean to use it; a finger that comes down is a pointer that comes over. */
const INTENT_EVENTS = ["pointerover", "focusin", "click"];

/** Calls `does` when the page is there and the browser has nothing else to do, unless `signal` is aborted before. */
export async function whenIdle(signal, does) {
  await loaded();
  if (signal.aborted) return;
  const hasIdle = Boolean(globalThis.requestIdleCallback);
  const request = hasIdle ? requestIdleCallback(does) : setTimeout(does, 200);
  signal.addEventListener("abort", () => (hasIdle ? cancelIdleCallback(request) : clearTimeout(request)));
}

/**
 * Calls `done` once when the widget is to be loaded, and returns what ends the wait at once.
 *
 * `when` is "interaction" (the reader means to use what needs the widget), "visible" (the window comes near the element) or "idle".
 * Readers who mean to use it need not wait for either. `root` is where they are heard, and `isUsed` tells whether what they do to
 * an element needs the widget. The wait is over without a word when `outer` is aborted.
 */
export function whenWanted(element, root, when, isUsed, outer, done) {
  const ends = new AbortController();
  const { signal } = ends;
  outer.addEventListener("abort", () => ends.abort(), { signal });
  const begin = () => {
    if (signal.aborted) return;
    ends.abort();
    done();
  };
  for (const type of INTENT_EVENTS) root.addEventListener(type, (event) => isUsed(event.target) && begin(), { capture: true, signal });
  if (when === "idle") whenIdle(signal, begin);
  if (when === "visible") {
    const observer = new IntersectionObserver((seen) => seen.some((each) => each.isIntersecting) && begin(), { rootMargin: `${NEAR}px` });
    observer.observe(element);
    signal.addEventListener("abort", () => observer.disconnect());
  }
  return begin;
}

/** Whether what the reader does to an element of static HTML needs the widget. */
export const needsWidget = (element) => Boolean(element.closest(`[${INTENT}]`));
