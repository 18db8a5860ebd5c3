// The widget's place in the shadow root: an empty one, and one whose listeners are freed when the widget has left.

/**
 * Lends the widget a place, and returns what frees the listeners that it has left there; `exports` are the program's own.
 *
 * Yew delegates events to the place and never frees what listens (yew 0.23, `dom_bundle/subtree_root.rs`): each closure would
 * keep the tree of an explainer that is long gone. What it let go of is freed here as the glue would have done it.
 */
export function lend(place, exports) {
  const { addEventListener, removeEventListener } = place;
  let left = [];
  place.addEventListener = (type, does, options) => {
    left.push({ type, does, options });
    addEventListener.call(place, type, does, options);
  };
  place.removeEventListener = (type, does, options) => {
    left = left.filter((each) => each.type !== type || each.does !== does);
    removeEventListener.call(place, type, does, options);
  };
  // The widget ends in a microtask, in which it takes off what it has not let go of.
  return () => setTimeout(() => {
    const references = exports.__wbindgen_externrefs;
    for (const { type, does, options } of left.splice(0)) {
      removeEventListener.call(place, type, does, options);
      does._wbg_cb_unref?.();
      for (let at = references.length; at-- > 0; ) {
        if (references.get(at) === does) exports.__externref_table_dealloc(at);
      }
    }
  });
}

/** A place in which nothing was prerendered: until the widget is there it shows what the page wrote inside the element. */
export function emptyPlace() {
  const place = document.createElement("div");
  place.className = "mount";
  place.append(document.createElement("slot"));
  return place;
}
