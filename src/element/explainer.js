// The custom element <article-explainer>: finds what to show, answers the controls that need no WebAssembly, and loads the widget.
//
// The text comes first: what was prerendered into a declarative shadow root stays as it is, with the widget and without it. The
// widget is loaded when the reader comes near, and once for all elements.

import { act, offer } from "./actions.js";
import { handOver, keepPlace, plainOf, takeIn } from "./adopt.js";
import { ARTICLE, CHOICE, FILTER, FIRST, ITEM, VERSION, articleIn, clear } from "./contract.js";
import { regret } from "./failed.js";
import { canBeChosen, choose, openItems, reveal } from "./items.js";
import { pressed, touched } from "./keys.js";
import { ExplainerError, FALL_BACK, expectAlive, live, loadText, loadWidget, loadWords, read } from "./load.js";
import { SHEET, stylesheet, watch } from "./looks.js";
import { whenWanted } from "./near.js";
import { breath, pageLanguage, parsed } from "./page.js";
import { Places, idIn } from "./places.js";
import { REFLECTED, reflect } from "./reflected.js";

/** How long, in milliseconds, the widget may take before the page is told that it has not come. It is awaited all the same. */
const PATIENCE = 30_000;

/** On a server there are no elements, and the import does nothing. */
const Base = globalThis.HTMLElement ?? class {};

class ArticleExplainer extends Base {
  static observedAttributes = ["src", "lang", "heading-level", "header", "open", "hydrate", "deep-links", "id", "ready"];

  /** The widget's handle while the element is in the page. */
  #mounted;
  /** The place of the static HTML: in the shadow root, or a child of the element. */
  #place;
  /** Whether it is a child of the element. */
  #isLight = false;
  /** Whether the static HTML was prerendered. */
  #isPrerendered = false;
  /** Whether it says something else than what is asked for now. */
  #isStale = false;
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
  /** Which <details> were last known to be open. */
  #known = new WeakMap();
  /** Where the reader has been, by the page's history. */
  #places;
  /** Whether the page's hash has been followed since the HTML is there. */
  #isFollowed = false;

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
    // A clone has the attributes of an element that is ready, and nothing mounted.
    if (name === "ready") {
      if (after !== null && !this.#mounted) this.removeAttribute("ready");
      return;
    }
    if (before === after || !this.isConnected || this.#start === 0) return;
    if (name === "open") return openItems(after, this.#find);
    // Once the widget is on its way there is nothing to wait for.
    if (name === "hydrate" && !this.#begin) return;
    if (name === "src") this.#forget();
    // The HTML that is there is readable, and says something else than what is asked for now.
    else if (name !== "hydrate" && name !== "deep-links") this.#isStale = true;
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
    if (!this.#place || !articleIn(this.#place) || this.#isStale) await this.#settled;
    return this.#reveal(String(id));
  }

  /** Opens every issue. */
  expandAll() {
    for (const details of this.#details()) details.open = true;
  }

  /** Closes every issue. */
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
      this.#expectVersion();
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
      if (this.#isStale || !articleIn(this.#place)) {
        const json = await this.#document();
        const module = await loading;
        // Starting the program, reading and rendering are tasks of their own, so that the reader's own acts need not wait for all.
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
        await this.#render(article, lang, words, current);
      }
      const { mount, sheet } = await loading;
      await breath();
      if (!current()) return;
      expectAlive();
      const root = this.#place.getRootNode();
      if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
      await new Promise((ready) => {
        live.add(this);
        this.#mounted = mount(articleIn(this.#place), this.#isLight ? this.#prefix : "", this.#prefix, ready);
      });
      await breath();
      if (current() && this.#mounted) this.#ready();
    } catch (error) {
      if (current()) this[FALL_BACK](error, isTold);
    } finally {
      clearTimeout(late);
    }
  }

  /** Renders a document, once: what is in the page is a copy, which belongs to nobody but the browser. */
  async #render(article, lang, words, current) {
    const handed = this.#plain && handOver(this.#plain, this.#prefix, this.#isAimedAt());
    live.add(this);
    let rendering;
    const rendered = await new Promise((done) => (rendering = article.render(this, lang, words, done)));
    // Something else was asked for meanwhile, in another language perhaps.
    if (!current()) return rendering.destroy();
    // Where the page asks for an item, the reader is led there again; else they stay where they are.
    this.#isFollowed = Boolean(handed) && !this.#isAimedAt();
    this.#place.replaceChildren(...rendered.cloneNode(true).childNodes);
    this.#isStale = this.#isPrerendered = false;
    rendering.destroy();
    this.#begun();
    handed?.(this.shadowRoot);
  }

  /** Notes what is open, and follows the page's hash. */
  #begun() {
    for (const details of this.#details()) this.#known.set(details, details.open);
    this.#places ??= new Places(this.#prefix);
    if (this.#isFollowed || this.#isStale || !articleIn(this.#place)) return;
    this.#isFollowed = true;
    this.#follow();
  }

  /** Follows the page's hash. Back and forward lead to where the reader was: the browser scrolls there itself. */
  #follow = (event) => {
    const article = this.#place && articleIn(this.#place);
    if (!article || this.getAttribute("deep-links") === "off") return;
    const id = idIn(location.hash, this.#prefix);
    const place = this.#places.current;
    if (place === undefined) {
      if (id !== undefined) this.#reveal(id);
      return;
    }
    const item = id === undefined ? null : this.#find(id);
    // A page that is loaded again has what was chosen, not what was open.
    if (event && item) openItems(id, this.#find);
    choose(article, canBeChosen(item) ? id : null);
    this.#places.returnTo(place);
  };

  #reveal(id) {
    if (!reveal(id, this.#find)) return false;
    this.#tell("explainer-reveal", { id, hash: `#${this.#prefix}${id}` });
    return true;
  }

  /** Fails where the HTML is of another version of the contract than this script: its text and all that needs no widget stay. */
  #expectVersion() {
    const version = articleIn(this.#place)?.getAttribute(ARTICLE) ?? VERSION;
    if (version === VERSION) return;
    const what = `The HTML is of version ${version} and this script of version ${VERSION}`;
    throw new ExplainerError("version", `${what}; prerender the page again, or load the script of the same release`);
  }

  /** Finds the static HTML: in the page, or in a shadow root, which is made where there is neither. */
  #prepare() {
    const template = this.querySelector(":scope > template[shadowrootmode]");
    const inPage = this.querySelector(":scope > .mount");
    // A sanitizer may have taken a shadow root apart: its ids are others.
    const isWhole = inPage && articleIn(inPage) && !inPage.querySelector(`[id]:not([id^="${CSS.escape(this.#prefix)}"])`);
    const isFirst = !this.#place;
    if (isWhole && !this.#isStale && this.#article === undefined && !template) {
      this.#place = inPage;
      this.#isLight = true;
      this.#isPrerendered = Boolean(articleIn(inPage));
      if (isFirst) this.#watch();
    } else {
      // What is in the page shows until something else is rendered.
      if (inPage) this.#plain = inPage;
      if (this.#isLight) this.#place = undefined;
      this.#isLight = false;
      this.#prepareShadow(template, isFirst);
    }
    this.#begun();
    const root = this.#isLight ? this : this.shadowRoot;
    // The same function is not added twice.
    root.addEventListener("click", this.#clicked, true);
    root.addEventListener("toggle", this.#toggled, true);
    root.addEventListener("change", this.#changed);
    root.addEventListener("keydown", this.#pressed);
    for (const type of ["touchstart", "touchend"]) root.addEventListener(type, this.#touched, { passive: true });
    addEventListener("hashchange", this.#follow);
    document.addEventListener("selectionchange", this.#selected);
  }

  #prepareShadow(template, isFirst) {
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    if (template) {
      // Scripts that write HTML leave the template behind as it is.
      root.replaceChildren(template.content);
      template.remove();
    }
    if (!root.querySelector(SHEET)) root.prepend(stylesheet());
    this.#place = root.querySelector(".mount");
    this.#plain ??= plainOf(this);
    if (!this.#place) {
      this.#place = document.createElement("div");
      this.#place.className = "mount";
      root.append(this.#place);
    }
    if (isFirst && this.#article !== undefined) this.#place.replaceChildren();
    if (isFirst || template) this.#isPrerendered = Boolean(articleIn(this.#place));
    // Until something is rendered, what the page wrote inside the element shows.
    if (!this.#place.firstChild) this.#place.append(document.createElement("slot"));
    if (isFirst) this.#watch();
    if (this.#plain) openItems(this.getAttribute("open"), this.#find);
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
      this.#begin = whenWanted(this, this.#isLight ? this : this.shadowRoot, when, hasText, () => this.#isAimedAt(), begun);
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

  /** The article as text: from a script, from `src`, or undefined for the built-in one. */
  async #document() {
    if (this.#article !== undefined) return this.#article;
    const src = this.getAttribute("src");
    if (src === null) return undefined;
    try {
      return await loadText(new URL(src, this.baseURI).href);
    } catch (error) {
      throw new ExplainerError("document", `The document ${src} could not be loaded: ${error.message}`);
    }
  }

  #ready() {
    this.#settle();
    this.toggleAttribute("ready", true);
    this.#tell("explainer-ready", { hydrated: this.#isPrerendered });
  }

  #again() {
    this.#takeOut();
    this.#show();
  }

  #takeOut() {
    this.#start++;
    removeEventListener("hashchange", this.#follow);
    document.removeEventListener("selectionchange", this.#selected);
    this.#begin?.();
    this.#begin = undefined;
    this.#settle?.();
    const mounted = this.#mounted;
    this.#mounted = undefined;
    mounted?.destroy();
    this.#unmounted();
  }

  /** Lets go of what shows another document than the one that is asked for now. */
  #forget() {
    this.#takeOut();
    this.#isPrerendered = this.#isFollowed = false;
    this.#place?.replaceChildren();
    if (this.#isLight) {
      this.#place.remove();
      this.#place = undefined;
      this.#isLight = false;
    }
    this.#plain?.remove();
    this.#plain = undefined;
  }

  /** Leaves the static HTML as it was without the widget. */
  #unmounted() {
    live.delete(this);
    this.toggleAttribute("ready", false);
    const article = this.#place && articleIn(this.#place);
    if (article) clear(article);
  }

  /** Gives up on comfort and keeps the text: what was prerendered, or what the page wrote inside the element. */
  [FALL_BACK]({ code = "widget", message }, isTold) {
    this.#settle?.();
    // What has panicked is not called any more, not even to be freed.
    this.#mounted = undefined;
    this.#unmounted();
    if (this.#place && this.#isEmpty() && !this.#plain) regret(this, this.#place);
    if (!isTold) this.#complain(code, message);
  }

  #complain(code, message) {
    console.error(`<article-explainer>: ${message}`);
    this.#tell("explainer-error", { code, message });
  }

  #details() {
    return (this.#plain?.parentNode ?? this.#place)?.querySelectorAll("details") ?? [];
  }

  /** The item with an id, null where there is none. A person may have the id of an issue or event, which comes first. */
  #find = (id) => {
    const named = (name) => {
      const inPage = (this.#isLight ? this.#place : this.#plain)?.querySelector(`#${CSS.escape(this.#prefix + name)}`);
      return (this.#isLight ? null : this.shadowRoot?.getElementById(name)) ?? inPage ?? null;
    };
    return named(id) ?? named(`_person-${id}`);
  };

  #clicked = (event) => {
    const clicked = event.target;
    // The links of plain HTML lead to their items by themselves.
    if (!this.#place.contains(clicked) || this.#plain?.contains(clicked)) return;
    if (act(clicked, event)) return;
    const details = clicked.closest("summary")?.parentElement;
    if (details?.id && !clicked.closest("a, button")) {
      const goes = this.#tell("explainer-before-toggle", { id: this.#idOf(details), open: !details.open }, true);
      if (!goes) event.preventDefault();
    }
    const period = clicked.closest(`[${FIRST}]`);
    if (period) requestAnimationFrame(() => this.#showPeriod(Number(period.getAttribute(FIRST))));
    const link = clicked.closest("a[href^='#']");
    const prefix = `#${this.#prefix}`;
    const fragment = link?.getAttribute("href");
    if (!fragment?.startsWith(prefix) || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (!this.#find(fragment.slice(prefix.length))) return;
    if (this.getAttribute("deep-links") !== "off") this.#places.leave(link, fragment);
    this.#reveal(fragment.slice(prefix.length));
  };

  /** Scrolls the list of events to the first of a period. */
  #showPeriod(first) {
    this.#place.querySelectorAll(`[${ITEM}=event]`)[first]?.scrollIntoView({ block: "nearest" });
  }

  /** The id of an item, without what it begins with in the page. */
  #idOf(item) {
    return this.#isLight ? item.id.slice(this.#prefix.length) : item.id;
  }

  #changed = (event) => {
    const radio = event.target;
    if (!radio.matches(`input[name$="${FILTER}"]`) || !this.#place.contains(radio)) return;
    const id = radio.getAttribute(CHOICE);
    // The reader's own choice is kept in the address, unless that is the page's own.
    const isOurs = location.hash === "" || idIn(location.hash, this.#prefix) !== undefined;
    if (event.isTrusted && isOurs && this.getAttribute("deep-links") !== "off") this.#places.note(id === null ? "" : `#${this.#prefix}${id}`);
    this.#tell("explainer-select", { id });
  };

  #pressed = (event) => {
    const article = articleIn(this.#place);
    if (!article?.contains(event.target)) return;
    if (event.key === "/") this.#begin?.();
    pressed(event, article);
  };

  #touched = (event) => touched(event);

  #selected = () => {
    const article = this.#place && articleIn(this.#place);
    if (article) offer(article, this.#place.getRootNode(), this.#prefix);
  };

  #toggled = (event) => {
    const details = event.target;
    if (!details.matches(`details[${ITEM}]`) || !this.#place.contains(details) || this.#known.get(details) === details.open) return;
    this.#known.set(details, details.open);
    this.#tell("explainer-toggle", { id: this.#idOf(details), open: details.open });
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
