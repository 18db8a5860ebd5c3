// Islands, which bear stamps of their own: they stay as they were prerendered until the widget takes them over one by one.

/** Elements that hold nothing and have no end tag. */
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

/** Hides from the widget what is in islands while it takes over the rest, and returns what shows it again. */
export function hideIslands(place) {
  const islands = place.querySelectorAll("[data-stamp]");
  // Yew begins with the first child (yew 0.23, `dom_bundle/fragment.rs`). All else in the page is about other properties.
  for (const each of islands) Object.defineProperty(each, "firstChild", { configurable: true, value: null });
  return () => islands.forEach((each) => delete each.firstChild);
}

/** The tags and comments below an element in their order, as `stamp.rs` finds them in HTML. */
export function structure(element) {
  let found = "";
  for (const node of element.childNodes) {
    if (node.nodeType === Node.COMMENT_NODE) found += `!${node.data}`;
    if (node.nodeType !== Node.ELEMENT_NODE) continue;
    const name = node.localName.toLowerCase();
    found += `<${name}`;
    if (VOID.test(name)) continue;
    if (!node.hasAttribute("data-stamp")) found += structure(node);
    found += `</${name}`;
  }
  return found;
}
