// Plain HTML in the page becomes the content of an element. A part of the script of the controls, so that other pages need not load it.

import { PLAIN, keepPlace } from "./adopt.js";

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
    // The whole address: a page may have a <base>.
    const aim = () => location.replace(location.href);
    if (isThere) keepPlace(aim);
    else aim();
  }
}
