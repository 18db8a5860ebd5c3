// The page around an element.

/** The document has been read to its end, so that an element has all that was written inside it. */
export const parsed = () =>
  document.readyState === "loading"
    ? new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }))
    : undefined;

/** The browser has had the time to do what else is to be done. */
export const breath = () => globalThis.scheduler?.yield?.() ?? new Promise((done) => setTimeout(done));

/** The language of the page around an element. */
export function pageLanguage(element) {
  return element.parentElement?.closest("[lang]")?.getAttribute("lang") ?? undefined;
}
