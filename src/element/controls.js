// What the reader does with static HTML, and what of it needs no WebAssembly.

import { ACTION, CHOICE, FAR, FILTER, FIRST, ITEM } from "./contract.js";
import { canBeChosen, choose, openItems, reveal } from "./items.js";
import { loadTools } from "./modules.js";
import { isPlainClick, pageOf } from "./page.js";
import { Places, idIn } from "./places.js";

/** Whether a link leads to a place of this page. */
const isHere = (link) => link.getAttribute("href").startsWith("#") || pageOf(link.href) === pageOf(location.href);

/** Answers the reader of one element. */
export class Controls {
  #element;
  #content;
  /** Loads the widget, which what the reader does needs. */
  #want;
  /** Which <details> were last known to be open. */
  #known = new WeakMap();
  /** Where the reader has been, by the page's history. */
  #places;

  constructor(element, content, want) {
    this.#element = element;
    this.#content = content;
    this.#want = want;
  }

  /** Listens to the element and the page until `signal` is aborted. */
  listen(signal) {
    const { root } = this.#content;
    root.addEventListener("click", this.#clicked, { capture: true, signal });
    root.addEventListener("toggle", this.#toggled, { capture: true, signal });
    root.addEventListener("change", this.#changed, { signal });
    addEventListener("hashchange", this.follow, { signal });
    this.note();
  }

  /** Fits the static HTML to the page around the element. */
  fit() {
    const { article } = this.#content;
    // Items stand as clear of the window's edge as the page has the element stand.
    const { scrollMarginTop } = getComputedStyle(this.#element);
    if (scrollMarginTop !== "0px") article.style.setProperty("--margin", scrollMarginTop);
  }

  /** Notes what is open now, so that only what changes is told. */
  note() {
    for (const details of this.#content.details()) this.#known.set(details, details.open);
    this.#places ??= new Places(this.#content.prefix);
  }

  get #isLinked() {
    return this.#element.getAttribute("deep-links") !== "off";
  }

  /** The id that the page's hash asks this element for, undefined where it asks for none. */
  get asked() {
    return this.#isLinked ? idIn(location.hash, this.#content.prefix) : undefined;
  }

  /** Follows the page's hash. Back and forward lead to where the reader was: the browser scrolls there itself. */
  follow = (event) => {
    const { article, find } = this.#content;
    if (!article || !this.#isLinked) return;
    const id = this.asked;
    const place = this.#places.current;
    if (place === undefined) {
      if (id !== undefined) this.reveal(id);
      return;
    }
    const item = id === undefined ? null : find(id);
    // A page that is loaded again has what was chosen, not what was open.
    if (event && item) openItems(id, find);
    choose(article, canBeChosen(item) ? id : null);
    this.#places.returnTo(place);
  };

  /** Shows an item. Returns false where there is none of this id. */
  reveal(id) {
    if (!reveal(id, this.#content.find)) return false;
    this.#tell("explainer-reveal", { id, hash: `#${this.#content.prefix}${id}` });
    return true;
  }

  #clicked = (event) => {
    const clicked = event.target;
    const { place, plain, find, prefix } = this.#content;
    // The links of plain HTML lead to their items by themselves.
    if (!place.contains(clicked) || plain?.contains(clicked)) return;
    if (clicked.closest(`[${ACTION}]`)) {
      // Another tab is the browser's to open.
      if (!isPlainClick(event)) return;
      event.preventDefault();
      // What went wrong was told before.
      loadTools().then(({ act }) => act(clicked), () => {});
      return;
    }
    const details = clicked.closest("summary")?.parentElement;
    if (details?.id && !clicked.closest("a, button")) {
      const goes = this.#tell("explainer-before-toggle", { id: this.#content.idOf(details), open: !details.open }, true);
      if (!goes) event.preventDefault();
    }
    const period = clicked.closest(`[${FIRST}]`);
    // Once the list is open, whose events are laid out then.
    if (period) period.popoverTargetElement?.addEventListener("toggle", () => this.#showPeriod(Number(period.getAttribute(FIRST))), { once: true });
    const link = clicked.closest("a[href]");
    const id = link && isHere(link) ? idIn(link.hash, prefix) : undefined;
    if (id === undefined || !isPlainClick(event)) return;
    event.preventDefault();
    if (!find(id)) return;
    if (this.#isLinked) this.#places.leave(link, link.hash);
    this.reveal(id);
  };

  /** Scrolls the list of events to the first of a period, for some frames: what is above may be laid out, or rendered, only now. */
  #showPeriod(first, frames = 9) {
    this.#content.place.querySelectorAll(`[${ITEM}=event]`)[first]?.scrollIntoView({ block: "nearest" });
    if (frames) requestAnimationFrame(() => this.#showPeriod(first, frames - 1));
  }

  #changed = (event) => {
    const radio = event.target;
    const { place, prefix } = this.#content;
    if (!radio.matches(`input[name$="${FILTER}"]`) || !place.contains(radio)) return;
    const id = radio.getAttribute(CHOICE);
    // The passages that bear on it are counted.
    if (id !== null) this.#want();
    // The reader's own choice is kept in the address, unless that is the page's own.
    const isOurs = location.hash === "" || idIn(location.hash, prefix) !== undefined;
    if (event.isTrusted && isOurs && this.#isLinked) this.#places.note(id === null ? "" : `#${prefix}${id}`);
    this.#tell("explainer-select", { id });
  };

  #toggled = (event) => {
    const details = event.target;
    // What bears on such an item the widget marks.
    if (details.matches(`[${FAR}]`)) this.#want();
    if (!details.matches(`details[${ITEM}]`) || !this.#content.place.contains(details) || this.#known.get(details) === details.open) return;
    this.#known.set(details, details.open);
    this.#tell("explainer-toggle", { id: this.#content.idOf(details), open: details.open });
  };

  #tell(type, detail, cancelable = false) {
    return this.#element.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable }));
  }
}
