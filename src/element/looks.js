// The looks of a shadow root: a stylesheet from a file beside the script, or inside the page.

import { CSS } from "addresses";
import { CHECKED } from "./modules.js";

/** Where they are in a shadow root. */
export const SHEET = "link[rel=stylesheet], style";

/** A stylesheet for a shadow root that has none. */
export function stylesheet() {
  const sheet = document.createElement("link");
  return Object.assign(sheet, { rel: "stylesheet", href: CSS, integrity: CHECKED.CSS ?? "", crossOrigin: "anonymous" });
}

/** Calls `loaded` when a file has come, and `report` with its address where it can't be had, before this script came or later. */
export function watch(place, loaded, report) {
  const root = place.getRootNode();
  if (root === document) {
    // A page that has the HTML in itself has the stylesheet, too.
    if (isBare(place)) document.head.append(Object.assign(stylesheet(), { onload: loaded, onerror: ({ target }) => report(target.href) }));
    return;
  }
  let link = root.querySelector(SHEET);
  if (link.localName === "style") {
    if (!isBare(place)) return;
    // The page's policy does not allow what stands in the page; it may allow a file.
    const file = stylesheet();
    link.replaceWith(file);
    link = file;
  }
  link.onload = loaded;
  // One that has failed has a sheet, too: an empty one.
  if (!link.sheet) link.onerror = () => report(link.href);
  else if (isBare(place)) report(link.href);
}

/** Whether the stylesheet has not been applied. */
const isBare = (place) => getComputedStyle(place).containerName !== "explainer";
