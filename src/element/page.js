// The page around an element.

/** The document has been read to its end, so that an element has all that was written inside it. */
export const parsed = () =>
  document.readyState === "loading"
    ? new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }))
    : undefined;

/** The page has loaded all that it needs. */
export const loaded = () =>
  document.readyState === "complete" ? undefined : new Promise((done) => addEventListener("load", done, { once: true }));

/** The browser has had the time to do what else is to be done. */
export const yieldToMain = () => globalThis.scheduler?.yield?.() ?? new Promise((done) => setTimeout(done));

/** The language of the page around an element. */
export function pageLanguage(element) {
  return element.parentElement?.closest("[lang]")?.getAttribute("lang") ?? undefined;
}

/** An address without its fragment. */
export const pageOf = (address) => address.split("#")[0];

/** Whether a click does what a click does: no other button, and no key that opens a tab, a window or a download. */
export const isPlainClick = (event) => !(event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);

/** What is open above the page; nothing in browsers that know no popovers. */
export const OPEN = globalThis.CSS?.supports("selector(:popover-open)") ? ":popover-open" : ":not(*)";
