// The custom element <article-explainer>: finds what to show, lends it a place in a shadow root, and loads the widget.
//
// The text comes first: what was prerendered into a declarative shadow root stays as it is until the widget takes it
// over, and comes back if the widget fails.

const BASE = new URL("./", import.meta.url);

/** The widget's module, loaded once for all elements of the page; a failure is forgotten, so that a later element tries anew. */
let widget;
/** Set when the widget has panicked: its memory can't be trusted from then on. */
let broken = false;
/** The elements that the widget has hold of. */
const live = new Set();

function loadWidget() {
  widget ??= (async () => {
    const module = await import(new URL("article-explainer.js", BASE).href);
    await module.default({ module_or_path: new URL("article-explainer_bg.wasm", BASE) });
    module.on_panic((message) => {
      broken = true;
      for (const element of [...live]) element.fallBack("panic", message);
    });
    return module;
  })().catch((error) => {
    widget = undefined;
    throw new ExplainerError("widget", `The explainer's program could not be loaded: ${error.message}`);
  });
  return widget;
}

/** The words of the interface by language, each loaded once. */
const catalogues = new Map();

/** Loads the words of a language; undefined where they can't be had: the widget knows the English ones by heart. */
function loadWords(lang) {
  if (lang === "en") return {};
  if (!catalogues.has(lang)) {
    const loading = fetch(new URL(`words.${lang}.json`, BASE))
      .then((response) => {
        if (!response.ok) throw new Error(`the server answered ${response.status}`);
        return response.json();
      })
      .catch((error) => {
        catalogues.delete(lang);
        console.warn(`<article-explainer>: words.${lang}.json could not be loaded, so the interface is in English: ${error.message}`);
      });
    catalogues.set(lang, loading);
  }
  return catalogues.get(lang);
}

/** What went wrong, with a code that pages can act on: "document", "widget" or "panic". */
class ExplainerError extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/** The document has been read to its end, so that an element has all that was written inside it. */
const parsed = () =>
  document.readyState === "loading"
    ? new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }))
    : undefined;

class ArticleExplainer extends HTMLElement {
  static observedAttributes = ["src", "lang", "heading-level", "open"];

  /** The widget's handle while the element is in the page. */
  #mounted;
  /** The place of the widget in the shadow root. */
  #place;
  /** That place as it was prerendered. Hydration uses it up, and the element may be put into the page again. */
  #pristine;
  /** Counts the starts; whoever waited and is no longer the last gives up. */
  #start = 0;

  connectedCallback() {
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
    if (name === "open") return this.#mounted?.open(after ?? "");
    // What was prerendered is of another document than the one that is asked for now.
    if (name === "src") this.#pristine = emptyPlace();
    this.#takeOut();
    this.#show();
  }

  async #show() {
    const start = ++this.#start;
    const current = () => start === this.#start && this.isConnected;
    try {
      await parsed();
      if (!current()) return;
      this.#prepare();
      const json = await this.#document();
      const module = await loadWidget();
      if (!current()) return;
      if (broken) throw new ExplainerError("panic", "The explainer's program has stopped.");
      const article = read(module, json);
      const lang = article.language(this.getAttribute("lang"), pageLanguage(this));
      const words = await loadWords(lang);
      if (!current()) return article.free();
      if (broken) throw new ExplainerError("panic", "The explainer's program has stopped.");
      this.#mounted = article.mount(this, this.#place, lang, words, () => {
        if (current()) this.#ready();
      });
      live.add(this);
    } catch (error) {
      if (current()) this.fallBack(error.code ?? "widget", error.message);
    }
  }

  /** Makes the shadow root ready: adopts what was prerendered, or begins an empty one. */
  #prepare() {
    const template = this.querySelector(":scope > template[shadowrootmode]");
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    if (template) {
      // Scripts that write HTML leave the template behind as it is.
      root.replaceChildren(template.content);
      template.remove();
    }
    if (!root.querySelector("link[rel=stylesheet]")) {
      const sheet = document.createElement("link");
      sheet.rel = "stylesheet";
      sheet.href = new URL("explainer.css", BASE);
      root.prepend(sheet);
    }
    this.#place = root.querySelector(".mount");
    this.#pristine ??= this.#place?.cloneNode(true) ?? emptyPlace();
    if (!this.#place) root.append((this.#place = this.#pristine.cloneNode(true)));
  }

  /** The article as text: from the page itself, from `src`, or undefined for the built-in one. */
  async #document() {
    const src = this.getAttribute("src");
    const block = this.shadowRoot.querySelector('script[type="application/json"]');
    if (block && block.dataset.src === src) return block.textContent;
    if (src === null) return undefined;
    try {
      const response = await fetch(new URL(src, this.baseURI));
      if (!response.ok) throw new Error(`the server answered ${response.status}`);
      return await response.text();
    } catch (error) {
      throw new ExplainerError("document", `The document ${src} could not be loaded: ${error.message}`);
    }
  }

  #ready() {
    this.toggleAttribute("ready", true);
    this.#tell("explainer-ready", { hydrated: this.#mounted?.hydrated ?? false });
  }

  #takeOut() {
    this.#start++;
    this.#mounted?.destroy();
    this.#mounted = undefined;
    live.delete(this);
    this.toggleAttribute("ready", false);
    this.#restore();
  }

  /** Puts the place back as it was prerendered. */
  #restore() {
    if (!this.#pristine) return;
    const fresh = this.#pristine.cloneNode(true);
    this.#place.replaceWith(fresh);
    this.#place = fresh;
  }

  /** Gives up on comfort and keeps the text: what was prerendered, or what the page wrote inside the element. */
  fallBack(code, message) {
    this.#mounted = undefined;
    live.delete(this);
    this.toggleAttribute("ready", false);
    this.#restore();
    if (this.#place && !this.#place.hasChildNodes()) {
      const note = document.createElement("p");
      note.className = "error";
      note.setAttribute("role", "alert");
      note.textContent = message;
      this.#place.append(note, document.createElement("slot"));
    }
    console.error(`<article-explainer>: ${message}`);
    this.#tell("explainer-error", { code, message });
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

function emptyPlace() {
  const place = document.createElement("div");
  place.className = "mount";
  return place;
}

/** Reads a document, and makes an error of it out of what the widget throws. */
function read(module, json) {
  try {
    return new module.Document(json);
  } catch (error) {
    throw new ExplainerError("document", error.message);
  }
}

/** The language of the page around an element. */
function pageLanguage(element) {
  return element.parentElement?.closest("[lang]")?.getAttribute("lang") ?? undefined;
}

if (!customElements.get("article-explainer")) {
  customElements.define("article-explainer", ArticleExplainer);
}
