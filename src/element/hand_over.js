// From plain HTML to what is rendered in its place: what the reader did meanwhile. A part of the script of the full module.

import { keepPlace } from "./adopt.js";

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
