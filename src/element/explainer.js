// The custom element <article-explainer>: finds what to show, lends it a place in a shadow root, and loads the widget.
//
// The text comes first: what was prerendered into a declarative shadow root stays as it is until the widget takes it
// over, and comes back if the widget fails. The widget is loaded when the reader comes near, and once for all elements.

import { hideIslands, structure } from "./islands.js";
import { handOver, keepPlace, plainOf, takeIn } from "./adopt.js";
import { ExplainerError, FAILED, FALL_BACK, expectAlive, live, loadText, loadWidget, loadWords, read } from "./load.js";
import { SHEET, restyle, stylesheet, watch } from "./looks.js";
import { emptyPlace, lend } from "./lend.js";
import { whenWanted } from "./near.js";
import { breath, pageLanguage, parsed } from "./page.js";
import { REFLECTED, reflect } from "./reflected.js";

/** How long, in milliseconds, the widget may take before the page is told that it has not come. It is awaited all the same. */
const PATIENCE = 30_000;

/** On a server there are no elements, and the import does nothing. */
const Base = globalThis.HTMLElement ?? class {};

class ArticleExplainer extends Base {
  static observedAttributes = ["src", "lang", "heading-level", "open", "hydrate", "deep-links", "id"];

  /** The widget's handle while the element is in the page. */
  #mounted;
  /** Frees what the widget leaves behind when it goes. */
  #release;
  /** The place of the widget in the shadow root. */
  #place;
  /** That place as it was prerendered. Hydration uses it up, and the element may be put into the page again. */
  #pristine;
  /** The plain HTML that stands in the page until the widget does. */
  #plain;
  /** Counts the starts; whoever waited and is no longer the last gives up. */
  #start = 0;
  /** The document that a script handed over, as JSON. */
  #article;
  /** Ends the wait for the reader, and tells whoever asks when the widget is there, or will not be. */
  #begin;
  #settled;
  #settle;
  /** Whether an item has been asked for, which may be before there is a wait to end. */
  #isAsked = false;
  /** Whether the widget has had a hand in the place. */
  #isTouched = false;
  /** Which <details> were last known to be open. */
  #known = new WeakMap();

  connectedCallback() {
    // A framework may have set a property before the element was defined.
    for (const property of [...Object.keys(REFLECTED), "article"]) {
      if (!Object.hasOwn(this, property)) continue;
      const value = this[property];
      delete this[property];
      this[property] = value;
    }
    // A move is a disconnect and a connect: what is still mounted stays.
    if (!this.#mounted) this.#show();
  }

  disconnectedCallback() {
    queueMicrotask(() => {
      if (!this.isConnected) this.#takeOut();
    });
  }

  attributeChangedCallback(name, before, after) {
    if (before === after || !this.isConnected || this.#start === 0) return;
    if (name === "open") return this.#openAll(after);
    // Once the widget is on its way there is nothing to wait for.
    if (name === "hydrate" && !this.#begin) return;
    // What was prerendered is of another document than the one that is asked for now.
    if (name === "src") this.#forget();
    this.#again();
  }

  /** The document itself, as an object or as JSON, in place of `src`; undefined where there is none. */
  get article() {
    return this.#article === undefined ? undefined : JSON.parse(this.#article);
  }

  set article(article) {
    this.#article = typeof article === "string" || article == null ? (article ?? undefined) : JSON.stringify(article);
    if (this.#start === 0 || !this.isConnected) return;
    this.#forget();
    this.#again();
  }

  /** Whether the explainer answers to its reader. */
  get ready() {
    return this.hasAttribute("ready");
  }

  /** Opens, scrolls to and focuses an item. Resolves to false where there is none of this id. */
  async reveal(id) {
    this.#isAsked = true;
    this.#begin?.();
    await this.#settled;
    return this.#mounted ? this.#mounted.reveal(String(id)) : this.#jump(String(id));
  }

  /** Opens every issue and every answer. */
  expandAll() {
    for (const details of this.#details()) details.open = true;
  }

  /** Closes every issue and every answer. */
  collapseAll() {
    for (const details of this.#details()) details.open = false;
  }

  async #show() {
    const start = ++this.#start;
    const current = () => start === this.#start && this.isConnected;
    this.#settled = new Promise((done) => (this.#settle = done));
    let late;
    let isTold = false;
    let awaited = ["widget", "The explainer's program"];
    try {
      await parsed();
      if (!current()) return;
      if (plainOf(this)) keepPlace(() => this.#prepare());
      else this.#prepare();
      await this.#wanted();
      if (!current()) return;
      late = setTimeout(() => {
        if (!current()) return;
        isTold = true;
        const [code, what] = awaited;
        this.#complain(code, `${what} has not come within ${PATIENCE / 1000} s; it is still awaited`);
      }, PATIENCE);
      const loading = loadWidget();
      // A failure is said below; it may come while the document is still awaited.
      loading.then(() => (awaited = ["document", `The document ${this.getAttribute("src")}`]), () => {});
      const json = await this.#document();
      const module = await loading;
      // Starting the program, reading, rendering, and every part that is taken over by itself are tasks of their own, so that the
      // reader's own acts need not wait for all.
      await breath();
      if (!current()) return;
      expectAlive();
      const article = read(module, json);
      const lang = article.language(this.getAttribute("lang"), pageLanguage(this));
      awaited = ["widget", `The file of the explainer's words in ${lang}`];
      const words = await loadWords(lang);
      await breath();
      if (!current()) return article.free();
      expectAlive();
      const handed = this.#plain && handOver(this.#plain, this.#prefix, this.#isAimedAt());
      let showIslands;
      await new Promise((ready) => {
        const notify = (type, id, hash) => {
          if (type === "ready") return ready();
          if (current()) this.#tell(`explainer-${type}`, type === "reveal" ? { id, hash } : { id });
        };
        this.#isTouched = true;
        // The page keeps its height while one text gives way to the other: else it would be scrolled to where it ends meanwhile.
        this.#place.style.minHeight = `${this.#place.offsetHeight}px`;
        this.#release = lend(this.#place, module.exports);
        showIslands = hideIslands(this.#place);
        this.#mounted = article.mount(this, this.#place, lang, words, notify, structure);
        live.add(this);
      });
      showIslands();
      if (!current()) return;
      this.#place.style.removeProperty("min-height");
      handed?.(this.shadowRoot);
      do await breath();
      while (current() && this.#mounted?.wake());
      if (current() && this.#mounted) this.#ready();
    } catch (error) {
      if (current()) this[FALL_BACK](error, isTold);
    } finally {
      clearTimeout(late);
    }
  }

  /** Makes the shadow root ready: adopts what was prerendered, or begins an empty one. */
  #prepare() {
    const template = this.querySelector(":scope > template[shadowrootmode]");
    const isFirst = !this.#pristine;
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    if (template) {
      // Scripts that write HTML leave the template behind as it is.
      root.replaceChildren(template.content);
      template.remove();
    }
    if (!root.querySelector(SHEET)) root.prepend(stylesheet());
    this.#place = root.querySelector(".mount");
    this.#pristine ??= this.#place?.cloneNode(true) ?? emptyPlace();
    this.#plain ??= plainOf(this);
    if (!this.#place) root.append((this.#place = this.#pristine.cloneNode(true)));
    if (isFirst) this.#watch();
    if (this.#plain) this.#openAll(this.getAttribute("open"));
    for (const details of this.#details()) this.#known.set(details, details.open);
    // The same function is not added twice.
    root.addEventListener("click", this.#clicked, true);
    root.addEventListener("toggle", this.#toggled, true);
  }

  /** Tells the page where the stylesheet can't be had. */
  #watch() {
    const loaded = () => {
      // WebKit waits for stylesheets before it goes to what the hash names, and may forget about it.
      if (this.#plain && scrollY === 0 && this.#isAimedAt()) this.#plain.querySelector(":target")?.scrollIntoView();
    };
    watch(this.#place, loaded, (address) => this.#complain("style", `The stylesheet ${address} could not be loaded`));
  }

  /** Waits until the reader comes near, means to use the element, or whatever else its `hydrate` says. */
  #wanted() {
    const when = this.getAttribute("hydrate");
    if (when === "now" || this.#isAsked || this.#isAimedAt()) return undefined;
    const hasText = !this.#isEmpty() || Boolean(this.#plain);
    return new Promise((done) => {
      const begun = () => {
        this.#begin = undefined;
        done();
      };
      this.#begin = whenWanted(this, when, hasText, () => this.#isAimedAt(), begun);
    });
  }

  /** What the page's hash begins with where it names an item. */
  get #prefix() {
    return `${this.id || "explainer"}-`;
  }

  /** Whether the page is asked for an item of this element. */
  #isAimedAt() {
    return this.getAttribute("deep-links") !== "off" && location.hash.startsWith(`#${this.#prefix}`);
  }

  /** Whether nothing was prerendered, so that what the page wrote inside the element shows. */
  #isEmpty() {
    return this.#place.firstChild?.localName === "slot";
  }

  /** The article as text: from a script, from the page itself, from `src`, or undefined for the built-in one. */
  async #document() {
    if (this.#article !== undefined) return this.#article;
    const src = this.getAttribute("src");
    const block = this.shadowRoot.querySelector('script[type="application/json"]');
    if (block && block.dataset.src === src) return block.textContent;
    if (src === null) return undefined;
    try {
      return await loadText(new URL(src, this.baseURI).href);
    } catch (error) {
      throw new ExplainerError("document", `The document ${src} could not be loaded: ${error.message}`);
    }
  }

  #ready() {
    this.#settle();
    for (const details of this.#details()) this.#known.set(details, details.open);
    const hydrated = this.#mounted?.hydrated ?? false;
    if (!hydrated) restyle(this.shadowRoot);
    this.toggleAttribute("ready", true);
    this.#tell("explainer-ready", { hydrated });
  }

  #again() {
    this.#takeOut();
    this.#show();
  }

  #takeOut() {
    this.#start++;
    this.#begin?.();
    this.#begin = undefined;
    this.#settle?.();
    this.#mounted?.destroy();
    this.#release?.();
    this.#release = this.#mounted = undefined;
    live.delete(this);
    this.toggleAttribute("ready", false);
    this.#restore();
  }

  /** Lets go of what shows another document than the one that is asked for now. */
  #forget() {
    this.#pristine = emptyPlace();
    this.#isTouched = true;
    this.#plain?.remove();
    this.#plain = undefined;
  }

  /** Puts the place back as it was prerendered, or the plain HTML back where it was. */
  #restore() {
    if (!this.#pristine || !this.#place || !this.#isTouched) return;
    this.#isTouched = false;
    if (this.#plain?.parentNode === null) this.append(this.#plain);
    const fresh = this.#pristine.cloneNode(true);
    this.#place.replaceWith(fresh);
    this.#place = fresh;
  }

  /** Gives up on comfort and keeps the text: what was prerendered, or what the page wrote inside the element. */
  [FALL_BACK]({ code = "widget", message }, isTold) {
    this.#settle?.();
    const open = [...this.#details()].filter((details) => details.open && details.id).map((details) => details.id);
    // What has panicked is not called any more, not even to be freed.
    this.#release = this.#mounted = undefined;
    live.delete(this);
    this.toggleAttribute("ready", false);
    this.#restore();
    this.#openAll(open.join(" "));
    if (this.#place && this.#isEmpty() && !this.#plain) this.#regret();
    if (!isTold) this.#complain(code, message);
  }

  /** Tells the reader, where there is nothing to read, that this is so; why, the developer hears. */
  async #regret() {
    const place = this.#place;
    const note = document.createElement("p");
    note.className = "error";
    note.setAttribute("role", "alert");
    const words = await loadWords(this.getAttribute("lang") ?? pageLanguage(this) ?? "en");
    note.textContent = words?.failed ?? FAILED;
    place.prepend(note);
  }

  #complain(code, message) {
    console.error(`<article-explainer>: ${message}`);
    this.#tell("explainer-error", { code, message });
  }

  #details() {
    return (this.#plain?.parentNode ?? this.shadowRoot)?.querySelectorAll("details[id]") ?? [];
  }

  /** Opens items and what holds them; what is none of the explainer's is left alone. Returns the last of them. */
  #openAll(list) {
    let item = null;
    for (const id of (list ?? "").split(/\s+/).filter(Boolean)) {
      item = this.shadowRoot?.getElementById(id) ?? this.#plain?.querySelector(`#${CSS.escape(this.#prefix + id)}`) ?? null;
      for (let at = item?.closest("details"); at; at = at.parentElement?.closest("details")) at.open = true;
    }
    return item;
  }

  /** Shows an item without the widget's help: links lead to it before the widget is there, and where it can't be. */
  #jump(id) {
    const item = this.#openAll(id);
    item?.scrollIntoView();
    (item?.querySelector("summary, a") ?? item)?.focus({ preventScroll: true });
    return item !== null;
  }

  #clicked = (event) => {
    const clicked = event.target;
    // The links of plain HTML lead to their items by themselves.
    if (this.contains(clicked)) return;
    const details = clicked.closest("summary")?.parentElement;
    if (details?.id && !clicked.closest("a, button")) {
      const goes = this.#tell("explainer-before-toggle", { id: details.id, open: !details.open }, true);
      if (!goes) event.preventDefault();
    }
    const fragment = clicked.closest("a[href^='#']")?.getAttribute("href");
    const prefix = `#${this.#prefix}`;
    if (this.#mounted || !fragment?.startsWith(prefix) || event.button || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (!this.#jump(fragment.slice(prefix.length)) || this.getAttribute("deep-links") === "off") return;
    // The marks are the widget's (`reveal/places.rs`): where it finds them it does not scroll again.
    const mark = (place) => ({ ...history.state, explainer: `${prefix.slice(1, -1)} ${place}` });
    history.replaceState(mark(0), "");
    history.pushState(mark(1), "", location.href.split("#")[0] + fragment);
  };

  #toggled = (event) => {
    const details = event.target;
    if (this.contains(details) || !details.id || this.#known.get(details) === details.open) return;
    this.#known.set(details, details.open);
    this.#tell("explainer-toggle", { id: details.id, open: details.open });
  };

  #tell(type, detail, cancelable = false) {
    return this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable }));
  }
}

reflect(ArticleExplainer.prototype);

if (globalThis.customElements && !customElements.get("article-explainer")) {
  customElements.define("article-explainer", ArticleExplainer);
}

/** Takes in the explainers that stand in the page as plain HTML; for pages that put some in later. */
export const adopt = () => takeIn([...Object.values(REFLECTED), "id", "lang"]);

if (globalThis.customElements) Promise.resolve(parsed()).then(adopt);
