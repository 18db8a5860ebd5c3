// The events that the reader has come to: the bar of narrow pages names the last, and their stations are lit where the browser can't do
// it by itself.

import { ITEM, LOADER, MARKS, TITLE, WHEN } from "./contract.js";

/** How far down the window one reads. */
const READING_LINE = 0.4;

const isNative = () => CSS.supports("animation-timeline: view()");

/** Follows the reader until `signal` is aborted. */
export function follow(content, signal) {
  const { article } = content;
  const events = [...article.querySelectorAll(`[${ITEM}=event]`)];
  const first = new Map();
  for (const passage of article.querySelectorAll(`[${MARKS}]`)) {
    for (const id of passage.getAttribute(MARKS).split(" ")) if (!first.has(id)) first.set(id, passage);
  }
  const passages = events.map((event) => first.get(content.idOf(event)));
  if (!passages.some(Boolean)) return;
  const dots = article.querySelectorAll(".dots > *");
  const isLighting = !isNative();
  let [frame, last] = [0, undefined];
  const update = () => {
    const line = innerHeight * READING_LINE;
    let [latest, highest] = [undefined, -Infinity];
    for (const [at, passage] of passages.entries()) {
      const top = passage?.isConnected ? passage.getBoundingClientRect().top : line;
      if (top < line && top >= highest) [latest, highest] = [events[at], top];
      if (isLighting) for (const each of [events[at], dots[at]]) each?.classList.toggle("lit", top < line);
    }
    if (last === latest) return;
    last = latest;
    name(article.querySelector(`[${LOADER}=now]`), latest);
  };
  const later = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(update);
  };
  // What scrolls may be an element of the page.
  addEventListener("scroll", later, { capture: true, passive: true, signal });
  signal.addEventListener("abort", () => cancelAnimationFrame(frame));
  later();
}

/** Writes the date and the title of an event, as they are in the page now. */
function name(place, event) {
  if (!place) return;
  const title = event?.querySelector(`[${TITLE}]`);
  const date = event?.querySelector(`time, [${WHEN}]`);
  if (!title) return place.replaceChildren();
  // A new element each time: a translator may have put others in the place of the text inside.
  const [line, bold] = ["span", "b"].map((name) => document.createElement(name));
  bold.textContent = title.textContent.trim();
  for (const attribute of ["lang", "dir"]) if (title.hasAttribute(attribute)) line.setAttribute(attribute, title.getAttribute(attribute));
  line.append(date?.textContent.trim() ?? "", " ", bold);
  place.replaceChildren(line);
}
