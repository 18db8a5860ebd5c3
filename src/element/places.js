// The page's hash and history: items that were followed to, and the links that were left.
//
// An entry of the history is marked in its state, beside what the page keeps there, with the explainer's anchor and a number. The hash is
// written as the reader's own navigation would, so that Back leads back.

import { pageOf } from "./page.js";

const KEY = "explainer";

const address = (fragment) => pageOf(location.href) + fragment;

export class Places {
  /** The links that the reader followed, each at the number of the entry from which it was left. */
  #left = [];
  #anchor;

  constructor(anchor) {
    this.#anchor = anchor;
  }

  /** The number of the current entry, where this explainer marked it. */
  get current() {
    const [anchor, place] = String(history.state?.[KEY] ?? "").split(" ");
    return anchor === this.#anchor && /^\d+$/.test(place) ? Number(place) : undefined;
  }

  #marked(place) {
    const state = history.state;
    return { ...(typeof state === "object" ? state : {}), [KEY]: `${this.#anchor} ${place}` };
  }

  /** Marks the entry that the reader leaves by a link, and makes the next one. */
  leave(link, fragment) {
    // The same place again is no other one.
    if (idIn(fragment, "") === idIn(location.hash, "")) return;
    const here = this.current ?? this.#left.length;
    // What lay ahead of here is gone with the new entry.
    this.#left.length = here;
    this.#left.push(link);
    this.#write(() => {
      history.replaceState(this.#marked(here), "");
      history.pushState(this.#marked(here + 1), "", address(fragment));
    });
  }

  /** Writes what is chosen into the current entry; an empty fragment takes it out. */
  note(fragment) {
    this.#write(() => history.replaceState(this.#marked(this.current ?? this.#left.length), "", address(fragment)));
  }

  /** A page that may not write its history (a sandboxed frame) is none the worse. */
  #write(write) {
    try {
      write();
    } catch {}
  }

  /** Moves the focus to the link by which the reader left an entry, if it is still there. */
  returnTo(place) {
    const link = this.#left[place];
    link?.focus({ preventScroll: true });
    // The browser scrolls the window back, and not what scrolls inside a page.
    if (link) requestAnimationFrame(() => isSeen(link) || link.scrollIntoView({ block: "center" }));
  }
}

/** Whether nothing that scrolls around a link hides it. */
function isSeen(link) {
  const { top, bottom } = link.getBoundingClientRect();
  for (let at = link.parentElement; at && at !== document.body; at = at.parentElement ?? at.getRootNode().host) {
    const box = at.getBoundingClientRect();
    if (at.scrollHeight > at.clientHeight && at.scrollTop > 0 && (bottom < box.top || top > box.bottom)) return false;
  }
  return bottom > 0 && top < innerHeight;
}

/** The id in a hash, with its `#`, whose fragments begin with `prefix`. */
export function idIn(hash, prefix) {
  let fragment = hash;
  try {
    fragment = decodeURIComponent(hash);
  } catch {}
  return fragment.startsWith(`#${prefix}`) ? fragment.slice(prefix.length + 1) : undefined;
}
