// The static HTML of an explainer: where it is, and its items.

import { plainOf } from "./adopt.js";
import { ITEM, articleIn } from "./contract.js";
import { SHEET, stylesheet } from "./looks.js";

export class Content {
  /** What the static HTML is in: a child of the shadow root, or of the element. */
  place;
  /** Whether it is a child of the element. */
  isLight = false;
  /** Whether it was prerendered. */
  isPrerendered = false;
  /** Whether something else is asked for now than what it says. */
  isStale = false;
  /** The plain HTML that shows until something is rendered. */
  plain;
  #element;

  constructor(element) {
    this.#element = element;
  }

  /** What the fragments of its items begin with. */
  get prefix() {
    return `${this.#element.id || "explainer"}-`;
  }

  /** What the ids of its items begin with. */
  get idPrefix() {
    return this.isLight ? this.prefix : "";
  }

  /** The root element of the static HTML, null where nothing was prerendered or rendered. */
  get article() {
    return this.place ? articleIn(this.place) : null;
  }

  /** Where events of the static HTML are heard. */
  get root() {
    return this.isLight ? this.#element : this.#element.shadowRoot;
  }

  /** Whether what the page wrote inside the element shows. */
  get isEmpty() {
    return this.place.firstChild?.localName === "slot";
  }

  /** Finds the static HTML: in the page, or in a shadow root, which is made where there is neither. */
  prepare(hasDocument) {
    const element = this.#element;
    const template = element.querySelector(":scope > template[shadowrootmode]");
    const inPage = element.querySelector(":scope > .mount");
    // A sanitizer may have taken a shadow root apart: its ids are others.
    const isWhole = inPage && articleIn(inPage) && !inPage.querySelector(`[${ITEM}]:not([id^="${CSS.escape(this.prefix)}"])`);
    if (isWhole && !this.isStale && !hasDocument && !template) {
      this.place = inPage;
      this.isLight = this.isPrerendered = true;
      return;
    }
    // What is in the page shows until something else is rendered.
    if (inPage) this.plain = inPage;
    if (this.isLight) this.place = undefined;
    this.isLight = false;
    const isFirst = !this.place;
    const root = element.shadowRoot ?? element.attachShadow({ mode: "open", clonable: true, serializable: true });
    if (template) {
      // Scripts that write HTML leave the template behind as it is.
      root.replaceChildren(template.content);
      template.remove();
    }
    if (!root.querySelector(SHEET)) root.prepend(stylesheet());
    this.place = root.querySelector(".mount");
    this.plain ??= plainOf(element);
    if (!this.place) {
      this.place = document.createElement("div");
      this.place.className = "mount";
      root.append(this.place);
    }
    if (isFirst && hasDocument) this.place.replaceChildren();
    if (isFirst || template) this.isPrerendered = Boolean(this.article);
    // Until something is rendered, what the page wrote inside the element shows.
    if (!this.place.firstChild) this.place.append(document.createElement("slot"));
  }

  /** Removes what shows another document than the one that is asked for now. */
  clear() {
    this.isPrerendered = false;
    this.place?.replaceChildren();
    if (this.isLight) {
      this.place.remove();
      this.place = undefined;
      this.isLight = false;
    }
    this.plain?.remove();
    this.plain = undefined;
  }

  /** All <details>, those of plain HTML where this shows. */
  details() {
    return (this.plain?.parentNode ?? this.place)?.querySelectorAll("details") ?? [];
  }

  /** The item with an id, null where there is none. A person may have the id of an issue or event, which comes first. */
  find = (id) => {
    const named = (name) => {
      const inPage = (this.isLight ? this.place : this.plain)?.querySelector(`#${CSS.escape(this.prefix + name)}`);
      return (this.isLight ? null : this.#element.shadowRoot?.getElementById(name)) ?? inPage ?? null;
    };
    return named(id) ?? named(`_person-${id}`);
  };

  /** The id of an item, without what it begins with in the page. */
  idOf(item) {
    return item.id.startsWith(this.idPrefix) ? item.id.slice(this.idPrefix.length) : item.id;
  }
}
